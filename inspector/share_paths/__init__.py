"""Share paths and every form they take. No Qt.

What takes paths out of a text is loaded with the first text: a window shows itself without it.
"""

from __future__ import annotations

from inspector.share_paths.encoding import MalformedEncoding, decode_component, encode_component
from inspector.share_paths.link import Link, Options, Parsed
from inspector.share_paths.query import read_path
from inspector.share_paths.rendering import render
from inspector.share_paths.share_path import Parameter, SharePath
from inspector.share_paths.target import Target, UnknownTarget, find_target

__all__ = [
    "Link",
    "MalformedEncoding",
    "Options",
    "Parameter",
    "Parsed",
    "SharePath",
    "Target",
    "UnknownTarget",
    "decode_component",
    "encode_component",
    "find_target",
    "parse",
    "read_path",
    "render",
]


def parse(text: str) -> Parsed:
    """Return the share path of a text, with how it was written; never raises.

    `inspector.share_paths.parsing.parse` says more.
    """
    from inspector.share_paths import parsing

    return parsing.parse(text)

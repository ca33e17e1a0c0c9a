"""Share paths and every form they take. No Qt.

What reads paths is loaded with the first text: a window shows itself without it.
"""

from __future__ import annotations

from inspector.share_paths.encoding import MalformedEncoding, decode_component, encode_component
from inspector.share_paths.link import Link, Options, Parsed
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

NO_OPTIONS = Options()


def read_path(
    text: str, target: str | None = None, options: Options = NO_OPTIONS, *, html: bool = False
) -> Parsed:
    """Take `page?query`, a page alone, or a query alone; never raises.

    `inspector.share_paths.query.read_path` says what the arguments are.
    """
    from inspector.share_paths import query

    return query.read_path(text, target, options, html=html)


def parse(text: str) -> Parsed:
    """Return the share path of a text, with how it was written; never raises.

    `inspector.share_paths.parsing.parse` says more.
    """
    from inspector.share_paths import parsing

    return parsing.parse(text)

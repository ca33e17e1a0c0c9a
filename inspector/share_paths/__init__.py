"""Share paths and every form they take. No Qt."""

from inspector.share_paths.encoding import MalformedEncoding, decode_component, encode_component
from inspector.share_paths.link import Link, Options, Parsed
from inspector.share_paths.parsing import parse
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

"""`path` of what `Page.onShareAppMessage` returns: `/page?query`."""

from __future__ import annotations

from typing import Final

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, with_slash_told, write_path
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

MEMBERS: Final = {"path", "title", "imageUrl", "promise", "desc"}
"""What `onShareAppMessage` may return."""


def write(share_path: SharePath, options: Options) -> Written:
    """Write the path with the leading slash that the platform demands."""
    del options
    path = write_path(share_path, slash=True)
    return Written(path, counted=path)


def read(pasted: Pasted) -> Parsed | None:
    """Take a path that begins with a slash, or the object that `onShareAppMessage` returns."""
    if pasted.text.startswith("/") and "\n" not in pasted.text:
        return read_path(pasted.text, "share_message")
    path = pasted.string("path")
    if path is None or not pasted.mapping.keys() <= MEMBERS:
        return None
    return with_slash_told(read_path(path, "share_message"), path, demanded=True)

"""`path` of what `Page.onShareAppMessage` returns: `/page?query`."""

from __future__ import annotations

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, write_path
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written


def write(share_path: SharePath, options: Options) -> Written:
    """Write the path with the leading slash that the platform demands."""
    del options
    path = write_path(share_path, slash=True)
    return Written(path, counted=path)


def read(pasted: Pasted) -> Parsed | None:
    """Take any path that begins with a slash."""
    if not pasted.text.startswith("/") or "\n" in pasted.text:
        return None
    return read_path(pasted.text, "share_message")

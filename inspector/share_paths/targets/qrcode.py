"""The request body of `createwxaqrcode`: a square code of the released version."""

from __future__ import annotations

from typing import Final

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, write_path
from inspector.share_paths.request_body import body_text
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

WIDTH: Final = 430


def write(share_path: SharePath, options: Options) -> Written:
    """Write the body; what is written is ASCII, so characters and bytes are the same number."""
    del options
    path = write_path(share_path, slash=False)
    return Written(body_text({"path": path, "width": WIDTH}), counted=path)


def read(pasted: Pasted) -> Parsed | None:
    """Take a body of path and width, nothing else."""
    path = pasted.string("path")
    if path is None or pasted.mapping.keys() != {"path", "width"}:
        return None
    return read_path(path, "qrcode")

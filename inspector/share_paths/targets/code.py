"""The request body of `getwxacode`: a mini-program code that carries the whole path."""

from __future__ import annotations

from typing import Final

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, write_path
from inspector.share_paths.request_body import body_text
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

OWN_MEMBERS: Final = {"env_version", "auto_color", "line_color", "is_hyaline"}
WIDTH: Final = 430


def write(share_path: SharePath, options: Options) -> Written:
    """Write the body; the width is the platform's own default in pixels."""
    path = write_path(share_path, slash=False)
    body = {"path": path, "width": WIDTH, "env_version": options.env}
    return Written(body_text(body), counted=path)


def read(pasted: Pasted) -> Parsed | None:
    """Take a body with a path, no query beside it, and a member that `qrcode` lacks."""
    path = pasted.string("path")
    if path is None or "query" in pasted.mapping or not OWN_MEMBERS & pasted.mapping.keys():
        return None
    options = Options(env=pasted.string("env_version") or "release")
    return read_path(path, "code", options)

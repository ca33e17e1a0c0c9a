"""`url` of `wx.navigateTo` and its kin: `/page?query`."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, with_slash_told, write_path
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

WEB: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def write(share_path: SharePath, options: Options) -> Written:
    """Write the url with a leading slash; without one it is relative to the current page."""
    del options
    path = write_path(share_path, slash=True)
    return Written(path, counted=path)


def read(pasted: Pasted) -> Parsed | None:
    """Take the argument of `wx.navigateTo` or of `wx.navigateToMiniProgram`."""
    url, app_id = pasted.string("url"), pasted.string("appId")
    if url is not None and not WEB.match(url):
        return with_slash_told(read_path(url, "navigate"), url, demanded=True)
    if app_id is not None and pasted.string("path") is not None:
        env = pasted.string("envVersion") or "release"
        return read_path(pasted.string("path") or "", "navigate", Options(app_id, env))
    return None

"""Source code that holds a path: the body of `onShareAppMessage`, a call of `wx.navigateTo`."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.console_object import read_literal
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, with_slash_told

MEMBER: Final = re.compile(
    r"""\b(path|url)["']?\s*[:=]\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
)
TARGETS: Final = {"path": "share_message", "url": "navigate"}
PATH_LIKE: Final = re.compile(r"/?[\w.-]+/[\w./-]+(\?.*)?", re.DOTALL)


def read(pasted: Pasted) -> Parsed | None:
    """Take the first `path:` or `url:` whose text looks like a page."""
    for member in MEMBER.finditer(pasted.text):
        path = read_literal(member[2])
        if PATH_LIKE.fullmatch(path):
            return with_slash_told(read_path(path, TARGETS[member[1]]), path, demanded=True)
    return None

"""Texts in code and JSON that look like paths where nothing around them says what they are."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.forms import DOLLAR_VALUE, is_page_like
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path
from inspector.share_paths.readers import addresses, members
from inspector.share_paths.source.reader import read_source

PATH: Final = re.compile(r"/?[\w.${}-]+(?:/[\w.${}-]+)+(?:\?|\Z)")
LINK: Final = re.compile(r"(?:weixin|mp)://|https://(?:wxaurl|wxmpurl|open\.weixin)\.|#小程序://")
HOLDS_CODE: Final = re.compile(r"[{<(]")
OPEN_TEXT: Final = re.compile(r"""/?[\w.-]+(?:/[\w.-]+)+\?[^"'`]*(["'`])\s*[+.]""")
MOST_CHARACTERS: Final = 300_000
MOST_LAYERS: Final = 2


def read(pasted: Pasted) -> list[Parsed]:
    """Take texts that are links or paths, or that hold code in their turn."""
    return _read(pasted, MOST_LAYERS)


def _read(pasted: Pasted, layers: int) -> list[Parsed]:
    begun = OPEN_TEXT.match(pasted.text)
    texts = read_source(begun[1] + pasted.text).texts if begun else pasted.source.texts
    found = [parsed for text in texts for parsed in _links(text)]
    found = found or [_path(text) for text in texts if _is_path(text)]
    if found or not layers:
        return found
    for text in texts:
        if HOLDS_CODE.search(text) and len(text) < len(pasted.text):
            inner = Pasted(text[:MOST_CHARACTERS])
            found += members.read(inner) or _read(inner, layers - 1)
    return found


def _links(text: str) -> list[Parsed]:
    return addresses.read(Pasted(text)) if LINK.match(text) else []


def _is_path(text: str) -> bool:
    page = text.partition("?")[0]
    certain = "?" in text or (text.startswith("/") and text.count("/") > 1)
    return certain and PATH.match(text) is not None and is_page_like(page)


def _path(text: str) -> Parsed:
    text = DOLLAR_VALUE.sub(r"${\1}", text)
    return read_path(text, "share_message" if text.startswith("/") else None)

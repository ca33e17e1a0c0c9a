r"""Takes away the escapes that a path picks up on its way through code, markup and keyboards.

A rendered path holds none of these raw, so what is taken away was never meant: `\u0026`,
`u0026` (its backslash lost), `&amp;`, `&#38;`, `\x26`, `\/`, `^&`, and the full-width `？＆＝`.
"""

from __future__ import annotations

import re
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import join_surrogates

ESCAPE: Final = re.compile(
    r"(?<!\\)\\++(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([/&=?%]))|\^([&=?])"
    r"|(&(?:amp;)*(?:amp|quest|equals|sol|num|percnt|plus|lt|gt|quot|apos|#\d{2,7}|#[xX]\w{2,6});)"
)
LOST_BACKSLASH: Final = "u0026"
FULL_WIDTH: Final = re.compile("[？＆＝／]")
FULL_WIDTH_PAIR: Final = re.compile("＆(?=[A-Za-z_][\\w.-]*[=＝])")
HALF_WIDTH: Final = str.maketrans("？＆＝／", "?&=/")


def without_escapes(text: str) -> tuple[str, int]:
    """Return a path or query as it was meant, and how many escapes were taken away."""
    plain, count = text, 0
    if "\\" in plain or "&" in plain or "^" in plain:
        plain, count = ESCAPE.subn(_meant, plain)
        plain = join_surrogates(plain)
    if LOST_BACKSLASH in plain:
        before = plain.count(LOST_BACKSLASH)
        plain = "&".join(map(_with_backslash, plain.split("&")))
        count += before - plain.count(LOST_BACKSLASH)
    if FULL_WIDTH.search(plain):
        before = len(FULL_WIDTH.findall(plain))
        plain = _half_width(plain)
        count += before - len(FULL_WIDTH.findall(plain))
    return plain, count


def escapes_removed(field: str, count: int) -> list[Finding]:
    """Tell that escapes were taken away; nothing where there were none."""
    return [Finding("escapes_removed", Severity.WARNING, field, {"count": count})] * (count > 0)


def _meant(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    if code:
        return chr(int(code, 16))
    if escape[5]:
        from html import unescape

        return unescape(escape[5].replace("amp;", "", escape[5].count("amp;") - 1))
    return escape[3] or escape[4]


def _with_backslash(piece: str) -> str:
    """Part a piece that has several `=`, which no encoded value has, at the escapes inside."""
    first, *others = piece.split(LOST_BACKSLASH)
    for other in others:
        parts = "=" in other and "=" in first.rpartition("&")[2]
        first += ("&" if parts else LOST_BACKSLASH) + other
    return first


def _half_width(text: str) -> str:
    """Fold the separators; inside a value that has been cut off rightly they are letters."""
    if "?" not in text and "=" not in text.partition("？")[0]:
        page, mark, query = text.partition("？")
        text = page.translate(HALF_WIDTH) + mark.translate(HALF_WIDTH) + query
    head, mark, query = text.partition("?")
    pieces = FULL_WIDTH_PAIR.sub("&", query if mark else head).split("&")
    query = "&".join(p.replace("＝", "=", 1) if "=" not in p else p for p in pieces)
    return head + mark + query if mark else query

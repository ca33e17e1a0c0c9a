"""Bytes of a file -> text, whatever its encoding."""

from __future__ import annotations

import codecs
from typing import Final

MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order mark -> encoding; UTF-32 stands before UTF-16, whose mark begins alike."""


def decode(data: bytes) -> str:
    """Return bytes as text: by their byte order mark, as UTF-8, or as Chinese GB 18030.

    Bytes that are none of these become U+FFFD; nothing is refused.
    """
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    if marked:
        return data.decode(marked, "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")

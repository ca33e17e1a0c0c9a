"""Texts: out of the bytes of a file, whatever their encoding, and where two of them differ."""

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


GZIP: Final = b"\x1f\x8b"
ZIP: Final = b"PK\x03\x04"
"""How an archive begins, and a workbook that is one."""
OLE: Final = b"\xd0\xcf\x11\xe0"
"""How an old workbook begins."""
_SAMPLE: Final = 65_536
"""Bytes that are looked at to tell UTF-16 without a mark."""

BINARY_SHARE: Final = 0.01
"""What has more NUL characters than this among its first ones is no text."""


def decode(data: bytes) -> str:
    """Return bytes as text: by their byte order mark, as UTF-8, UTF-16 or Chinese GB 18030.

    Bytes that are none of these become U+FFFD; nothing is refused. A character that was cut off
    at the end, as by a limit of size, is left out.
    """
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    known = marked or unmarked_utf16(data[:_SAMPLE])
    if known:
        return data.decode(known, "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return codecs.getincrementaldecoder(encoding)("strict").decode(data)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def is_binary(head: str) -> bool:
    """Say whether the beginning of a file, decoded, shows that the file is no text."""
    return head.count("\0") > len(head) * BINARY_SHARE


def is_utf8(head: bytes) -> bool:
    """Say whether the beginning of a file is UTF-8, a character that is cut off left out."""
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(head)
    except UnicodeDecodeError:
        return False
    return True


def unmarked_utf16(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zero bytes of its Latin letters, all on one side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    more, fewer = max(even, odd), min(even, odd)
    if len(sample) < 8 or more < len(sample) // 5 or fewer * 20 > more:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def changed_part(old: str, new: str) -> tuple[int, int, int]:
    """Return where two texts differ: the start, and the end in the old and in the new text.

    Found by halving, so that texts of megabytes cost a few copies and no loop over characters.
    """
    start = _common_start(old, new)
    limit = min(len(old), len(new)) - start
    same = _common_end(old, new, limit)
    return start, len(old) - same, len(new) - same


def _common_start(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str, limit: int) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle :] == new[len(new) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low

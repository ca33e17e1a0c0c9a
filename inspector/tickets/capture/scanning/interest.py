"""Which stretches of a large text are worth a close look: a quick search for parts of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

NEEDLES: Final = (
    *("crypt", "ncryt", "sess", "sesion", "ticket", "topic", "appid", "app_id", "rawdata"),
    *("cipher", "vector", "_key", "密", "向量", "偏移", "票据", "\\u5bc6", "\\u5411", "%e5%af%86"),
)
"""Parts of the names of fields, in lower case."""
_IV = re.compile(r"""iv(?![a-z])(?<![a-z]iv)  # `iv` `x-iv=`, not in `div`""", re.VERBOSE)
_PIECE: Final = 4_096
_CUT = re.compile(r"[\s,\"'&]")


def is_interesting(text: str) -> bool:
    """Tell whether a text may name a field."""
    lower = text.lower()
    return any(needle in lower for needle in NEEDLES) or bool(_IV.search(lower))


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that may name a field, cut where no name stands; neighbours are one."""
    begun: int | None = None
    position = start
    while position < end:
        cut = _CUT.search(text, min(position + _PIECE, end), min(position + 2 * _PIECE, end))
        stop = cut.start() if cut else min(position + 2 * _PIECE, end)
        if is_interesting(text[position:stop]):
            begun = position if begun is None else begun
        elif begun is not None:
            yield begun, position
            begun = None
        position = stop
    if begun is not None:
        yield begun, end

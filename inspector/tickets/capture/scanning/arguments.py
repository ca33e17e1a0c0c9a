"""Arguments of calls: a variable among them is no name of the value behind its comma."""

from __future__ import annotations

import re
from typing import Final

DECRYPTS = re.compile(r"crypt|cipher|aes  # `crypt`", re.IGNORECASE | re.VERBOSE)
"""What is called to decrypt."""
_BEFORE = re.compile(
    r"(?P<sign>[(,])\s{0,40}(?:[\w$]{1,40}(?:\.|->|::)){0,4}\$?\Z  # `, res.`", re.VERBOSE
)
_NEXT = re.compile(r"\s*,\s*[bBrRuU@]?[\\]*[\"'`]  # `, '`", re.VERBOSE)
_CALLED: Final = 60
_LONGEST: Final = 4_000
"""Characters of the arguments before a name, of which one may be data."""


def is_argument(text: str, start: int, between: str) -> bool:
    """Tell whether a name is an argument by itself, and what follows it the next one.

    The first one may name the second, as in `put(IV, '…')`, unless the call decrypts.

    Args:
        text: The whole text.
        start: Where the name stands.
        between: What stands between it and a value.
    """
    before = _BEFORE.search(text, max(0, start - 220), start) if _NEXT.fullmatch(between) else None
    if before is None:
        return False
    first = max(0, before.start() - _LONGEST)
    opened = text.rfind("(", first, before.start() + 1)
    if opened < 0 or text.rfind(")", opened, start) > opened:
        return False
    return before["sign"] == "," or bool(DECRYPTS.search(text, max(0, opened - _CALLED), opened))

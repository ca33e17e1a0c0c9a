"""Is only the first block unreadable, or is more missing before it?

A wrong iv corrupts exactly 16 bytes, so what follows must fit a payload that begins 16 bytes
earlier. Data whose head is cut off at a block has more missing than that.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, Final

from inspector.tickets.decryption.search.first_block import first_names
from inspector.tickets.fields import BLOCK
from inspector.tickets.payload.beginnings import Beginning, beginnings, later_names, text_rests
from inspector.tickets.payload.kinds import recognise

_LAST_PIECE: Final = re.compile(r'[A-Za-z0-9_~+/=.-]*"\}')
"""The end of an id and of the payload."""


def fits_after_first_block(rest: str) -> bool:
    """Return whether the text after byte 16 can follow 16 bytes of a payload.

    True as well where nothing is known of the payload.
    """
    least = [length for form, length in text_rests() if form.fullmatch(rest)]
    if least:
        return len(rest) + BLOCK >= min(least)
    is_known = _later_name().search(rest) or _LAST_PIECE.fullmatch(rest)
    return not is_known or any(_fits(beginning, rest) for beginning in beginnings())


def kind_after_first_block(rest: str, payload: Any) -> str | None:
    """Return the kind of a payload whose first 16 bytes are lost, where only one is possible.

    `payload` is what could be parsed of the rest. A kind in which a name must be missing is
    possible only where the lost name is sure.
    """
    members = payload if isinstance(payload, dict) else {}
    names = (b.name for b in beginnings() if _fits(b, rest)) if members else ()
    found = {kind for name in names if (kind := recognise({name: ""} | members))}
    if not found:
        return recognise(payload, missing_counts=False)
    return found.pop() if len(found) == 1 else None


@cache
def _later_name() -> re.Pattern[str]:
    """Return what tells the rest of a known payload: a name of it, its head perhaps cut off."""
    return re.compile(rf'(?:\A|")(?:{"|".join(sorted(later_names()))})":')


def _fits(beginning: Beginning, rest: str) -> bool:
    if not rest.startswith(beginning.follows):
        return False
    try:
        value = json.loads(beginning.block + rest)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, list) or _is_plausible(beginning, value, rest)


def _is_plausible(beginning: Beginning, value: dict[str, object], rest: str) -> bool:
    """Return whether the members of a payload so begun can stand together."""
    (name, first), *others = value.items()
    names = {other for other, _ in others}
    if not {name, *(other for other, _ in others[:1])} <= first_names():
        return False
    if not beginning.needed <= names:
        return False
    if (beginning.only and not names <= beginning.only) or f'"{name}":' in rest:
        return False
    if (beginning.some and not names & beginning.some) or (name == "watermark" and not names):
        return False
    return not isinstance(first, str) or not first or bool(re.fullmatch(beginning.value, first))

"""What the first 16 bytes of a payload must look like.

A wrong iv corrupts these bytes and no others, so they alone decide whether the iv is right, and
what it was when it has one slip.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from inspector.tickets.fields import BLOCK
from inspector.tickets.payload.kinds import kinds, text_kind
from inspector.tickets.payload.watermark import read_watermark

if TYPE_CHECKING:
    from inspector.tickets.decryption.search.proof import Opened

_OBSERVED: Final = re.compile(
    r"""
    \{"(?:
        open[Gg][Ii]d":"t?G      # `openGId":"G` `opengid":"tG`
      | openId":"o               # `openId":"o`
    )[A-Za-z0-9_-]{27}"
    """,
    re.VERBOSE,
)
"""Ids as they were seen; there may be others."""
_WITH_ID: Final = re.compile(r'\{"(?:openGId|opengid|openId)":"')
_LONG_ID: Final = re.compile(
    r"""
    \{"(openGId|opengid|openId)":"   # `{"openGId":"`
    [^"]{4,5}                        # what the first block holds of it
    [A-Za-z0-9_-]{23,25}"            # the rest is an id as usual
    """,
    re.VERBOSE,
)
_FIRST_NAME: Final = re.compile(r'\s*+\{\s*"([^"\\]*)"')
ANYHOW, AS_KNOWN, AS_OBSERVED = 1, 2, 3
"""How well a payload begins, see `rank`."""


@cache
def first_names() -> frozenset[str]:
    """Return the names that payloads of known kinds begin with."""
    pointers = {pointer for kind in kinds().values() for pointer in kind.fields}
    outer = {pointer.removeprefix("/*")[1:] for pointer in pointers}
    return frozenset(name for name in outer if name and "/" not in name and name != "*")


@cache
def _known_start() -> re.Pattern[str]:
    """Return what a compact payload of a known kind begins with, as far as 16 bytes show."""
    starts = (re.escape(f'{{"{name}":'[:BLOCK]) for name in sorted(first_names()))
    return re.compile(rf"\s*+(?:\[\s*+)?(?:{'|'.join(starts)})")


def is_known(text: str) -> bool:
    """Return whether a payload begins as one of a known kind does."""
    return bool(_known_start().match(text) or text_kind(first_characters(text), "first"))


def may_begin(head: bytes) -> bool:
    """Return whether 16 bytes can be the beginning of a payload of a known kind."""
    return is_known(head.decode("utf-8", "replace"))


def begins_literally(head: bytes) -> bool:
    """Return whether 16 bytes begin with what is fixed in payloads that are JSON."""
    return bool(fixed_bytes(head))


def fixed_bytes(head: bytes) -> int:
    """Return how many of 16 bytes are what payloads that are JSON begin with, 0 where none do.

    Blanks and a bracket before them are not counted.
    """
    found = _known_start().match(head.decode("latin-1"))
    return found.end() - found[0].index("{") if found else 0


def first_characters(text: str) -> str:
    """Return the characters that the first 16 bytes of a text hold."""
    return text[:BLOCK].encode("utf-8", "replace")[:BLOCK].decode("utf-8", "ignore")


def rank(text: str) -> int:
    """Return how well a payload begins: `AS_OBSERVED`, as known, or anyhow."""
    if _OBSERVED.match(text):
        return AS_OBSERVED
    if not is_known(text):
        return ANYHOW
    return AS_KNOWN if _WITH_ID.match(text) else AS_OBSERVED


def is_usual(text: str) -> bool:
    """Return whether a payload begins as one of a known kind does, its id included."""
    if _OBSERVED.match(text):  # nearly all of them
        return True
    return rank(text) >= AS_KNOWN and not unproved_id(text)


def is_beyond_doubt(corrected: Opened, as_pasted: str | None) -> bool:
    """Say whether a corrected payload proves its correction by everything that follows it.

    That is a whole payload of a known kind with all its members and a watermark. Where another
    spelling of its first name was pasted and opens, nothing is proved.
    """
    kind = kinds().get(corrected.kind or "")
    mark = read_watermark(corrected.payload)
    if kind is None or mark is None or mark.timestamp is None:
        return False
    if as_pasted is not None and not is_worth_a_doubt(corrected, as_pasted):
        return False
    names = {name for name, known in kind.members.items() if not known.optional}
    return names <= set(corrected.payload) <= {*kind.members, "watermark"}


def is_worth_a_doubt(corrected: Opened, as_pasted: str) -> bool:
    """Say whether a payload of a known kind is likelier than the unknown one that opens."""
    if not isinstance(corrected.payload, dict) or corrected.kind is None:
        return False
    first = next(iter(corrected.payload), "")
    spelled = _FIRST_NAME.match(as_pasted)
    return spelled is None or spelled[1].casefold() != first.casefold()


def unproved_id(text: str) -> str | None:
    """Return the name of a first id that begins as no id was seen to begin.

    Its first characters rest on the iv alone. None where all is usual, and where the rest of
    the id is unusual, too.
    """
    if _OBSERVED.match(text):
        return None
    found = _LONG_ID.match(text)
    return found[1] if found else None

"""Texts that stand under a condition, with those that stand there otherwise.

`(a ? '/x' : '/y') + '?id=1'` is one text of two sides, whatever is joined to it later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice, product
from typing import Final

MOST_OTHERS: Final = 20
"""Texts that stand somewhere under other conditions; each condition doubles their number."""
LONGEST: Final = 5_000
"""No path is longer; what grows on has one side only."""


class Choice(str):
    """A text that code takes under a condition, and those which it takes otherwise."""

    __slots__ = ("others",)

    others: tuple[str, ...]


def choice(text: str, others: Iterable[str]) -> str:
    """Return a text with the others of which one may stand there; plain where there is none."""
    different = tuple(dict.fromkeys(other for other in others if other != text))
    if not different or len(text) > LONGEST:
        return text
    made = Choice(text)
    made.others = different[:MOST_OTHERS]
    return made


def sides(text: str) -> tuple[str, ...]:
    """Return all texts that may stand there, the first one first."""
    return (text, *text.others) if isinstance(text, Choice) else (text,)


def either_of(pieces: list[tuple[str, ...]]) -> str:
    """Return what pieces one behind the other come to, of each of which there may be several."""
    first, *others = map("".join, islice(product(*pieces), MOST_OTHERS))
    return choice(first, others) if others else first


def in_each(text: str, change: Callable[[str], str]) -> str:
    """Return a text changed, under each condition."""
    first, *others = map(change, sides(text))
    return choice(first, others)

"""Replaces known values within texts, in a time that does not grow with their number."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from operator import neg
from typing import Final

START: Final = 4
"""Characters by which values are found; shorter ones are replaced only as a whole text."""
LONG: Final = 64
"""Of longer values so many characters give them away: they are replaced wherever these stand."""


class TextMasks:
    """Values that must not stand in a text, each with what stands there instead."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}
        self._by_start: dict[str, _Alike] = {}
        self._long: dict[str, _Alike] = {}

    def add(self, value: str, mask: str, spellings: Iterable[str] = ()) -> None:
        """Have a value, and every other spelling of it, replaced."""
        if value.strip():
            self._whole.setdefault(value.strip(), mask)
        for spelling in {value, *spellings}:
            if len(spelling) >= START:
                self._by_start.setdefault(spelling[:START], _Alike()).add(spelling[:LONG], mask)
            if len(spelling) > LONG:
                self._long.setdefault(spelling[:LONG], _Alike()).add(spelling, mask)

    def apply(self, text: str) -> str:
        """Return a text with every value in it replaced, of overlapping ones the longest."""
        whole = self._whole.get(text.strip())
        if whole is not None:
            return whole
        if not self._by_start:
            return text
        starts = self._by_start
        parts: list[str] = []
        copied = 0
        for at in range(len(text) - START + 1):
            alike = starts.get(text[at : at + START])
            if alike is None or at < copied:
                continue
            found = self._at(alike, text, at)
            if found:
                parts += (text[copied:at], found[1])
                copied = at + len(found[0])
        return "".join([*parts, text[copied:]]) if parts else text

    def _at(self, alike: _Alike, text: str, at: int) -> tuple[str, str] | None:
        """Return the one of some values that stands at a place, and its mask."""
        found = alike.at(text, at)
        longer = self._long.get(found[0]) if found else None
        return (longer.at(text, at) if longer else None) or found


class _Alike:
    """Values that begin with the same characters."""

    def __init__(self) -> None:
        self._masks: dict[str, str] = {}
        self._lengths: list[int] = []
        """The lengths of the values, each once, the longest first."""

    def add(self, value: str, mask: str) -> None:
        self._masks.setdefault(value, mask)
        if len(value) not in self._lengths:
            insort(self._lengths, len(value), key=neg)

    def at(self, text: str, at: int) -> tuple[str, str] | None:
        """Return the longest value that stands at a place, and its mask."""
        for length in self._lengths:
            value = text[at : at + length]
            if value in self._masks:
                return value, self._masks[value]
        return None

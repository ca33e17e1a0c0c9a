"""Replaces known values within texts, in a time that does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

START: Final = 4
"""Characters by which values are found; shorter ones are replaced only as a whole text."""


class TextMasks:
    """Values that must not stand in a text, each with what stands there instead."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}
        self._by_start: dict[str, list[tuple[str, str]]] = {}

    def add(self, value: str, mask: str, spellings: Iterable[str] = ()) -> None:
        """Have a value, and every other spelling of it, replaced."""
        if value.strip():
            self._whole.setdefault(value.strip(), mask)
        for spelling in {value, *spellings}:
            if len(spelling) >= START:
                same_start = self._by_start.setdefault(spelling[:START], [])
                same_start.append((spelling, mask))
                same_start.sort(key=_length, reverse=True)

    def apply(self, text: str) -> str:
        """Return a text with every value in it replaced, of overlapping ones the longest."""
        whole = self._whole.get(text.strip())
        if whole is not None:
            return whole
        if not self._by_start:
            return text
        parts: list[str] = []
        at = copied = 0
        while at <= len(text) - START:
            spelling, mask = self._at(text, at)
            if spelling:
                parts += (text[copied:at], mask)
                at = copied = at + len(spelling)
            else:
                at += 1
        return "".join([*parts, text[copied:]]) if parts else text

    def _at(self, text: str, at: int) -> tuple[str, str]:
        """Return the value that begins at a place, and its mask; two empty texts for none."""
        candidates = self._by_start.get(text[at : at + START], ())
        fitting = ((value, mask) for value, mask in candidates if text.startswith(value, at))
        return next(fitting, ("", ""))


def _length(spelling_and_mask: tuple[str, str]) -> int:
    return len(spelling_and_mask[0])

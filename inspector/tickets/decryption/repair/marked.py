"""Text that remembers where each of its characters was pasted, and what was changed."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from inspector.long_texts import matches

NESTING: Final = ("escapes_removed", "percent_decoded", "html_unescaped")
MOST_MARKED: Final = 60_000
"""Longer texts are repaired without remembering places."""
BORDER: Final = re.compile(r"[A-Za-z0-9+/]{31}[A-WYZa-wyz0-9+/](?=[A-Za-z0-9+/]{32})")
"""In the midst of so many signs of base64; what is repaired holds other signs than these, or is a
mask of `x`."""


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change and where it was made."""

    code: str
    """A repair code of DESIGN, such as `space_to_plus`."""
    count: int
    places: tuple[int, ...] = ()
    """Offsets in the pasted text; empty for texts too long to remember."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the origin of every character."""

    text: str = field(repr=False)
    origins: array[int] | None = field(repr=False)
    """Offset in the pasted text of each character; None for texts too long to remember."""
    changes: tuple[Change, ...] = ()

    @classmethod
    def of(cls, text: str) -> Marked:
        """Return a pasted text with nothing changed yet."""
        return cls(text, array("L", range(len(text))) if len(text) <= MOST_MARKED else None)

    def substitute(
        self,
        pattern: re.Pattern[str],
        replacement: Callable[[re.Match[str]], str],
        code: str | None,
        border: re.Pattern[str] = BORDER,
    ) -> Marked:
        """Replace every match; matches whose replacement equals them count as unchanged.

        `code` None replaces without telling, for forms of the same thing. What a match may hold
        that a `BORDER` parts, needs another border, see `long_texts.matches`.
        """
        pieces: list[str] = []
        origins: array[int] | None = array("L") if self.origins is not None else None
        places: list[int] = []
        done = count = 0
        for match in matches(self.text, pattern, border):
            new = replacement(match)
            if new == match[0]:
                continue
            count += 1
            start, end = match.span()
            if done < start:
                pieces.append(self.text[done:start])
            pieces.append(new)
            if origins is not None and self.origins is not None:
                place = self.origins[start] if start < end else 0
                if done < start:
                    origins += self.origins[done:start]
                origins.extend([place] * len(new))
                places.append(place)
            done = end
        if not count:
            return self
        pieces.append(self.text[done:])
        if origins is not None and self.origins is not None:
            origins += self.origins[done:]
        told = self.changes if code is None else merge(self.changes, code, count, places)
        return Marked("".join(pieces), origins, told)

    def place(self, index: int) -> tuple[int, ...]:
        """Return the origin of one character as a tuple of one, or nothing when not known."""
        return self.places([index])

    def places(self, indices: Iterable[int]) -> tuple[int, ...]:
        """Return the origins of some characters, or nothing when not known.

        An index past the end stands for the last character.
        """
        if not self.origins:
            return ()
        last = len(self.origins) - 1
        return tuple([self.origins[index if index < last else last] for index in indices])


def merge(
    changes: tuple[Change, ...], code: str, count: int, places: list[int] | tuple[int, ...]
) -> tuple[Change, ...]:
    """Return the changes with more of one code added.

    Layers of escapes at one place are one change of it.
    """
    for index, change in enumerate(changes):
        if change.code == code:
            merged = tuple(sorted({*change.places, *places}))
            nested = code in NESTING and bool(merged)
            total = len(merged) if nested else change.count + count
            return (
                *changes[:index],
                Change(code, total, merged),
                *changes[index + 1 :],
            )
    return (*changes, Change(code, count, tuple(places)))

"""Readings: the base64 texts that a field may have been meant to be."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from inspector.tickets.decryption.base64_text import decode_loosely, encode
from inspector.tickets.decryption.repair.escapes import SOFT_PLUS
from inspector.tickets.decryption.repair.gaps import Gap, GappedText
from inspector.tickets.decryption.repair.marked import Change, merge
from inspector.tickets.fields import BLOCK, SHORT_SIZE

BLANKS: Final = (" ", "\xa0", SOFT_PLUS)
"""What a `+` may have become."""
MOST_SHORT: Final = 64
LAST_OF_SHORT: Final = "AQgw"
"""The last of the 22 characters carries two bits; these are its canonical forms."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a field."""

    text: str = field(repr=False)
    """The base64 text, canonical."""
    data: bytes = field(repr=False)
    changes: tuple[Change, ...] = ()
    """What was changed to get here from what was pasted."""


def is_whole(characters: int) -> bool:
    """Return whether so many characters (without `=`) can hold whole blocks."""
    return characters % 4 != 1 and characters > 0 and characters * 3 // 4 % BLOCK == 0


def read_choice(gapped: GappedText, choice: Sequence[int]) -> Reading:
    """Return the reading where each gap stands for the chosen number of `+`."""
    pieces: list[str] = []
    changes = _Changes(gapped)
    for index, (gap, pluses) in enumerate(zip(gapped.gaps, choice, strict=True)):
        pieces.append("+" * pluses)
        if index < len(gapped.chunks):
            pieces.append(gapped.chunks[index])
        changes.add(gap, pluses)
    return with_padding("".join(pieces), gapped, changes.merged())


def with_padding(characters: str, gapped: GappedText, changes: tuple[Change, ...]) -> Reading:
    """Return the reading of characters, with the `=` that belong to them."""
    data = decode_loosely(characters)
    text = characters + "=" * (-len(characters) % 4) if len(characters) % 4 != 1 else characters
    missing = -len(characters) % 4 - gapped.pads
    if missing and len(characters) % 4 != 1:
        end = gapped.marked.place(len(gapped.marked.text) - 1)
        changes = merge(changes, "padding_restored", abs(missing), end)
    fits = len(characters) == SHORT_SIZE or (is_whole(len(characters)) and len(characters) % 4)
    if fits and not _is_mask(characters) and (canonical := encode(data)) != text:
        place = gapped.marked.place(gapped.gaps[-1].start - 1)
        changes, text = merge(changes, "typo_corrected", 1, place), canonical
    return Reading(text, data, changes)


def _is_mask(characters: str) -> bool:
    """Say whether all of some characters are one letter: `XXXXXXXXXXXXXXXXXXXXXX==`."""
    heads = (characters[:SHORT_SIZE], characters)  # a set of millions takes its time
    return all(len(set(each.lower())) == 1 for each in heads)


class _Changes:
    """Collects what choosing numbers of `+` for gaps changes."""

    def __init__(self, gapped: GappedText) -> None:
        self._gapped = gapped
        self._counts: dict[str, int] = {}
        self._places: dict[str, list[int]] = {}

    def add(self, gap: Gap, pluses: int) -> None:
        """Add one gap that stands for so many `+`."""
        places = range(gap.start, gap.start + len(gap.text))
        if not pluses:
            self._add("whitespace_removed", len(places), places)
            return
        blanks = (at for at, sign in zip(places, gap.text, strict=True) if sign in BLANKS)
        turned = list(itertools.islice(blanks, pluses))
        spaces = [at for at in turned if gap.text[at - gap.start] != SOFT_PLUS]
        removed = [at for at in places if at not in turned]
        self._add("space_to_plus", len(spaces), spaces)
        self._add("whitespace_removed", len(removed), removed)
        self._add("plus_restored", pluses - len(turned), [gap.start])

    def _add(self, code: str, count: int, indices: Sequence[int]) -> None:
        if count:
            self._counts[code] = self._counts.get(code, 0) + count
            self._places.setdefault(code, []).extend(self._gapped.marked.places(indices))

    def merged(self) -> tuple[Change, ...]:
        """Return the changes of the cleaned text and of all gaps added."""
        changes = self._gapped.marked.changes
        for code, count in self._counts.items():
            changes = merge(changes, code, count, self._places[code])
        return changes


def short_readings(gapped: GappedText) -> list[Reading]:
    """Return the readings of 16 bytes (a key or an iv), likeliest first; often just one."""
    missing = SHORT_SIZE - gapped.size
    if not 0 <= missing <= 8 or gapped.illegal or len(gapped.gaps) > SHORT_SIZE + 2:
        return []
    if not missing:
        return [read_choice(gapped, [0] * len(gapped.gaps))]
    capacities = [_capacity(gap, index, gapped) for index, gap in enumerate(gapped.gaps)]
    distributed = itertools.islice(_distributions(capacities, missing), 4 * MOST_SHORT)
    choices = (choice for choice in distributed if _traceless(gapped, choice) <= 1)
    ranked = sorted(choices, key=lambda choice: _unlikeliness(gapped, choice))
    return [read_choice(gapped, choice) for choice in ranked[:MOST_SHORT]]


def _capacity(gap: Gap, index: int, gapped: GappedText) -> int:
    """Return the most `+` that a gap of a short field may stand for.

    A `+` that left no trace is supposed at an end only where the blanks fill most of what is
    missing: those inside the text count as well as those at its ends.
    """
    blanks = sum(each.spaces for each in gapped.gaps)
    at_end = index in (0, len(gapped.gaps) - 1)
    traceless = at_end and gapped.size + blanks + 2 >= SHORT_SIZE
    return max(*gap.options, gap.spaces) + traceless


def _distributions(capacities: Sequence[int], total: int) -> Iterator[list[int]]:
    """Give the ways to spread so many `+` over gaps; what cannot hold them is not gone into."""
    if sum(capacities) < total:
        return
    if not capacities:
        if total == 0:
            yield []
        return
    for count in range(min(capacities[0], total), -1, -1):
        for rest in _distributions(capacities[1:], total - count):
            yield [count, *rest]


def _traceless(gapped: GappedText, choice: Sequence[int]) -> int:
    """Return how many `+` are supposed at the ends where not even a blank stands."""
    ends = ((gapped.gaps[0], choice[0]), (gapped.gaps[-1], choice[-1]))
    return sum(max(0, count - gap.spaces) for gap, count in ends)


def _unlikeliness(gapped: GappedText, choice: Sequence[int]) -> int:
    """Rank choices: a space turned is likelier than a `+` that left no trace."""
    return sum(
        10 * max(0, count - gap.spaces) + (count != gap.options[0])
        for gap, count in zip(gapped.gaps, choice, strict=True)
    )


def data_readings(gapped: GappedText) -> list[Reading]:
    """Return the few readings that follow one rule throughout, whole blocks first."""
    likely = [gap.options[0] for gap in gapped.gaps]
    none = [0] * len(gapped.gaps)
    spaces = [0 if gap.is_break else gap.spaces for gap in gapped.gaps]
    inside = [0, *spaces[1:-1], 0]
    ends = [[spaces[0], *likely[1:-1], 0], [0, *likely[1:-1], spaces[-1]], spaces, inside]
    choices = [choice for choice in (likely, none, *ends) if max(choice, default=0) <= 8]
    unique = list(dict.fromkeys(map(tuple, choices)))
    unique.sort(key=lambda choice: not is_whole(gapped.size + sum(choice)))
    return [read_choice(gapped, choice) for choice in unique]


def raw_reading(gapped: GappedText) -> Reading:
    """Return the likeliest characters as they stand, for data that is no whole blocks."""
    reading = read_choice(gapped, [gap.options[0] for gap in gapped.gaps])
    characters = "".join(
        "+" * gap.options[0] + chunk
        for gap, chunk in zip(gapped.gaps, (*gapped.chunks, ""), strict=True)
    )
    return Reading(characters, reading.data, reading.changes)


def trimmed_readings(gapped: GappedText) -> list[Reading]:
    """Return the readings where a `+` at either end was lost with the blanks around it.

    They leave no trace, so they count only when the ticket then opens whole.
    """
    likely = [gap.options[0] for gap in gapped.gaps]
    choices = ([1, *likely[1:]], [*likely[:-1], 1])
    whole = (choice for choice in choices if is_whole(gapped.size + sum(choice)))
    return [read_choice(gapped, choice) for choice in whole]

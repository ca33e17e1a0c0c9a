"""Which item of one list stands for which of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

Pair = tuple[int | None, int | None]
"""Index in the left list and in the right one; None where one has no such item."""

MOST_COMPARISONS: Final = 1_000_000
"""Longer lists (the product of both lengths) are paired by position: lining up takes too long."""


def aligned(left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    """Give pairs of indexes, in the order of both lists.

    Equal items are paired; between them, items are paired by position. Swapping the lists
    swaps the pairs and does nothing else.
    """
    start = _common(left, right)
    rest = min(len(left), len(right)) - start
    end = min(_common(left[::-1], right[::-1]), rest)
    yield from ((index, index) for index in range(start))
    middle = left[start : len(left) - end], right[start : len(right) - end]
    yield from (_moved(pair, start) for pair in _between(*middle))
    yield from ((len(left) - back, len(right) - back) for back in range(end, 0, -1))


def _between(left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    if len(left) * len(right) > MOST_COMPARISONS:
        return zip_longest(range(len(left)), range(len(right)))
    if (len(right), *right) < (len(left), *left):
        return ((i, j) for j, i in _lined_up(right, left))
    return _lined_up(left, right)


def _lined_up(left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for _, left_from, left_to, right_from, right_to in matcher.get_opcodes():
        yield from zip_longest(range(left_from, left_to), range(right_from, right_to))


def _common(left: Sequence[int], right: Sequence[int]) -> int:
    """Return how many items are equal from the start on."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(left), len(right)))


def _moved(pair: Pair, by: int) -> Pair:
    i, j = pair
    return (None if i is None else i + by, None if j is None else j + by)

"""Comparing two JSON values by structure: the order of names counts for nothing.

Items of lists are lined up by what they hold, so one that was put in moves no others. Numbers
are the same where their values are: `1`, `1.0` and `1e0`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from inspector.exact_json.json_pointer import child
from inspector.exact_json.list_alignment import aligned
from inspector.exact_json.structure import DEEPEST, Structures, same_scalar
from inspector.exact_json.writing import write

NOTHING: Final = object()
"""Stands for the value on a side that has none."""


class State(StrEnum):
    """How a place of the left value relates to the right one."""

    SAME = "same"
    CHANGED = "changed"
    """Both sides have it, and it or something within it differs."""
    ADDED = "added"
    """Only the right side has it."""
    REMOVED = "removed"
    """Only the left side has it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place of two values that were compared, with all that lies within it."""

    state: State
    left_pointer: str | None
    """JSON Pointer in the left value; None where it is added."""
    right_pointer: str | None
    """JSON Pointer in the right value; None where it is removed. List items may differ in it."""
    left: Any
    """The left value; `NOTHING` where it is added."""
    right: Any
    """The right value; `NOTHING` where it is removed."""
    children: tuple[Difference, ...] = ()
    """Members or items, of containers of one type on both sides and not the same; members in
    the left order with the added ones behind, items in the order of both lists."""

    def changes(self) -> Iterator[Difference]:
        """Give the innermost places that are not the same, in order: what to list as changes."""
        pending = [self]
        while pending:
            place = pending.pop()
            if place.children:
                pending.extend(reversed(place.children))
            elif place.state is not State.SAME:
                yield place


def compare(left: Any, right: Any) -> Difference:
    """Return how two JSON values differ, as one tree over both."""
    return _Comparison().compared(left, right, "", "", 0)


class _Comparison:
    """Compares two values; remembers what their containers hold while it does."""

    def __init__(self) -> None:
        self._structures = Structures()

    def compared(
        self, left: Any, right: Any, left_place: str, right_place: str, depth: int
    ) -> Difference:
        children: tuple[Difference, ...] = ()
        if depth == DEEPEST:
            same = write(left) == write(right)
        elif self._hold_the_same(left, right):
            same = True
        elif isinstance(left, dict) and isinstance(right, dict):
            children = tuple(self._members(left, right, left_place, right_place, depth + 1))
            same = all(member.state is State.SAME for member in children)
        elif isinstance(left, list) and isinstance(right, list):
            children = tuple(self._items(left, right, left_place, right_place, depth + 1))
            same = all(item.state is State.SAME for item in children)
        else:
            same = same_scalar(left, right)
        state = State.SAME if same else State.CHANGED
        shown = () if same else children
        return Difference(state, left_place, right_place, left, right, shown)

    def _hold_the_same(self, left: Any, right: Any) -> bool:
        """Say whether two containers are plainly the same, which most places are."""
        both = (isinstance(left, dict) and isinstance(right, dict)) or (
            isinstance(left, list) and isinstance(right, list)
        )
        return both and self._structures.of(left) == self._structures.of(right)

    def _members(
        self, left: dict[str, Any], right: dict[str, Any], *places_and_depth: Any
    ) -> Iterator[Difference]:
        left_place, right_place, depth = places_and_depth
        for name, value in left.items():
            place = child(left_place, name)
            if name in right:
                other = child(right_place, name)
                yield self.compared(value, right[name], place, other, depth)
            else:
                yield _removed(place, value)
        yield from (
            _added(child(right_place, name), value)
            for name, value in right.items()
            if name not in left
        )

    def _items(
        self, left: list[Any], right: list[Any], *places_and_depth: Any
    ) -> Iterator[Difference]:
        left_place, right_place, depth = places_and_depth
        for i, j in self._pairs(left, right):
            if j is None and i is not None:
                yield _removed(child(left_place, i), left[i])
            elif i is None and j is not None:
                yield _added(child(right_place, j), right[j])
            elif i is not None and j is not None:
                place, other = child(left_place, i), child(right_place, j)
                yield self.compared(left[i], right[j], place, other, depth)

    def _pairs(self, left: list[Any], right: list[Any]) -> Iterable[tuple[int | None, int | None]]:
        held = self._structures.of
        return aligned([held(item) for item in left], [held(item) for item in right])


def _removed(place: str, value: Any) -> Difference:
    return Difference(State.REMOVED, place, None, value, NOTHING)


def _added(place: str, value: Any) -> Difference:
    return Difference(State.ADDED, None, place, NOTHING, value)

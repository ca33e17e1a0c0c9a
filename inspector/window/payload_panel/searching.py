"""Finds members of a payload by a piece of text, and what a filter keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Final

from inspector.exact_json.parsing import write_scalar
from inspector.window.payload_panel.nodes import Kept, Members, Trail

MOST_HITS: Final = 10_000
"""More hits are not gone through one by one; the count then says so."""
PATIENCE: Final = 512
"""So many members are looked at between two looks at whether anybody still waits."""


class Scope(StrEnum):
    """Where to look."""

    BOTH = "both"
    KEYS = "keys"
    VALUES = "values"


def find(value: Any, wanted: str, scope: Scope, cancelled: Callable[[], bool]) -> list[Trail]:
    """Return the members that hold a text in name or value, upper and lower case alike.

    In document order, at most `MOST_HITS` + 1 of them; fewer when nobody waits any longer.
    """
    hits: list[Trail] = []
    if not wanted:
        return hits
    for trail, name, member in _walk(value, cancelled):
        if _matches(name, member, wanted.casefold(), scope):
            hits.append(tuple(trail))
            if len(hits) > MOST_HITS:
                break
    return hits


def kept_by(hits: Sequence[Trail]) -> Kept:
    """Return what a filter keeps: each hit with all below it, and the parents that lead to it."""
    kept: dict[int, Any] = {}
    for trail in hits:
        level: dict[int, Any] | None = kept
        for position in trail[:-1]:
            if level is None:
                break
            level = level.setdefault(position, {})
        if level is not None and trail:
            level[trail[-1]] = None
    return kept


def value_text(value: Any) -> str:
    """Return what a search sees of a value: text as it is, numbers as they stood."""
    if isinstance(value, str):
        return value
    return "" if isinstance(value, (dict, list, tuple)) else write_scalar(value)


def _matches(name: str | int | None, value: Any, wanted: str, scope: Scope) -> bool:
    if scope is not Scope.VALUES and isinstance(name, str) and wanted in name.casefold():
        return True
    return scope is not Scope.KEYS and wanted in value_text(value).casefold()


def _walk(
    value: Any, cancelled: Callable[[], bool]
) -> Iterator[tuple[list[int], str | int | None, Any]]:
    """Give every member in document order with the way to it, the same list each time."""
    trail: list[int] = []
    levels: list[tuple[Members, int]] = [(Members([value]), 0)]
    count = 0
    while levels:
        members, position = levels[-1]
        if position == len(members):
            levels.pop()
            if trail:
                trail.pop()
            continue
        count += 1
        if count % PATIENCE == 0 and cancelled():
            return
        levels[-1] = (members, position + 1)
        member = members.value(position)
        if len(levels) == 1:
            yield trail, None, member
        else:
            trail[-1] = position
            yield trail, members.name(position), member
        if isinstance(member, (dict, list, tuple)) and member:
            levels.append((Members(member), 0))
            trail.append(0)

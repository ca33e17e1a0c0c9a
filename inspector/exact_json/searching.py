"""Finds members of a JSON value by a piece of text."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from inspector.exact_json.members import IndexPath, walk
from inspector.exact_json.writing import write_scalar

MOST_HITS: Final = 10_000
"""More hits are not gone through one by one; the count then says so."""
PATIENCE: Final = 512
"""So many members are looked at between two looks at whether anybody still waits."""


class Scope(StrEnum):
    """Where to look."""

    BOTH = "both"
    KEYS = "keys"
    VALUES = "values"


def find(
    value: Any, wanted: str, scope: Scope = Scope.BOTH, cancelled: Callable[[], bool] = bool
) -> list[IndexPath]:
    """Return the members that hold a text in name or value, upper and lower case alike.

    In document order, at most `MOST_HITS` + 1 of them; fewer when nobody waits any longer, none
    for an empty text. Numbers are searched as they stood.
    """
    hits: list[IndexPath] = []
    wanted = wanted.casefold()
    for count, (path, keys, member) in enumerate(walk(value) if wanted else ()):
        if len(hits) > MOST_HITS or (count % PATIENCE == PATIENCE - 1 and cancelled()):
            break
        if _matches(keys[-1] if keys else None, member, wanted, scope):
            hits.append(tuple(path))
    return hits


def value_text(value: Any) -> str:
    """Return what a search sees of a value: text as it is, numbers as they stood."""
    if isinstance(value, str):
        return value
    return "" if isinstance(value, (dict, list, tuple)) else write_scalar(value)


def _matches(name: str | int | None, value: Any, wanted: str, scope: Scope) -> bool:
    if scope is not Scope.VALUES and isinstance(name, str) and wanted in name.casefold():
        return True
    return scope is not Scope.KEYS and wanted in value_text(value).casefold()

"""Finding within a JSON value, and filtering it: two things, kept apart.

Both go through the value in the order of the document, without recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inspector.exact_json.json_pointer import escape, parent
from inspector.exact_json.writing import write_scalar


class Part(StrEnum):
    """Which part of a member a search looks at, or matched."""

    KEYS = "keys"
    VALUES = "values"
    BOTH = "both"
    """Only as a wish; a match is in one of the two."""


@dataclass(frozen=True, slots=True)
class Match:
    """One place that a search found."""

    pointer: str
    """JSON Pointer of the value, or of the value whose name matched."""
    part: Part
    """`KEYS` if its name matched, `VALUES` if the value itself did."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a filter leaves: the matches, all their parents, and what lies within a match."""

    matches: frozenset[str]
    """Pointers of the matches."""
    parents: frozenset[str]
    """Pointers of the containers that a match lies in."""

    def shows(self, pointer: str) -> bool:
        """Say whether a place stays visible."""
        return pointer in self.parents or self._within_match(pointer)

    def _within_match(self, pointer: str) -> bool:
        place: str | None = pointer
        while place is not None and place not in self.matches:
            place = parent(place)
        return place is not None


def find(
    value: Any, text: str, part: Part = Part.BOTH, *, case_sensitive: bool = False
) -> Iterator[Match]:
    """Give the places where a text stands, in document order; none for an empty text.

    Numbers are searched as they stood, `true`, `false` and `null` by these words. A member
    whose name and value both match counts twice, name first. Each match costs one step, so a
    caller may stop between any two.
    """
    if not text:
        return
    matches = _matcher(text, case_sensitive)
    in_keys, in_values = part is not Part.VALUES, part is not Part.KEYS
    for pointer, name, child in nodes(value):
        if in_keys and name is not None and matches(name):
            yield Match(pointer, Part.KEYS)
        if in_values and not isinstance(child, (dict, list)):
            shown = child if isinstance(child, str) else write_scalar(child)
            if matches(shown):
                yield Match(pointer, Part.VALUES)


def kept(
    value: Any, text: str, part: Part = Part.BOTH, *, case_sensitive: bool = False
) -> Kept | None:
    """Return what a filter leaves of a value; None for an empty text, which filters nothing."""
    if not text:
        return None
    found = {match.pointer for match in find(value, text, part, case_sensitive=case_sensitive)}
    parents: set[str] = set()
    for pointer in found:
        above = parent(pointer)
        while above is not None and above not in parents:
            parents.add(above)
            above = parent(above)
    return Kept(frozenset(found), frozenset(parents))


def count_nodes(value: Any) -> int:
    """Return how many values a value holds, itself included."""
    return sum(1 for _ in nodes(value))


def _matcher(text: str, case_sensitive: bool) -> Callable[[str], bool]:
    if case_sensitive:
        return lambda shown: text in shown
    folded = text.casefold()
    return lambda shown: folded in shown.casefold()


def nodes(value: Any) -> Iterator[tuple[str, str | None, Any]]:
    """Give pointer, name (None for items) and value of every node, the whole value first.

    A repeated name is given once, with its last value, which is the one its pointer names.
    """
    yield "", None, value
    pending = [_children("", value)]
    while pending:
        for node in pending[-1]:
            yield node
            if isinstance(node[2], (dict, list)) and node[2]:
                pending.append(_children(node[0], node[2]))
                break
        else:
            pending.pop()


def _children(pointer: str, value: Any) -> Iterator[tuple[str, str | None, Any]]:
    if isinstance(value, dict):
        return ((f"{pointer}/{escape(name)}", name, child) for name, child in value.items())
    items = enumerate(value) if isinstance(value, list) else ()
    return ((f"{pointer}/{index}", None, child) for index, child in items)

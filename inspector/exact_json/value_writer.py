"""JSON values -> text in any notation, container by container, however deep they lie.

A `Notation` says how names, scalars and brackets are written; JSON and the literals of
programming languages are such notations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Final

from inspector.exact_json.values import JsonObject


@dataclass(frozen=True, slots=True)
class Brackets:
    """How a container is written around its children."""

    opening: str
    closing: str
    empty: str
    """The whole of a container without children."""
    between: str = ","
    """What stands after every child but the last, without white space."""
    last: str = ""
    """What stands after the last child."""


@dataclass(frozen=True, slots=True)
class Notation:
    """How JSON values are written in one language."""

    scalar: Callable[[Any], str]
    """Writes a value that is neither a dict nor a list."""
    name: Callable[[str], str]
    """Writes the name of a member with what parts it from its value."""
    object: Brackets
    array: Brackets
    gap: str = ""
    """What stands between children on one line, such as a space."""


_CONTAINERS: Final = (dict, list, tuple)
Item = tuple[str, Any]
"""What stands before a child (its name, or nothing), and the child."""
Frame = tuple[Iterator[Item], str, str]
"""The children still to come, what parts them, what ends the container."""


def write_value(value: Any, notation: Notation, indent: int | None = None) -> str:
    """Return a value's text, on one line or, with `indent`, each child on a line of its own."""
    return _Writer(notation, indent).text(value)


class _Writer:
    """Writes one value on a stack of its own instead of Python's."""

    def __init__(self, notation: Notation, indent: int | None) -> None:
        self._notation = notation
        self._unit = None if indent is None else " " * indent
        self._parts: list[str] = []
        self._open: list[Frame] = []

    def text(self, value: Any) -> str:
        self._begin("", value)
        while self._open:
            self._continue()
        return "".join(self._parts)

    def _begin(self, prefix: str, value: Any) -> None:
        """Write a scalar or an empty container whole, or the head of a container."""
        notation = self._notation
        if not isinstance(value, _CONTAINERS):
            self._parts.append(prefix + notation.scalar(value))
            return
        brackets = notation.object if isinstance(value, dict) else notation.array
        if not value:
            self._parts.append(prefix + brackets.empty)
            return
        inner, outer = self._breaks(len(self._open))
        self._parts.append(prefix + brackets.opening + inner)
        between = brackets.between + (inner or notation.gap)
        self._open.append((self._items(value), between, brackets.last + outer + brackets.closing))

    def _continue(self) -> None:
        """Write the children of the innermost container up to its next container or its end."""
        items, between, end = self._open[-1]
        append, scalar = self._parts.append, self._notation.scalar
        for prefix, child in items:
            if isinstance(child, _CONTAINERS):
                depth = len(self._open)
                self._begin(prefix, child)
                if len(self._open) > depth:
                    return
            else:
                append(prefix)
                append(scalar(child))
            append(between)
        self._parts[-1] = end  # in the place of the separator after the last child
        self._open.pop()
        if self._open:
            append(self._open[-1][1])

    def _items(self, value: Any) -> Iterator[Item]:
        if not isinstance(value, dict):
            return zip(repeat(""), value)
        pairs = value.pairs if isinstance(value, JsonObject) else value.items()
        name = self._notation.name
        return ((name(key), child) for key, child in pairs)

    def _breaks(self, depth: int) -> tuple[str, str]:
        """Return the line break before a child, and the one before the closing bracket."""
        if self._unit is None:
            return "", ""
        return "\n" + self._unit * (depth + 1), "\n" + self._unit * depth

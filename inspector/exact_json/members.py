"""The members of JSON values by position, so that repeated names are members of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from inspector.exact_json.values import JsonObject, RepeatingObject

IndexPath: TypeAlias = tuple[int, ...]
"""The way from the root: the position of each member within its container, `()` the root."""
KeyPath: TypeAlias = tuple[str | int, ...]
"""The same way in names and indexes."""


class Members:
    """The members of a container, by position, made from the value without copying lists."""

    def __init__(self, value: Any) -> None:
        self._pairs: Sequence[tuple[str, Any]] | None = None
        self._elements: Sequence[Any] = ()
        if isinstance(value, JsonObject):
            self._pairs = value.pairs
        elif isinstance(value, dict):
            self._pairs = tuple(value.items())
        elif isinstance(value, (list, tuple)):
            self._elements = value

    def __len__(self) -> int:
        return len(self._elements if self._pairs is None else self._pairs)

    def name(self, position: int) -> str | int:
        """Return the name of a member, or the index of an element."""
        return position if self._pairs is None else self._pairs[position][0]

    def value(self, position: int) -> Any:
        """Return the value of a member."""
        return self._elements[position] if self._pairs is None else self._pairs[position][1]

    def named(self) -> Iterator[tuple[str | int, Any]]:
        """Give the name or index of every member with its value."""
        return iter(enumerate(self._elements) if self._pairs is None else self._pairs)


def member_count(value: Any) -> int:
    """Return how many members a value has, repeated names each counted."""
    if isinstance(value, RepeatingObject):
        return len(value.pairs)
    return len(value) if isinstance(value, (dict, list, tuple)) else 0


def has_path(value: Any, path: IndexPath) -> bool:
    """Say whether a value has a member at a path."""
    for position in path:
        if not 0 <= position < member_count(value):
            return False
        value = Members(value).value(position)
    return True


def value_at(value: Any, path: IndexPath) -> Any:
    """Return the value at a path."""
    for position in path:
        value = Members(value).value(position)
    return value


def key_path(value: Any, path: IndexPath) -> KeyPath:
    """Return the names on the way of a path."""
    keys: list[str | int] = []
    for position in path:
        members = Members(value)
        keys.append(members.name(position))
        value = members.value(position)
    return tuple(keys)


def index_path(value: Any, keys: KeyPath) -> IndexPath | None:
    """Return where a way of names leads in another value; None where it does not lead on."""
    path: list[int] = []
    for name in keys:
        members = Members(value)
        if isinstance(name, int):
            position = name if isinstance(value, (list, tuple)) and name < len(members) else -1
        else:
            position = _position(value, members, name)
        if position < 0:
            return None
        path.append(position)
        value = members.value(position)
    return tuple(path)


def _position(value: Any, members: Members, name: str) -> int:
    if not isinstance(value, dict) or name not in value:
        return -1
    return next(at for at, (each, _) in enumerate(members.named()) if each == name)


def walk(value: Any) -> Iterator[tuple[list[int], list[str | int], Any]]:
    """Give path, names and value of every member in document order, the whole value first.

    Path and names are the same lists each time: to be read, or copied, at once. Depth is not
    limited.
    """
    path: list[int] = []
    keys: list[str | int] = []
    yield path, keys, value
    levels = [Members(value).named()]
    while levels:
        member = next(levels[-1], None)
        if member is None:
            levels.pop()
            del path[len(levels) :], keys[len(levels) :]
            continue
        if len(path) < len(levels):
            path.append(0)
            keys.append(member[0])
        else:
            path[-1] += 1
            keys[-1] = member[0]
        yield path, keys, member[1]
        if isinstance(member[1], (dict, list, tuple)) and member[1]:
            levels.append(Members(member[1]).named())

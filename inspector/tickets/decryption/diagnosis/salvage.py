"""What can be parsed of JSON that is corrupt or cut off."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from inspector.exact_json import parsing
from inspector.exact_json.members import walk
from inspector.exact_json.parsing import NotJson
from inspector.tickets.payload.kinds import kinds

LOST: Final = "\ufffd"
MOST_WORK: Final = 20_000_000
"""Characters that are read again and again at most, so that hostile text ends soon."""
DEEPEST: Final = 50
"""Damaged containers within each other that are looked into."""
CONTAINERS: Final = frozenset("{[")
_SIGN: Final = re.compile(r"[\"{}\[\]]")
_NEXT: Final = re.compile(
    r"""
      "([^"\\\ufffd]{1,100})"\s*:\s*    # `"step": `
    | [{}\[\]]
    """,
    re.VERBOSE,
)


def salvage(text: str) -> Any:
    """Return the members (or elements) that stand whole in a text, None when there are none.

    Undecodable bytes are U+FFFD in the text; no value that holds one is taken. What stands
    in a container whose beginning is lost is never mixed with what stands outside of it: of a
    list whole elements are given, under the name that such a list has in payloads of a known
    kind, and so is a whole object whose name is lost; the rest of an object whose names are
    partly lost is left out.
    """
    reader = _Reader(text)
    unnamed: list[Any] = []
    at = int(text[:1] in CONTAINERS)
    last = len(text.rstrip(LOST + " \t\r\n"))
    while True:
        level = reader.level(at, 0)
        at = level.end
        if not level.closed_by or at >= last:
            break
        if level.closed_by == "]":
            unnamed = level.elements
    members = level.members
    name = _list_name(unnamed)
    if name is not None:
        members.setdefault(name, unnamed)
    if level.closed_by == "}":
        for value in level.elements:
            lost = _list_name(value) if isinstance(value, list) else _object_name(value)
            if lost is not None:
                members.setdefault(lost, value)
        return members or None
    return members or (unnamed if name is None else None) or level.elements or None


class _Level(NamedTuple):
    """What stands whole in one container."""

    members: dict[str, Any]
    elements: list[Any]
    end: int
    closed_by: str
    """The bracket that closes it; empty at the end of the text."""


class _Reader:
    """Reads what is whole in a text of damaged JSON."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decoder = json.JSONDecoder()
        self._work = 0

    def level(self, at: int, depth: int) -> _Level:
        """Return what stands whole from a place within a container to its end.

        Of an inner object only what stands before the first loss surely belongs to it.
        """
        members: dict[str, Any] = {}
        elements: list[Any] = []
        start, sure = at, True
        while self._work < MOST_WORK and (match := self._next(at)):
            at = match.end()
            if match[0] in ("}", "]"):
                return _Level(members, elements, at, match[0])
            value, at = self._value(at if match[1] else match.start(), match[1] or "", depth)
            sure = sure and (depth == 0 or LOST not in self._text[start:at])
            if value is not None and match[1] and sure:
                members.setdefault(match[1], value[0])
            elif value is not None and not match[1]:
                elements.append(value[0])
            start = at
        return _Level(members, elements, len(self._text), "")

    def _next(self, at: int) -> re.Match[str] | None:
        sign = _SIGN.search(self._text, at)  # which is quick to find in a long text
        return _NEXT.search(self._text, sign.start()) if sign else None

    def _value(self, at: int, name: str, depth: int) -> tuple[tuple[Any] | None, int]:
        """Return the value that begins at a place, as a tuple of one, and where to go on.

        An object without a name is an element, of which a part is not given: it may be the
        beginning of one and the end of another.
        """
        try:
            _, end = self._decoder.raw_decode(self._text, at)
        except (ValueError, RecursionError):
            self._work += len(self._text) - at
        else:
            whole = _whole(self._text, at, end)
            if whole is not None or self._text[at : at + 1] not in CONTAINERS:
                return whole, end
        opening = self._text[at : at + 1]
        if opening not in CONTAINERS or depth == DEEPEST:
            return None, at + (opening in CONTAINERS)
        level = self.level(at + 1, depth + 1)
        part: Any = level.elements if opening == "[" else level.members
        return ((part,) if part and (name or opening == "[") else None), level.end


def complete(text: str) -> tuple[Any, int] | None:
    """Return the JSON object or array that a text begins with and where it ends."""
    if text[:1] not in ("{", "["):
        return None
    try:
        _, end = json.JSONDecoder(object_pairs_hook=_nothing).raw_decode(text)
        return parsing.parse(text[:end]), end
    except (ValueError, RecursionError, NotJson):
        return None


def _nothing(members: list[tuple[str, Any]]) -> None:
    """Stand for an object of which only the end is asked; other threads go on meanwhile."""


def loses_names(value: Any) -> bool:
    """Say whether a name in a value is damaged: it may have swallowed the brackets of others."""
    return any(
        isinstance(key, str) and LOST in key for _, keys, _ in walk(value) for key in keys[-1:]
    )


def _whole(text: str, start: int, end: int) -> tuple[Any] | None:
    """Return the value as a tuple of one, None when it is corrupt or may go on."""
    piece = text[start:end]
    if LOST in piece or (piece[-1:] not in '"}]el' and text[end : end + 1] not in ",}] \n\r\t"):
        return None
    if end == len(text) and piece[-1:] not in '"}]':
        return None
    try:
        return (parsing.parse(piece),)
    except NotJson:
        return None


def _list_name(items: Sequence[Any]) -> str | None:
    """Return the member that holds a list of such objects in a known kind; None for none."""
    names = {name for item in items if isinstance(item, dict) for name in item}
    return next(
        (name for name, known in _containers("/*/").items() if names and names <= known), None
    )


def _object_name(value: Any) -> str | None:
    """Return the member that holds such an object in a known kind; None for none."""
    names = set(value) if isinstance(value, dict) else set()
    return next(
        (name for name, known in _containers("/").items() if names and names <= known), None
    )


@cache
def _containers(between: str) -> Mapping[str, frozenset[str]]:
    """Return the names of containers in payloads, with the names that stand so below them."""
    containers: dict[str, set[str]] = {}
    for kind in kinds().values():
        for pointer in kind.fields:
            name, found, inner = pointer[1:].partition(between)
            if found and name != "*" and not {"/", "*"} & {*name, *inner}:
                containers.setdefault(name, set()).add(inner)
    return MappingProxyType({name: frozenset(inner) for name, inner in containers.items()})

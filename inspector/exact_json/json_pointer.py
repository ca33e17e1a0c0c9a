"""Places within a JSON value: JSON Pointer (RFC 6901) and JSONPath (RFC 9535).

Inside the program a place is its JSON Pointer: `""` is the whole value, `/a/0` the first item
of its member `a`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_INDEX: Final = re.compile(r"(?:0|[1-9][0-9]*)\Z")
_BAD_TILDE: Final = re.compile(r"~(?![01])")
_QUOTED: Final = {"'": "\\'", "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r",
                  "\t": "\\t"}  # fmt: skip


class BadPointer(ValueError):
    """A text is no JSON Pointer, or it points at nothing."""


def pointer(steps: Iterable[str | int]) -> str:
    """Return the JSON Pointer of a way down: member names and array indexes."""
    return "".join("/" + escape(str(step)) for step in steps)


def child(parent: str, step: str | int) -> str:
    """Return the JSON Pointer of a member or item of the value that `parent` points at."""
    return f"{parent}/{escape(str(step))}"


def escape(name: str) -> str:
    """Return a name as it stands in a JSON Pointer."""
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name


def names(place: str) -> tuple[str, ...]:
    """Return the parts of a JSON Pointer, unescaped; an index is still text.

    Raises:
        BadPointer: it does not begin with a slash, or holds a `~` that escapes nothing.
    """
    if not place:
        return ()
    if place[0] != "/" or _BAD_TILDE.search(place):
        raise BadPointer(place)
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in place[1:].split("/"))


def steps(value: Any, place: str) -> tuple[str | int, ...]:
    """Return the way down to a place: names of members as text, indexes of items as integers.

    Raises:
        BadPointer: the place is no pointer, or nothing stands there in `value`.
    """
    way: list[str | int] = []
    for name in names(place):
        if isinstance(value, dict) and name in value:
            value = value[name]
            way.append(name)
        elif isinstance(value, list) and len(name) < 10 and _INDEX.match(name):
            if int(name) >= len(value):
                raise BadPointer(place)
            value = value[int(name)]
            way.append(int(name))
        else:
            raise BadPointer(place)
    return tuple(way)


def json_path(way: Iterable[str | int]) -> str:
    """Return the JSONPath of a way down, such as `$.stepInfoList[0]['a b']`."""
    return "$" + "".join(_segment(step) for step in way)


def _segment(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN_NAME.match(step):
        return f".{step}"
    return "['" + "".join(_in_quotes(character) for character in step) + "']"


def _in_quotes(character: str) -> str:
    unprintable = character < " " or "\ud800" <= character <= "\udfff"
    return _QUOTED.get(character) or (f"\\u{ord(character):04x}" if unprintable else character)

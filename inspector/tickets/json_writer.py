"""JSON values -> text, exactly: numbers as they stood, repeated names kept, any depth."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from inspector.tickets.big_integers import integer_to_digits
from inspector.tickets.json_values import JsonFloat, JsonInteger, JsonObject

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

Item = tuple[str, Any]
"""What stands before a child (its name and colon, or nothing), and the child."""
Frame = tuple[Iterator[Item], str, str]
"""The children still to come, what parts them, what closes the container."""


def write(value: Any, indent: int | None = None, ensure_ascii: bool = False) -> str:
    """Return the JSON text of a value, in the form of JavaScript's `JSON.stringify`.

    `write(parse(text))` differs from `text` in white space and escapes at most. Without `indent`
    it is one line without spaces, with it each member stands on a line of its own, so many
    spaces deep. Lone surrogates are always escaped, so the text can be stored as UTF-8. An
    infinite number or NaN that no text stood for becomes `null`. Depth is not limited.

    Raises:
        TypeError: for a value that JSON does not know.
    """
    return _Writer(indent, ensure_ascii).text(value)


def write_scalar(value: Any, ensure_ascii: bool = False) -> str:
    """Return the JSON text of a value that is no container.

    Raises:
        TypeError: for a container, and for a value that JSON does not know.
    """
    return _scalar(value, _quote_function(ensure_ascii))


class _Writer:
    """Writes one value, container by container on a stack of its own instead of Python's."""

    def __init__(self, indent: int | None, ensure_ascii: bool) -> None:
        self._unit = None if indent is None else " " * indent
        self._colon = ":" if indent is None else ": "
        self._quote = _quote_function(ensure_ascii)
        self._parts: list[str] = []
        self._open: list[Frame] = []

    def text(self, value: Any) -> str:
        self._begin("", value)
        while self._open:
            self._continue()
        return "".join(self._parts)

    def _begin(self, prefix: str, value: Any) -> None:
        """Write a scalar or an empty container whole, or the head of a container."""
        if not isinstance(value, (dict, list, tuple)):
            self._parts.append(prefix + _scalar(value, self._quote))
            return
        brackets = "{}" if isinstance(value, dict) else "[]"
        if not value:
            self._parts.append(prefix + brackets)
            return
        first, between, last = self._breaks(len(self._open))
        self._parts.append(prefix + brackets[0] + first)
        self._open.append((self._items(value), between, last + brackets[1]))

    def _continue(self) -> None:
        """Write the children of the innermost container up to its next container or its end."""
        items, between, end = self._open[-1]
        parts, quote = self._parts, self._quote
        for prefix, child in items:
            if isinstance(child, (dict, list, tuple)):
                depth = len(self._open)
                self._begin(prefix, child)
                if len(self._open) > depth:
                    return
            else:
                parts.append(prefix + _scalar(child, quote))
            parts.append(between)
        parts[-1] = end  # the separator after the last child, or what stands in its place
        self._open.pop()
        if self._open:
            parts.append(self._open[-1][1])

    def _items(self, value: Any) -> Iterator[Item]:
        if not isinstance(value, dict):
            return (("", child) for child in value)
        pairs = value.pairs if isinstance(value, JsonObject) else value.items()
        quote, colon = self._quote, self._colon
        return ((quote(name) + colon, child) for name, child in pairs)

    def _breaks(self, depth: int) -> tuple[str, str, str]:
        """Return what stands after the opening bracket, between children, before the end."""
        if self._unit is None:
            return "", ",", ""
        line = "\n" + self._unit * (depth + 1)
        return line, "," + line, "\n" + self._unit * depth


def _scalar(value: Any, quote: Callable[[str], str]) -> str:
    if isinstance(value, str):
        return quote(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (JsonInteger, JsonFloat)):
        return value.literal
    if isinstance(value, int):
        return integer_to_digits(value)
    if isinstance(value, float):
        return float.__repr__(value) if math.isfinite(value) else "null"
    message = f"JSON does not know {type(value).__name__}"
    raise TypeError(message)


def _quote_function(ensure_ascii: bool) -> Callable[[str], str]:
    return json.encoder.encode_basestring_ascii if ensure_ascii else _quote


def _quote(text: str) -> str:
    quoted = json.encoder.encode_basestring(text)
    if quoted.isascii() or not _SURROGATE.search(quoted):
        return quoted
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)

"""JSON values -> JSON text, exactly: numbers as they stood, repeated names kept, any depth."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, Final

from inspector.exact_json.big_integers import integer_to_digits
from inspector.exact_json.value_writer import Brackets, Notation, write_value
from inspector.exact_json.values import JsonFloat, JsonInteger

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_OBJECT: Final = Brackets("{", "}", "{}")
_ARRAY: Final = Brackets("[", "]", "[]")
PLAIN: Final = 10**18
"""Integers below it are written straight away; they are nearly all there are."""


def write(value: Any, indent: int | None = None, ensure_ascii: bool = False) -> str:
    """Return the JSON text of a value, in the form of JavaScript's `JSON.stringify`.

    `write(parse(text))` differs from `text` in white space and escapes at most. Without `indent`
    it is one line without spaces, with it each member stands on a line of its own, so many
    spaces deep. Lone surrogates are always escaped, so the text can be stored as UTF-8. An
    infinite number or NaN that no text stood for becomes `null`. Depth is not limited.

    Raises:
        TypeError: for a value that JSON does not know.
    """
    quote = json.encoder.encode_basestring_ascii if ensure_ascii else quoted
    colon = ":" if indent is None else ": "
    notation = Notation(
        scalar=partial(_scalar, quote),
        name=lru_cache(maxsize=1024)(lambda name: quote(name) + colon),
        object=_OBJECT,
        array=_ARRAY,
    )
    return write_value(value, notation, indent)


def write_scalar(value: Any) -> str:
    """Return the JSON text of a value that is no container.

    Raises:
        TypeError: for a container, and for a value that JSON does not know.
    """
    return _scalar(quoted, value)


def quoted(text: str) -> str:
    """Return a text as a JSON string, characters outside ASCII as they are."""
    return escape_surrogates(json.encoder.encode_basestring(text))


def escape_surrogates(text: str) -> str:
    """Return JSON text with every lone surrogate escaped, so that it can be stored as UTF-8."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def number_literal(value: float) -> str:
    """Return the JSON text of a number, as it stood where it was read from a text."""
    if isinstance(value, (JsonInteger, JsonFloat)):
        return value.literal
    if isinstance(value, int):
        return integer_to_digits(value)
    return float.__repr__(value) if math.isfinite(value) else "null"


def _scalar(quote: Callable[[str], str], value: Any) -> str:
    kind = type(value)
    if kind is str:
        return quote(value)
    if kind is int:
        return int.__repr__(value) if -PLAIN < value < PLAIN else integer_to_digits(value)
    if value is None:
        return "null"
    if kind is bool:
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number_literal(value)
    if isinstance(value, str):
        return quote(str(value))
    message = f"JSON does not know {kind.__name__}"
    raise TypeError(message)

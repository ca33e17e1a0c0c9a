"""Strict JSON without loss: numbers as they stood, repeated names kept, integers of any size.

The values compare equal to what `json.loads` gives; what is more than that lies in subclasses
(`JsonObject`, `JsonFloat`, `JsonInteger`). `write` is the way back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NoReturn

from inspector.exact_json import faults
from inspector.exact_json.faults import MOST_LEVELS
from inspector.exact_json.structure import is_deeper
from inspector.exact_json.values import JsonFloat, JsonInteger, JsonObject, NotJson
from inspector.exact_json.writing import write, write_scalar

__all__ = [
    "JsonFloat",
    "JsonInteger",
    "JsonObject",
    "NotJson",
    "duplicates",
    "parse",
    "write",
    "write_scalar",
]

MOST_EXACT_DIGITS: Final = 1_000_000
"""Longer integers become a `JsonFloat`: their text stays exact, their value is infinite."""
SAFE_DIGITS: Final = 600
"""Integers up to this many digits are converted by `int` whatever Python's limit is set to."""


CONTAINERS: Final = (dict, list)


def parse(text: str) -> Any:
    """Return the JSON value of a text.

    None, bool, str, list, `JsonObject`, and int or float or their exact subclasses. Names that
    Python alone accepts (`NaN`, `Infinity`) are refused.

    Raises:
        NotJson: when the text is no strict JSON, or is nested too deeply to be held.
    """
    try:
        value = _decoder().decode(text)
    except (json.JSONDecodeError, _ConstantError, RecursionError):
        faults.check(text)
        raise NotJson(0, faults.TOO_DEEP) from None  # the program itself stands too deep
    if text.count("[") + text.count("{") > MOST_LEVELS and is_deeper(value, MOST_LEVELS):
        faults.check(text)
    return value


@cache
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=JsonObject.of,
        parse_float=JsonFloat,
        parse_int=_integer,
        parse_constant=_refuse_constant,
    )


def duplicates(value: Any) -> tuple[str, ...]:
    """Return every name that is repeated within one object, each once, in document order."""
    repeating: list[JsonObject] = []
    pending = [value]
    while pending:  # every payload of a file of reports comes here
        current = pending.pop()
        children: Iterable[Any]
        if type(current) is JsonObject:
            children = current.values()
        elif isinstance(current, JsonObject):
            repeating.append(current)
            children = [child for _, child in current.pairs]
        else:
            children = current if isinstance(current, list) else ()
        inner = [each for each in children if isinstance(each, CONTAINERS)]
        pending += inner[::-1]
    if not repeating:
        return ()
    return tuple(dict.fromkeys(name for each in repeating for name in each.duplicates))


class _ConstantError(Exception):
    """Python's JSON met `NaN` or `Infinity`."""


def _refuse_constant(_: str) -> NoReturn:
    raise _ConstantError


def _integer(literal: str) -> int | float:
    if len(literal) <= SAFE_DIGITS and literal != "-0":
        return int(literal)
    return JsonInteger(literal) if len(literal) <= MOST_EXACT_DIGITS else JsonFloat(literal)

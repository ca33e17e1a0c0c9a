"""JSON values as literals of programming languages, ready to paste into source code.

Integers keep every digit: JavaScript gets `BigInt`, Java `BigInteger` where its own types end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from inspector.exact_json.value_writer import Brackets, Notation, write_value
from inspector.exact_json.writing import number_literal, quoted, write

LONGEST_PYTHON_INTEGER: Final = 4300
"""More digits than these the Python compiler takes in hexadecimal only."""
LARGEST_JAVASCRIPT_INTEGER: Final = 2**53 - 1
LONGEST_JAVA_STRING: Final = 16_000
"""Characters; the class file holds 65,535 bytes a constant, a character up to three of them."""

_JAVASCRIPT_NAME: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")
_JAVA_ESCAPES: Final = {
    '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f",
}  # fmt: skip
_JAVA_SPECIAL: Final = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]')


def as_json(value: Any, indent: int | None = 2) -> str:
    """Return a value as JSON."""
    return write(value, indent)


def as_python(value: Any, indent: int | None = 2) -> str:
    """Return a value as a Python literal: `None`, `True`, `False`, `dict` and `list`."""
    return write_value(value, _PYTHON, indent)


def as_javascript(value: Any, indent: int | None = 2) -> str:
    """Return a value as a JavaScript literal; integers past 2**53 - 1 become `BigInt`.

    `__proto__` stands as a computed name: as a plain one it would set the prototype.
    """
    return write_value(value, _JAVASCRIPT, indent)


def as_java(value: Any, indent: int | None = 2) -> str:
    """Return a value as a Java expression of `LinkedHashMap` and `Arrays.asList`.

    These two keep the order and take null, unlike `Map.of` and `List.of`. It needs
    `java.util.*` and, for numbers that no Java type holds, `java.math.*`.
    """
    return write_value(value, _JAVA, indent)


LANGUAGES: Final[Mapping[str, Callable[[Any, int | None], str]]] = MappingProxyType(
    {"JSON": as_json, "Python": as_python, "JavaScript": as_javascript, "Java": as_java}
)
"""Name of the language -> its writer; called with a value and an indent or None."""


def _python_scalar(value: Any) -> str:
    if value is None or isinstance(value, (bool, str)):
        return repr(value)
    literal = number_literal(value)
    too_long = len(literal) > LONGEST_PYTHON_INTEGER and isinstance(value, int)
    return hex(value) if too_long else literal


def _javascript_scalar(value: Any) -> str:
    if isinstance(value, str):
        return _javascript_string(value)
    if value is None or isinstance(value, bool):
        return write(value)
    large = isinstance(value, int) and abs(value) > LARGEST_JAVASCRIPT_INTEGER
    return number_literal(value) + ("n" if large else "")


def _javascript_string(text: str) -> str:
    return quoted(text).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _javascript_name(name: str) -> str:
    if name == "__proto__":
        return '["__proto__"]: '
    plain = _JAVASCRIPT_NAME.match(name)
    return f"{name if plain else _javascript_string(name)}: "


def _java_scalar(value: Any) -> str:
    if isinstance(value, str):
        return _java_string(value)
    if value is None:
        return "(Object) null"  # a bare null alone in asList would be the array itself
    if isinstance(value, bool):
        return write(value)
    literal = number_literal(value)
    if isinstance(value, float):
        return literal if _is_java_double(literal) else f'new BigDecimal("{literal}")'
    if -(2**31) <= value < 2**31:
        return literal
    return f"{literal}L" if -(2**63) <= value < 2**63 else f'new BigInteger("{literal}")'


def _is_java_double(literal: str) -> bool:
    """Say whether a double holds the number exactly as it is written."""
    from decimal import Decimal

    return Decimal(literal) == Decimal(repr(float(literal)))


def _java_string(text: str) -> str:
    if len(text) <= LONGEST_JAVA_STRING:
        return '"' + _JAVA_SPECIAL.sub(_java_escape, text) + '"'
    starts = range(0, len(text), LONGEST_JAVA_STRING)
    pieces = (_java_string(text[start : start + LONGEST_JAVA_STRING]) for start in starts)
    return f'String.join("", {", ".join(pieces)})'


def _java_escape(match: re.Match[str]) -> str:
    """Escape one character; a control character in octal, which Java reads after the line."""
    character = match[0]
    code = ord(character)
    if character in _JAVA_ESCAPES:
        return _JAVA_ESCAPES[character]
    return f"\\{code:03o}" if code < 256 else f"\\u{code:04x}"


_PYTHON: Final = Notation(
    scalar=_python_scalar,
    name=lambda name: repr(name) + ": ",
    object=Brackets("{", "}", "{}"),
    array=Brackets("[", "]", "[]"),
    gap=" ",
)
_JAVASCRIPT: Final = Notation(
    scalar=_javascript_scalar,
    name=_javascript_name,
    object=Brackets("{", "}", "{}"),
    array=Brackets("[", "]", "[]"),
    gap=" ",
)
_JAVA: Final = Notation(
    scalar=_java_scalar,
    name=lambda name: f"put({_java_string(name)}, ",
    object=Brackets(
        "new LinkedHashMap<String, Object>() {{", "}}", "new LinkedHashMap<String, Object>()",
        between=");", last=");",
    ),
    array=Brackets("Arrays.<Object>asList(", ")", "new ArrayList<Object>()"),
    gap=" ",
)  # fmt: skip

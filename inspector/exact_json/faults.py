"""Where and why a text is no strict JSON, in our own words: Python's change with its versions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from inspector.exact_json.values import NotJson

MOST_LEVELS: Final = 500
"""Containers within each other. Each version of Python has another limit; ours is below all."""

VALUE: Final = "a value is expected"
NAME: Final = "a name in double quotes is expected"
COLON: Final = "a colon is expected"
COMMA: Final = "a comma or the end is expected"
SPARE_COMMA: Final = "there is a comma before the end"
ENDLESS: Final = "a string starts here and never ends"
CONTROL: Final = "a control character is unescaped in a string"
ESCAPE: Final = "an escape in a string is invalid"
MORE_TEXT: Final = "more text follows after the end of the value"
NO_VALUE: Final = "this name is not a JSON value"
TOO_DEEP: Final = "the value is nested too deeply"
REASONS: Final = (
    VALUE,
    NAME,
    COLON,
    COMMA,
    SPARE_COMMA,
    ENDLESS,
    CONTROL,
    ESCAPE,
    MORE_TEXT,
    NO_VALUE,
    TOO_DEEP,
)
"""Every reason of a `NotJson`, an English msgid."""

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_PLAIN: Final = re.compile(r'[^"\\\x00-\x1f]*')
_ESCAPED: Final = re.compile(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})')
_CUT_ESCAPE: Final = re.compile(r"\\(?:u[0-9A-Fa-f]{0,3})?\Z")
_SCALAR: Final = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_PYTHON_ONLY: Final = re.compile("NaN|-?Infinity")
_CLOSING: Final = {"{": "}", "[": "]"}

_Step: TypeAlias = "Callable[[], _Step | None]"


def check(text: str) -> None:
    """Walk once through a text.

    Raises:
        NotJson: when it is no strict JSON, or nested deeper than `MOST_LEVELS`.
    """
    walk = _Walk(text)
    step: _Step | None = walk.value
    while step:
        step = step()


class _Walk:
    """One way through a text; each method takes what stands next and returns what may follow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closing: list[str] = []
        self._place = 0
        self._skip(_SPACE)

    def value(self) -> _Step:
        next_one = self._next()
        if next_one in _CLOSING:
            return self._open(_CLOSING[next_one])
        if next_one == '"':
            self._take_string()
            return self._after_value
        if not self._skip(_SCALAR):
            known = _PYTHON_ONLY.match(self._text, self._place)
            raise NotJson(self._place, NO_VALUE if known else VALUE)
        return self._after_value

    def _open(self, closing: str) -> _Step:
        if len(self._closing) == MOST_LEVELS:
            raise NotJson(self._place, TOO_DEEP)
        self._closing.append(closing)
        self._step_over()
        return self._after_value if self._next() == closing else self._member()

    def _member(self) -> _Step:
        return self._name if self._closing[-1] == "}" else self.value

    def _name(self) -> _Step:
        if self._next() != '"':
            raise NotJson(self._place, NAME)
        self._take_string()
        self._skip(_SPACE)
        if self._next() != ":":
            raise NotJson(self._place, COLON)
        self._step_over()
        return self.value

    def _after_value(self) -> _Step | None:
        self._skip(_SPACE)
        if not self._closing:
            if self._place < len(self._text):
                raise NotJson(self._place, MORE_TEXT)
            return None
        if self._next() == self._closing[-1]:
            self._closing.pop()
            self._step_over()
            return self._after_value
        if self._next() != ",":
            raise NotJson(self._place, COMMA)
        self._step_over()
        if self._next() == self._closing[-1]:
            raise NotJson(self._place, SPARE_COMMA)
        return self._member()

    def _take_string(self) -> None:
        start = self._place
        self._place += 1
        self._skip(_PLAIN)
        while self._skip(_ESCAPED):
            self._skip(_PLAIN)
        if self._next() == '"':
            self._place += 1
        elif not self._next() or _CUT_ESCAPE.match(self._text, self._place):
            raise NotJson(start, ENDLESS)
        else:
            raise NotJson(self._place, ESCAPE if self._next() == "\\" else CONTROL)

    def _next(self) -> str:
        return self._text[self._place : self._place + 1]

    def _step_over(self) -> None:
        self._place += 1
        self._skip(_SPACE)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Go behind what matches here, and say whether anything did."""
        match = pattern.match(self._text, self._place)
        self._place = match.end() if match else self._place
        return match is not None

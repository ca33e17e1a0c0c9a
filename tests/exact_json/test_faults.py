"""Why a text is no JSON: the same words on every Python, and a fault exactly where there is one."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector.exact_json.faults import MOST_LEVELS, check
from inspector.exact_json.values import NotJson
from inspector.messages import Messages

FAULTS = [
    ("", 0, "a value is expected"),
    (" \n", 2, "a value is expected"),
    ("[,1]", 1, "a value is expected"),
    ("[1,,2]", 3, "a value is expected"),
    ('{"a":}', 5, "a value is expected"),
    ("-", 0, "a value is expected"),
    ("[tru]", 1, "a value is expected"),
    ("\ufeff{}", 0, "a value is expected"),
    ("\u00a01", 0, "a value is expected"),
    ("[\uff11]", 1, "a value is expected"),
    ("[1, ]", 4, "there is a comma before the end"),
    ('{"a":1,}', 7, "there is a comma before the end"),
    ('{"a" 1}', 5, "a colon is expected"),
    ('{"a"', 4, "a colon is expected"),
    ("{a:1}", 1, "a name in double quotes is expected"),
    ('{"a":1,b:2}', 7, "a name in double quotes is expected"),
    ("{", 1, "a name in double quotes is expected"),
    ("[1 2]", 3, "a comma or the end is expected"),
    ("[1}", 2, "a comma or the end is expected"),
    ("[1", 2, "a comma or the end is expected"),
    ("[01]", 2, "a comma or the end is expected"),
    ('["NaN", NaN]', 8, "this name is not a JSON value"),
    ('["\\"Infinity", -Infinity]', 15, "this name is not a JSON value"),
    ('"a\nb"', 2, "a control character is unescaped in a string"),
    ('"a\0', 2, "a control character is unescaped in a string"),
    ('"abc', 0, "a string starts here and never ends"),
    ('["\\', 1, "a string starts here and never ends"),
    ('["a\\u00', 1, "a string starts here and never ends"),
    ("1 2", 2, "more text follows after the end of the value"),
    ("01", 1, "more text follows after the end of the value"),
    ("1.", 1, "more text follows after the end of the value"),
    ("{}\0", 2, "more text follows after the end of the value"),
    ('"\\x"', 1, "an escape in a string is invalid"),
    ('"\\u12_4"', 1, "an escape in a string is invalid"),
    ('"\\ud8"', 1, "an escape in a string is invalid"),
]


def fault(text: str) -> NotJson | None:
    try:
        check(text)
    except NotJson as error:
        return error
    return None


def python_takes(text: str) -> bool:
    try:
        json.loads(text, parse_constant=int)  # int("NaN") is a ValueError, too
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(("text", "position", "reason"), FAULTS)
def test_where_and_why(text: str, position: int, reason: str) -> None:
    error = fault(text)
    assert error is not None
    assert (error.position, error.reason) == (position, reason)
    assert not python_takes(text)
    assert Messages("zh_CN").gettext(reason) != reason


@given(st.text(alphabet='{}[]",:0123.e-+\\untrefals/ \n\0a\uff11') | st.text())
@example('{"a":[1.5e-3,true,{"":null}],"b":"\\ud83d\\ude00\\/"}')
@example("[" * MOST_LEVELS + "]" * MOST_LEVELS)
def test_a_fault_is_found_exactly_where_python_refuses(text: str) -> None:
    error = fault(text)
    assert (error is None) == python_takes(text)
    assert error is None or 0 <= error.position <= len(text)


def test_too_many_levels_are_a_fault_where_the_first_of_them_opens() -> None:
    error = fault("[" * 100_000)
    assert error is not None
    assert (error.position, error.reason) == (MOST_LEVELS, "the value is nested too deeply")

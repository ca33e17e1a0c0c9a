from __future__ import annotations

from typing import Any

from hypothesis import given

from inspector.exact_json.parsing import parse, write
from inspector.exact_json.structure import Structures, is_deeper
from tests.exact_json.test_parsing import JSON_VALUES


@given(JSON_VALUES)
def test_equal_values_hold_the_same(value: Any) -> None:
    again = parse(write(value))
    assert Structures().of(value) == Structures().of(again)


def test_values_that_python_takes_for_equal_are_told_apart() -> None:
    values: list[Any] = [True, 1, "1", -1, -2, None, [], {}, [[]], "", 0, False, {"a": 1}, ["a", 1]]
    assert len({Structures().of(value) for value in values}) == len(values)


def test_depth_is_counted_in_levels() -> None:
    assert not is_deeper(1, 0)
    assert is_deeper([], 0)
    assert not is_deeper([1, {}], 2)
    assert is_deeper([[]], 1)
    assert is_deeper({"a": [1]}, 1)
    assert not is_deeper({"a": [1]}, 2)

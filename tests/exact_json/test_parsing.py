from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.faults import MOST_LEVELS
from inspector.exact_json.parsing import JsonFloat, JsonObject, NotJson, duplicates, parse, write

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)  # fmt: skip


def parsed(text: str) -> tuple[Any, NotJson | None]:
    try:
        return parse(text), None
    except NotJson as error:
        return None, error


@given(JSON_VALUES)
def test_parsing_gives_what_plain_json_gives(value: Any) -> None:
    text = json.dumps(value)
    assert parse(text) == json.loads(text)


@given(st.text())
def test_any_text_is_a_value_or_not_json(text: str) -> None:
    value, error = parsed(text)
    assert error or value == json.loads(text)
    assert error is None or 0 <= error.position <= len(text)


@given(st.text(alphabet='{}[]",:0123.e-+tfn\\u '))
def test_what_is_accepted_is_written_back_exactly(text: str) -> None:
    value, error = parsed(text)
    assert error or write(parse(write(value))) == write(value)
    assert error or parse(write(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1.10,"b":1e400,"c":-0,"d":1E+2,"e":0.1000000000000000055511151231257827}',
        '{"a":1,"b":2,"a":[3,{"x":{},"x":[]}]}',
        "[12345678901234567890123,-" + "9" * 5000 + "]",
        '"\\ud800"',
        '{"":{"":""}}',
    ],
)
def test_nothing_of_a_text_is_lost(text: str) -> None:
    assert write(parse(text)) == text
    assert write(copy.deepcopy(parse(text))) == text
    assert write(pickle.loads(pickle.dumps(parse(text)))) == text


def test_integers_past_pythons_limit_are_exact() -> None:
    assert parse("1" + "0" * 5000) == 10**5000
    assert parse("-1" + "0" * 5000) == -(10**5000)
    assert parse("-0") == 0


def test_a_number_too_long_to_calculate_keeps_its_text() -> None:
    number = parse("7" * 1_000_001)
    assert isinstance(number, JsonFloat)
    assert write(number) == "7" * 1_000_001


def test_repeated_names_are_kept_and_told() -> None:
    value = parse('{"a":1,"b":{"c":1,"c":2,"c":3},"a":2}')
    assert isinstance(value, JsonObject)
    assert value == {"a": 2, "b": {"c": 3}}
    assert value.pairs == (("a", 1), ("b", {"c": 3}), ("a", 2))
    assert value.duplicates == ("a",)
    assert duplicates(value) == ("a", "c")
    assert duplicates(parse('{"a":[{"b":1}]}')) == ()


def test_an_error_survives_its_way_between_processes() -> None:
    error = parsed("[1,]")[1]
    assert str(pickle.loads(pickle.dumps(error))) == "there is a comma before the end at 3"


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_endless_nesting_is_not_json(opening: str) -> None:
    with pytest.raises(NotJson, match="nested too deeply"):
        parse(opening * 200_000)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_every_python_takes_the_same_number_of_levels(opening: str, closing: str) -> None:
    times = MOST_LEVELS // len(closing)
    text = f"{opening * times}1{closing * times}"
    assert write(parse(text)) == text
    deeper = opening * times + "[1]" + closing * times
    with pytest.raises(NotJson) as caught:
        parse(deeper)
    assert caught.value.position == len(opening) * times


def test_many_containers_side_by_side_are_not_deep() -> None:
    assert parse("[" + "[[]]," * 2_000 + "{}]")[-1] == {}

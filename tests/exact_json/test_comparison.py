from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.comparison import NOTHING, Difference, State, compare
from inspector.exact_json.json_pointer import steps
from inspector.exact_json.parsing import parse, write
from tests.exact_json.test_json_pointer import at
from tests.exact_json.test_parsing import JSON_VALUES

MIRRORED = {State.ADDED: State.REMOVED, State.REMOVED: State.ADDED}
SMALL = st.recursive(
    st.sampled_from([None, True, False, 0, 1, -1, -2, 1.0, "", "a"]),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from("abc/~"), inner, max_size=4)
    ),
    max_leaves=15,
)


def changes(left: Any, right: Any) -> list[tuple[str, str | None, str | None]]:
    return [
        (place.state.value, place.left_pointer, place.right_pointer)
        for place in compare(left, right).changes()
    ]


def test_the_order_of_names_counts_for_nothing() -> None:
    assert compare(parse('{"a":1,"b":[{"c":1,"d":2}]}'), parse('{"b":[{"d":2,"c":1}],"a":1}')) == (
        compare({"a": 1, "b": [{"c": 1, "d": 2}]}, {"b": [{"d": 2, "c": 1}], "a": 1})
    )
    assert changes({"a": 1, "b": 2}, {"b": 2, "a": 1}) == []


def test_members_are_added_removed_and_changed() -> None:
    left = {"openGId": "G1", "watermark": {"timestamp": 1, "appid": "wx"}, "old": 1}
    right = {"watermark": {"appid": "wx", "timestamp": 2}, "openGId": "G1", "new": 1}
    assert changes(left, right) == [
        ("changed", "/watermark/timestamp", "/watermark/timestamp"),
        ("removed", "/old", None),
        ("added", None, "/new"),
    ]


def test_an_item_put_in_moves_no_others() -> None:
    left = [{"key": str(number)} for number in range(20)]
    right = [*left[:5], {"key": "new"}, *left[5:]]
    assert changes(left, right) == [("added", None, "/5")]
    right[10] = {"key": "other"}
    assert changes(left, right) == [("added", None, "/5"), ("changed", "/9/key", "/10/key")]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("1", "1.0", True),
        ("100", "1e2", True),
        ("1", "true", False),
        ("0", "-0", True),
        ("0.1", "0.1000000000000000000001", False),
        ("1e999", "1e998", False),
        ("12345678901234567890", "12345678901234567891", False),
        ("1e99999999999999999999999", "1e99999999999999999999999", True),
        ("1e99999999999999999999999", "2", False),
        ("[]", "{}", False),
        ("null", "0", False),
        ('"1"', "1", False),
    ],
)
def test_scalars_are_compared_by_value_and_type(left: str, right: str, same: bool) -> None:
    assert (changes(parse(left), parse(right)) == []) is same
    assert (changes([parse(left)], [parse(right)]) == []) is same


@given(JSON_VALUES)
def test_a_value_is_the_same_as_itself(value: Any) -> None:
    difference = compare(value, copy.deepcopy(value))
    assert difference.state is State.SAME
    assert difference.children == ()


@given(SMALL, SMALL)
def test_comparing_the_other_way_round_mirrors_everything(left: Any, right: Any) -> None:
    there = sorted(_mirrored(place) for place in compare(left, right).changes())
    assert there == sorted(_facts(place) for place in compare(right, left).changes())


def _facts(place: Difference) -> tuple[str, str, str]:
    return place.state.value, str(place.left_pointer), str(place.right_pointer)


def _mirrored(place: Difference) -> tuple[str, str, str]:
    state = MIRRORED.get(place.state, place.state)
    return state.value, str(place.right_pointer), str(place.left_pointer)


@given(SMALL, SMALL)
def test_every_change_stands_where_it_says(left: Any, right: Any) -> None:
    difference = compare(left, right)
    for place in difference.changes():
        for whole, pointer, value in (
            (left, place.left_pointer, place.left),
            (right, place.right_pointer, place.right),
        ):
            if pointer is None:
                assert value is NOTHING
            else:
                assert write(at(whole, steps(whole, pointer))) == write(value)
    assert (difference.state is State.SAME) is not any(difference.changes())


def test_deep_and_long_values_are_compared() -> None:
    left: Any = 1
    right: Any = 2
    for _ in range(500):
        left, right = [left], [right]
    (place,) = compare(left, right).changes()
    assert place.left_pointer == "/0" * 100
    many = list(range(3000))
    assert len(changes(many, [0, 9999, *many[2:]])) == 1
    assert len(changes(many, many[::-1])) == 3000

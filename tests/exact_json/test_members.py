"""Members by position, and walks over all of them."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from inspector.exact_json.members import (
    has_path,
    index_path,
    key_path,
    member_count,
    value_at,
    walk,
)
from inspector.exact_json.parsing import parse
from tests.exact_json.test_parsing import JSON_VALUES

REPEATING = parse('{"a": 1, "b": [true], "a": {"c": null}}')


def test_a_walk_gives_every_member_in_document_order() -> None:
    assert [(tuple(path), tuple(keys), value) for path, keys, value in walk(REPEATING)] == [
        ((), (), REPEATING),
        ((0,), ("a",), 1),
        ((1,), ("b",), [True]),
        ((1, 0), ("b", 0), True),
        ((2,), ("a",), {"c": None}),
        ((2, 0), ("a", "c"), None),
    ]
    assert member_count(REPEATING) == 3


@given(JSON_VALUES)
def test_paths_and_names_lead_to_the_same_value(value: Any) -> None:
    for path, keys, member in walk(value):
        assert value_at(value, tuple(path)) is member
        assert key_path(value, tuple(path)) == tuple(keys)
        assert index_path(value, tuple(keys)) is not None


def test_a_way_that_leads_nowhere() -> None:
    assert index_path(REPEATING, ("b", 1)) is None
    assert index_path(REPEATING, ("x",)) is None
    assert index_path(REPEATING, ("b", "0")) is None


def test_a_path_is_in_the_value_or_not() -> None:
    value = parse('{"a":[1,{"b":2}],"a":"text"}')
    assert all(has_path(value, path) for path in ((), (0,), (0, 1), (0, 1, 0), (1,)))
    assert not any(has_path(value, path) for path in ((2,), (-1,), (0, 2), (0, 0, 0), (1, 0)))
    assert not has_path(None, (0,))


def test_a_deep_value_is_walked() -> None:
    value: Any = "needle"
    for _ in range(20_000):
        value = [value]
    assert max(len(path) for path, _, member in walk(value) if member == "needle") == 20_000
    while isinstance(value, list):
        value = value.pop()

"""The payload as nodes made on demand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.members import index_path, key_path, value_at
from inspector.exact_json.parsing import parse
from inspector.window.payload_panel.nodes import Node, find_node, root_of

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


def walk(node: Node) -> list[Node]:
    return [node, *(below for child in node.children for below in walk(child))]


@given(json_values)
def test_every_row_leads_back_to_itself(value: Any) -> None:
    root = root_of(value)
    if isinstance(value, (list, dict)) and value:
        for node in walk(root)[1:]:
            assert find_node(root, node.trail) is node
            assert value_at(value, node.trail) is node.value
            assert key_path(value, node.trail) == node.names
            assert index_path(value, node.names) == node.trail


def test_repeated_names_are_rows_of_their_own() -> None:
    value = parse('{"a": 1, "b": 2, "a": 3}')
    rows = root_of(value).children
    assert [(row.name, row.value, row.trail) for row in rows] == [
        ("a", 1, (0,)),
        ("b", 2, (1,)),
        ("a", 3, (2,)),
    ]


@pytest.mark.parametrize("count", [200, 201, 1_000, 20_001, 1_000_000])
def test_no_look_makes_more_than_a_few_hundred_rows(count: int) -> None:
    root = root_of(list(range(count)))
    assert len(root.children) <= 201
    last = find_node(root, (count - 1,))
    assert last is not None
    assert last.value == count - 1
    assert last.trail == (count - 1,)


def test_ranges_name_their_bounds_and_stay_out_of_trails() -> None:
    root = root_of({"list": [{"id": i} for i in range(250)]})
    ranges = root.children[0].children
    assert [r.bounds for r in ranges] == [(0, 99), (100, 199), (200, 249)]
    assert all(r.is_range for r in ranges)
    deep = find_node(root, (0, 249, 0))
    assert deep is not None
    assert deep.names == ("list", 249, "id")
    assert deep.trail == (0, 249, 0)


def test_a_value_without_members_is_one_row() -> None:
    assert [row.value for row in root_of("text").children] == ["text"]
    assert [row.value for row in root_of({}).children] == [{}]

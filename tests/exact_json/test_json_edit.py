"""Places in a JSON text."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.json_edit import (
    add_item,
    add_member,
    children,
    find_member,
    first_place,
    line_end,
)

TEXT = '{ "a": [1, "]", {"b": "}"}],\n\t"a\\u0062": null , "a": 2 }'


def test_children_are_found_where_they_stand() -> None:
    found = list(children(TEXT, first_place(TEXT)))
    assert [child.name for child in found] == ["a", "ab", "a"]
    assert [child.lead for child in found] == [" ", "\n\t", " "]
    assert TEXT[found[0].value_start : found[0].end] == '[1, "]", {"b": "}"}]'
    assert find_member(TEXT, 0, "a") == found[2].value_start
    assert find_member(TEXT, 0, "none") is None


def test_lines_end_as_they_do() -> None:
    assert line_end("a\r\nb") == "\r\n"
    assert line_end("a\nb") == line_end("") == "\n"


@given(
    st.dictionaries(st.text(max_size=4), st.lists(st.integers() | st.text(max_size=3)), max_size=3),
    st.sampled_from([None, 0, 3, "\t"]),
)
def test_an_addition_is_the_last_child(value: dict[str, Any], indent: int | str | None) -> None:
    text = json.dumps(value, indent=indent)
    changed = json.loads(add_member(text, 0, "new\ud800", {"x": ["y"]}))
    assert changed == value | {"new\ud800": {"x": ["y"]}}
    for name, items in value.items():
        place = find_member(text, 0, name)
        assert place is not None
        assert json.loads(add_item(text, place, {"z": 1}))[name] == [*items, {"z": 1}]

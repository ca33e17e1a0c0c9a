from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.json_pointer import (
    BadPointer,
    child,
    json_path,
    names,
    pointer,
    steps,
)

RFC_6901: dict[str, Any] = {
    "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, 'k"l': 6,
    " ": 7, "m~n": 8,
}  # fmt: skip


def at(value: Any, way: tuple[str | int, ...]) -> Any:
    for step in way:
        value = value[step]
    return value


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("", RFC_6901), ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1),
        ("/c%d", 2), ("/e^f", 3), ("/g|h", 4), ("/i\\j", 5), ('/k"l', 6), ("/ ", 7), ("/m~0n", 8),
    ],
)  # fmt: skip
def test_the_examples_of_the_standard(place: str, value: Any) -> None:
    way = steps(RFC_6901, place)
    assert pointer(way) == place
    assert at(RFC_6901, way) == value


@pytest.mark.parametrize(
    "place", ["foo", "/~", "/~2", "/bar", "/foo/2", "/foo/00", "/foo/-", "/foo/٠", "/foo/0/0"]
)
def test_what_points_at_nothing_is_refused(place: str) -> None:
    with pytest.raises(BadPointer):
        steps(RFC_6901, place)


@given(st.lists(st.text()))
def test_names_survive_the_way_into_a_pointer_and_back(way: list[str]) -> None:
    assert names(pointer(way)) == tuple(way)


@given(st.text(), st.text())
def test_a_child_is_the_pointer_and_one_name_more(first: str, second: str) -> None:
    assert child(pointer([first]), second) == pointer([first, second])


def test_json_path_writes_plain_names_short_and_others_quoted() -> None:
    way = ("a", 0, "b c", "it's", "\\", "名", "", "x\n\ud800", "9")
    assert json_path(way) == "$.a[0]['b c']['it\\'s']['\\\\']['名']['']['x\\n\\ud800']['9']"
    assert json_path(()) == "$"


def test_an_index_and_a_name_of_digits_are_told_apart() -> None:
    value = {"a": [{"0": 5}]}
    assert json_path(steps(value, "/a/0/0")) == "$.a[0]['0']"

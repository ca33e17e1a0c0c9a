"""Find."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.members import IndexPath, Members, key_path, value_at
from inspector.exact_json.parsing import parse
from inspector.exact_json.searching import MOST_HITS, Scope, find, value_text
from tests.exact_json.test_parsing import JSON_VALUES

VALUE = parse(
    '{"openGId": "tGDK", "watermark": {"timestamp": 1535624932, "appid": "wxGD"}, "n": 1.50}'
)


@pytest.mark.parametrize(
    ("wanted", "scope", "hits"),
    [
        ("gd", Scope.BOTH, [(0,), (1, 1)]),
        ("GID", Scope.BOTH, [(0,)]),
        ("gid", Scope.VALUES, []),
        ("tgdk", Scope.KEYS, []),
        ("15356", Scope.VALUES, [(1, 0)]),
        ("1.50", Scope.BOTH, [(2,)]),
        ("", Scope.BOTH, []),
    ],
)
def test_find(wanted: str, scope: Scope, hits: list[IndexPath]) -> None:
    assert find(VALUE, wanted, scope) == hits


def test_a_text_payload_is_found_whole() -> None:
    assert find("1151_ovYy", "OVYY") == [()]


def test_repeated_names_are_found_each() -> None:
    assert find(parse('{"a": "x", "b": 1, "a": "xy"}'), "x") == [(0,), (2,)]


def test_hits_are_capped_and_more_is_told() -> None:
    assert len(find(["x"] * (MOST_HITS + 50), "x")) == MOST_HITS + 1


def test_a_search_ends_when_nobody_waits() -> None:
    assert len(find(["x"] * MOST_HITS, "x", cancelled=lambda: True)) < MOST_HITS


@given(JSON_VALUES, st.text(min_size=1, max_size=2))
def test_every_hit_is_real_and_none_is_missed(value: Any, text: str) -> None:
    hits = set(find(value, text))
    for path in every_path(value):
        keys = key_path(value, path)
        name = keys[-1] if keys and isinstance(keys[-1], str) else ""
        shown = f"{name}\0{value_text(value_at(value, path))}"
        assert (path in hits) == any(
            text.casefold() in part.casefold() for part in shown.split("\0")
        )


def every_path(value: Any, path: IndexPath = ()) -> list[IndexPath]:
    members = Members(value)
    below = [every_path(members.value(at), (*path, at)) for at in range(len(members))]
    return [path, *(each for paths in below for each in paths)]

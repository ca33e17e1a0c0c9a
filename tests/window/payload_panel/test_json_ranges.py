"""Where members stand in a JSON text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from inspector.exact_json.members import IndexPath, value_at
from inspector.exact_json.parsing import parse, write
from inspector.window.payload_panel.json_ranges import place_of, trail_at
from tests.window.payload_panel.test_nodes import json_values


def trails(value: Any, trail: IndexPath = ()) -> list[IndexPath]:
    members = value.values() if isinstance(value, dict) else value
    if not isinstance(value, (dict, list)):
        return [trail]
    return [trail, *(t for i, member in enumerate(members) for t in trails(member, (*trail, i)))]


@given(json_values)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_place_holds_its_member_and_leads_back(indent: int | None, value: Any) -> None:
    text = write(value, indent)
    for trail in trails(value):
        place = place_of(text, trail)
        assert place is not None
        assert parse(text[place.value : place.end]) == value_at(value, trail)
        assert trail_at(text, place.start) == trail
        assert trail_at(text, place.value) == trail


def test_a_name_belongs_to_its_member() -> None:
    place = place_of('{"a": {"b": 1}}', (0, 0))
    assert place is not None
    assert '{"a": {"b": 1}}'[place.start : place.end] == '"b": 1'


def test_what_is_not_there_has_no_place() -> None:
    assert place_of("[1, 2]", (2,)) is None
    assert trail_at("[1]", 99) is None


@pytest.mark.parametrize("text", ['{"a": [1, {"b": "cut o', '[[[["', "{{{{", '"', "]", ""])
def test_a_text_that_breaks_off_raises_nothing(text: str) -> None:
    for offset in range(len(text) + 1):
        trail_at(text, offset)
    place_of(text, (0, 1))


def test_nobody_waits_any_longer() -> None:
    def gone() -> bool:
        return True

    assert place_of("[1]", (0,), gone) is None

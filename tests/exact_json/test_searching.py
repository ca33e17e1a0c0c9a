from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.json_pointer import names, parent, resolve
from inspector.exact_json.parsing import parse, write_scalar
from inspector.exact_json.searching import Match, Part, count_nodes, find, kept
from tests.exact_json.test_parsing import JSON_VALUES

PAYLOAD = parse(
    '{"openGId":"G-One","watermark":{"timestamp":1.50,"appid":"wx1"},"list":[null,true,"one/~"]}'
)


def test_matches_come_in_document_order_from_names_and_values() -> None:
    assert list(find(PAYLOAD, "i")) == [
        Match("/openGId", Part.KEYS),
        Match("/watermark/timestamp", Part.KEYS),
        Match("/watermark/appid", Part.KEYS),
        Match("/list", Part.KEYS),
    ]
    assert list(find(PAYLOAD, "one", Part.VALUES)) == [
        Match("/openGId", Part.VALUES),
        Match("/list/2", Part.VALUES),
    ]
    assert list(find(PAYLOAD, "One", case_sensitive=True)) == [Match("/openGId", Part.VALUES)]
    assert list(find(PAYLOAD, "wx", Part.KEYS)) == []


def test_numbers_are_searched_as_they_stood() -> None:
    assert [match.pointer for match in find(PAYLOAD, "1.50")] == ["/watermark/timestamp"]
    assert [match.pointer for match in find(PAYLOAD, "null")] == ["/list/0"]


def test_a_filter_keeps_parents_and_what_lies_within_a_match() -> None:
    left = kept(PAYLOAD, "watermark")
    assert left is not None
    shown = ["", "/watermark", "/watermark/appid"]
    assert [left.shows(place) for place in shown] == [True] * 3
    assert not left.shows("/openGId")
    left = kept(PAYLOAD, "wx1")
    assert left is not None
    assert left.shows("/watermark")
    assert not left.shows("/watermark/timestamp")


def test_an_empty_text_finds_nothing_and_filters_nothing() -> None:
    assert list(find(PAYLOAD, "")) == []
    assert kept(PAYLOAD, "") is None


@given(JSON_VALUES, st.text(min_size=1, max_size=2))
def test_every_match_is_real_and_its_parents_are_kept(value: Any, text: str) -> None:
    left = kept(value, text)
    assert left is not None
    for match in find(value, text):
        found = resolve(value, match.pointer)
        shown = names(match.pointer)[-1] if match.part is Part.KEYS else found
        shown = shown if isinstance(shown, str) else write_scalar(shown)
        assert text.casefold() in shown.casefold()
        place: str | None = match.pointer
        while place is not None:
            assert left.shows(place)
            place = parent(place)


def test_a_deep_value_is_searched() -> None:
    value: Any = "needle"
    for _ in range(20_000):
        value = [value]
    (match,) = find(value, "needle")
    assert match.pointer == "/0" * 20_000
    assert count_nodes(value) == 20_001
    while isinstance(value, list):
        value = value.pop()

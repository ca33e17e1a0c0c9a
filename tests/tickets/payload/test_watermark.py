from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.payload.watermark import Watermark, judge_watermark, read_watermark
from tests.exact_json.test_parsing import JSON_VALUES

APP, OTHER = "wx0123456789abcdef", "wxfedcba9876543210"
NOW = 1_600_000_000


def codes(payload: Any, expected: str | None = None) -> list[str]:
    return [finding.code for finding in judge_watermark(payload, NOW, expected)]


@pytest.mark.parametrize("spelling", ["appid", "appId"])
def test_the_mini_program_is_compared(spelling: str) -> None:
    payload = {"watermark": {spelling: APP, "timestamp": NOW - 60}}
    assert codes(payload) == ["watermark_age"]
    assert codes(payload, f" {APP}\n") == ["app_id_ok", "watermark_age"]
    assert codes(payload, "  ") == ["watermark_age"]
    mismatch, age = judge_watermark(payload, NOW, OTHER)
    assert mismatch.code == "app_id_mismatch"
    assert mismatch.parameters == {"expected": OTHER, "actual": APP}
    assert age.parameters == {"timestamp": NOW - 60, "age_seconds": 60}


def test_the_future_is_told_past_the_usual_clock_error() -> None:
    assert codes({"watermark": {"timestamp": NOW + 300}}) == ["watermark_age"]
    assert codes({"watermark": {"timestamp": NOW + 301}}) == ["watermark_future"]


def test_absence_is_told_of_json_objects_only() -> None:
    assert codes({"openGId": "G"}) == ["watermark_missing"]
    assert codes({"watermark": {}}) == ["watermark_missing"]
    assert codes("1151_abc") == codes([{"key": "1", "value": "2"}]) == []


@pytest.mark.parametrize(
    ("mark", "read"),
    [
        ({"appid": 5, "timestamp": "1535624932"}, Watermark(None, 1535624932)),
        ({"timestamp": 1535624932123}, Watermark(None, 1535624932)),
        ({"timestamp": 99_999_999_999}, Watermark(None, 99_999_999_999)),
        ({"timestamp": 100_000_000_000}, Watermark(None, 100_000_000)),
        ({"timestamp": 1535624932.5}, Watermark(None, 1535624932)),
        ({"timestamp": True}, Watermark(None, None)),
        ({"timestamp": -1}, Watermark(None, None)),
        ({"timestamp": 10**5000, "appid": None}, Watermark(None, None)),
        ({"timestamp": float("nan")}, Watermark(None, None)),
        ({"timestamp": "٣٤"}, Watermark(None, None)),
        ([], None),
        (None, None),
    ],
)
def test_wrong_types_are_survived(mark: object, read: Watermark | None) -> None:
    assert read_watermark({"watermark": mark}) == read


@given(JSON_VALUES, JSON_VALUES, st.text())
def test_any_watermark_is_judged(time: Any, app_id: Any, expected: str) -> None:
    judge_watermark({"watermark": {"timestamp": time, "appid": app_id}}, NOW, expected)

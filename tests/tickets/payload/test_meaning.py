from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from inspector.exact_json.parsing import parse
from inspector.messages import Messages, finding_table
from inspector.tickets.payload.meaning import judge_payload
from tests.exact_json.test_parsing import JSON_VALUES


def codes(payload: Any) -> list[str]:
    return [finding.code for finding in judge_payload(payload, 0)]


@pytest.mark.parametrize("payload", ["", {}, []])
def test_an_empty_payload_is_told(payload: Any) -> None:
    assert codes(payload) == ["empty_payload"]


def test_an_unknown_kind_is_told() -> None:
    assert codes({"a": 1}) == ["watermark_missing", "unknown_kind"]
    assert codes(None) == codes(0) == ["unknown_kind"]


def test_each_repeated_name_is_told_once() -> None:
    payload = parse('{"openGId":"G","openGId":"H","x":[{"y":1,"y":2},{"y":1,"y":2}]}')
    found = [f for f in judge_payload(payload, 0) if f.code == "duplicate_key"]
    assert [finding.parameters["name"] for finding in found] == ["openGId", "y"]


@given(JSON_VALUES)
def test_any_value_is_judged_in_words(value: Any) -> None:
    chinese = Messages("zh_CN")
    for finding in judge_payload(value, 0, "wx0123456789abcdef"):
        assert finding.code in finding_table()
        assert chinese.finding(finding).text != Messages("en").finding(finding).text

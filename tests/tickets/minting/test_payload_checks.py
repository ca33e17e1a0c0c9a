from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.parsing import parse
from inspector.messages import LANGUAGES, Messages
from inspector.tickets.minting import check_payload, mintable_kinds
from tests.exact_json.test_parsing import JSON_VALUES


@pytest.mark.parametrize(
    ("kind", "text", "codes"),
    [
        ("group_share", '{"openGId":"G"}', []),
        ("group_share", '{"openGId":5}', ["payload_field_type"]),
        ("group_share", '{"openGId":"G","x":1}', ["payload_field_unknown"]),
        ("group_share", '{"opengid":"G"}', ["payload_kind_differs", "payload_field_unknown"]),
        ("group_enter", '{"opengid":"G","chat_type":9}', ["payload_field_word"]),
        ("group_enter", '{"chat_type":3}', ["payload_field_missing"]),
        ("we_run", '{"stepInfoList":[{"timestamp":1.5,"step":1}]}', ["payload_field_type"]),
        ("game_club", '{"dataList":[{"dataType":1,"value":1.5}]}', []),
        ("activity_id", '"1"', ["payload_kind_differs"]),
        ("user_info", '{"openId":"o","watermark":{"timestamp":"1"}}',
         ["payload_field_missing"] * 6 + ["payload_field_type"]),
    ],
)  # fmt: skip
def test_what_is_unusual_is_told(kind: str, text: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_payload(kind, parse(text))] == codes


@given(st.sampled_from(mintable_kinds()), JSON_VALUES)
def test_any_payload_is_checked_in_words(kind: str, payload: Any) -> None:
    for finding in check_payload(kind, payload):
        for language in LANGUAGES:
            text = Messages(language).finding(finding).text
            assert not re.search(r"\{(?:name|value|expected|actual)\}", text)

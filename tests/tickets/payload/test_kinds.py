from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from inspector import assets
from inspector.messages import Messages
from inspector.tickets.payload.kinds import (
    Sensitivity,
    kinds,
    known_name,
    meaning,
    recognise,
    title,
)
from tests.exact_json.test_parsing import JSON_VALUES

MARK = {"timestamp": 1535624932, "appid": "wx0123456789abcdef"}

PAYLOADS: list[tuple[str, Any]] = [
    ("group_share", {"openGId": "tG123", "watermark": MARK}),
    ("group_share", {"openGId": "tG123", "msgTicket": "x"}),
    ("group_enter", {"opengid": "G123"}),
    ("group_enter", {"opengid": "", "open_single_roomid": "x", "group_openid": "", "chat_type": 1}),
    ("group_enter", {"chat_type": 3}),
    ("private_message", {"watermark": MARK, "msgTicket": "abc~"}),
    ("activity_id", "1151_" + "oAbc+d-e_" * 9),
    ("phone_number", {"phoneNumber": "1", "purePhoneNumber": "1", "countryCode": "86"}),
    ("user_info", {"openId": "o", "nickName": "Band", "avatarUrl": ""}),
    ("user_info", {"nickName": "Band", "unionId": "o"}),
    ("user_profile", {"nickName": "Band", "gender": 1, "avatarUrl": ""}),
    ("we_run", {"stepInfoList": []}),
    ("game_club", {"dataList": [{"dataType": 1, "value": 2}]}),
    ("interactive_storage", [{"key": "1", "value": "2"}]),
    ("interactive_storage", {"KVDataList": []}),
    ("friend_payment", {"outTradeNo": "1", "orderNo": "2"}),
    ("work_user", {"corpid": "ww1", "userid": "z", "name": "x", "gender": "1"}),
    ("work_email", {"email": "a@b", "watermark": MARK}),
    ("work_mobile", {"mobile": "1"}),
    ("alipay_phone", {"code": "10000", "msg": "Success", "mobile": "1"}),
    ("phone_number", {"phoneNumber": "1", "watermark": {"appId": "x"}}),
]


@pytest.mark.parametrize(("kind", "payload"), PAYLOADS)
def test_a_payload_is_recognised_by_its_shape(kind: str, payload: Any) -> None:
    assert recognise(payload) == kind


@pytest.mark.parametrize("payload", [None, 1, "", "text", "12_short", [], [1], {}, {"a": 1}, True])
def test_other_values_are_of_no_kind(payload: Any) -> None:
    assert recognise(payload) is None


def test_where_names_may_be_lost_no_kind_is_known_by_what_it_lacks() -> None:
    profile = {"nickName": "Band", "gender": 1, "avatarUrl": "", "watermark": MARK}
    assert recognise(profile) == "user_profile"
    assert recognise(profile, missing_counts=False) is None  # its openId may have been cut off
    assert recognise(profile | {"openId": "o"}, missing_counts=False) == "user_info"


@given(JSON_VALUES)
def test_no_json_value_upsets_it(value: Any) -> None:
    assert recognise(value) is None or recognise(value) in kinds()


def test_every_kind_is_shown_by_a_payload() -> None:
    assert {kind for kind, _ in PAYLOADS} == set(kinds())


@pytest.mark.parametrize(("kind", "payload"), PAYLOADS)
def test_unknown_fields_change_nothing(kind: str, payload: Any) -> None:
    if isinstance(payload, dict):
        assert recognise({"newField": [1]} | payload) == kind
        assert meaning(kind, "/newField") is None


def test_a_field_has_its_meaning() -> None:
    chat_type = meaning("group_enter", "/chat_type")
    assert chat_type is not None
    assert chat_type.word(3) == chat_type.word("3") == "ordinary WeChat group"
    assert chat_type.word(9) is None
    assert chat_type.word(3.0) is None
    step = meaning("we_run", "/stepInfoList/12/timestamp")
    assert step is not None
    assert step.time == "seconds"
    entry = meaning("interactive_storage", "/0/value")
    assert entry is not None
    assert entry.types == ("string",)


def test_the_watermark_is_known_in_every_kind_and_in_none() -> None:
    for kind in (*kinds(), None, "of tomorrow"):
        time = meaning(kind, "/watermark/timestamp")
        assert time is not None
        assert time.time == "seconds"
        assert meaning(kind, "/watermark/appId") is not None


def test_both_spellings_of_the_group_id_explain_each_other() -> None:
    for kind, pointer in (("group_share", "/openGId"), ("group_enter", "/opengid")):
        field = meaning(kind, pointer)
        assert field is not None
        assert "openGId and opengid" in field.note


def test_a_name_is_known_wherever_it_stands() -> None:
    names = {name: known_name(name) for name in ("openid", "OPENID", "phoneNumber", "colour")}
    assert names["colour"] is None
    assert names["openid"] == names["OPENID"]
    assert names["openid"] is not None
    assert names["openid"].sensitivity is Sensitivity.ID


def test_titles() -> None:
    assert title("group_share") == "Group share"
    assert title("of_tomorrow") == "of_tomorrow"
    assert title(None) == "Unknown payload"


def texts() -> Iterator[str]:
    table = assets.table("payload_kinds")
    yield "Unknown payload"
    for row in table["kinds"].values():
        yield from (row["title"], row.get("note", ""))
    for fields in (table["common"], *(row["fields"] for row in table["kinds"].values())):
        for field in fields.values():
            yield from (field["meaning"], field.get("note", ""), *field.get("words", {}).values())


def test_every_text_of_the_table_is_translated() -> None:
    chinese = Messages("zh_CN").gettext
    assert [text for text in texts() if text and chinese(text) == text] == []

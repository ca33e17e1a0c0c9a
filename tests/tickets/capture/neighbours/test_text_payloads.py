"""An activityId that was decrypted already is named; its name alone is no reason to."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from urllib.parse import quote

import pytest

from inspector.tickets import read
from inspector.tickets.capture.neighbours import without_ticket
from inspector.tickets.decryption.diagnosis.handles import form
from inspector.tickets.minting.sample_payloads import sample_payload
from tests.tickets.capture.neighbours.pasted import URL_SAFE, word

SAYINGS = (
    "{}",
    "activityId={}",
    "activityId：{}",
    '{{"activityId": "{}"}}',
    "{{activityId: '{}'}}",
    '{{"code": 0, "data": {{"activityId": "{}"}}}}',
    '"{{\\"activityId\\": \\"{}\\"}}"',
    "map[activityId:{} code:0]",
    "Array\n(\n    [activityId] => {}\n    [code] => 0\n)",
    "<activityId>{}</activityId>",
    "小王：解密出来了\nactivityId：{}\n小李：好的",
    "解密出来的 activityId：{} 对吗",
    "解密得到activityId是{}",
    "activityId的值是 {}",
    "activityId is {}",
    "The activity_id I get is {}, is this right?",
    "2024-05-20 13:29:35 INFO [http-8080] decrypted activityId: {}",
)
WITHOUT_NAME = ("解密结果：{}，这是什么", "I decrypted it and got {}", "decrypted: {}")


def fresh(seed: int) -> str:
    payload = sample_payload("activity_id", "wx4f4bc4dec97d474b", 0, Random(seed))
    assert isinstance(payload, str)
    return payload


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("saying", [*SAYINGS, *WITHOUT_NAME])
def test_an_activity_id_in_words_or_json_is_shown_as_decrypted(saying: str, seed: int) -> None:
    value = fresh(seed)
    verdict = without_ticket(read(saying.format(value)), now=1_700_000_000)
    assert (verdict.outcome, verdict.cause) == ("no_ticket", "already_decrypted")
    assert (verdict.kind, verdict.plaintext) == ("activity_id", value)


@pytest.mark.parametrize("saying", SAYINGS[1:])
def test_the_name_tells_it_from_a_cloud_id(saying: str) -> None:
    value = "96_" + word(Random(saying), 59, URL_SAFE)
    assert form("cloud_id").fullmatch(value)
    assert read(saying.format(value)).payload == value


def test_it_is_read_where_it_is_percent_encoded() -> None:
    value = fresh(1)
    assert read("activityId%3D" + quote(value, safe="")).payload == value


MERELY: tuple[Callable[[str], str], ...] = (
    lambda _: "activityId: res.activityId",
    lambda _: "const activityId = `${room}_${Math.random()}`",
    lambda _: '{"activityId": "12345"}',
    lambda _: "activityId: 2023_Annual_Report_Of_The_Whole_Company_And_Its_Branches",
    lambda _: 'String activityId = "2023_summerPromotionForAllMembersOfTheClub";',
    lambda _: "wx.updateShareMenu({ withShareTicket: true, activityId: 'xxx' })",
    lambda value: f"wx.updateShareMenu({{ isUpdatableMessage: true, activityId: '{value}' }})",
    lambda value: f"wx.updateShareMenu({{ isPrivateMessage: true, activityId: '{value}' }})",
    lambda value: json.dumps(
        {"activity_id": value, "expiration_time": 1700000000, "errcode": 0, "errmsg": "ok"}
    ),
    lambda value: json.dumps({"activity_id": value, "target_state": 0}),
    lambda value: f"pages/index/index?activityId={value}",
    lambda value: f"解密后可得到原始的activityId, see https://x.example/{value}",
    lambda _: "解密 70_s0k8eBxXk2Lm9Pq4Rt7Uv1Wy3Za5Bc8Dabcdefg 一直失败",
)


@pytest.mark.parametrize("text", MERELY, ids=range(len(MERELY)))
def test_what_was_never_encrypted_or_is_none_is_not_named(text: Callable[[str], str]) -> None:
    capture = read(text(fresh(2)))
    assert capture.payload is None
    assert "already_decrypted" not in [finding.code for finding in capture.findings]


def test_it_takes_no_ticket_away() -> None:
    key, iv = "tiihtNczf5v6AKRyjwEUhQ==", "r7BXXKkLb8qrSNn05n0qiA=="
    capture = read(f"session_key={key}\niv={iv}\nactivityId={fresh(3)}")
    assert [(ticket.session_key, ticket.iv) for ticket in capture.tickets] == [(key, iv)]
    assert capture.payload is None

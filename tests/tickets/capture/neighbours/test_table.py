"""Each row of the table is whole, and each code has its sentences."""

from __future__ import annotations

import re

import pytest

from inspector import assets
from inspector.findings import Finding, Severity
from inspector.messages import LANGUAGES, speaking
from inspector.tickets import read
from inspector.tickets.capture.neighbours.table import FUNCTIONS, neighbours

ALL = {
    "already_decrypted", "api_failed", "server_error", "no_share_ticket", "phone_code",
    "login_code", "cloud_id", "share_ticket_handle", "open_id", "app_id", "app_secret",
    "undefined_value", "own_session_id", "message_push", "pay_notice", "api_encryption",
    "other_scheme", "empty_encrypted_data", "share_path",
}  # fmt: skip


def test_every_code_has_its_row_and_its_sentences() -> None:
    assert {row.code for row in neighbours()} >= ALL
    for row in neighbours():
        for language in LANGUAGES:
            words = speaking(language).finding(Finding(row.code, Severity.ERROR))
            assert words.text
            assert words.advice


def test_every_row_says_how_it_is_recognised() -> None:
    table = assets.table("neighbours")
    used = set()
    for row in table["rows"]:
        assert row.keys() & {"form", "members", "text", "by"}
        assert row.get("form", "own_session_id") in table["forms"]
        assert row.get("by", "path") in FUNCTIONS
        used.add(row.get("by"))
        for wanted in row.get("members", ()):
            for names, pattern in wanted.items():
                assert re.fullmatch("[a-z0-9|]+", names)
                re.compile(pattern)
        for pattern in row.get("reasons", ()):
            re.compile(pattern)
        assert "" in row.get("reasons", {"": ""})
    assert used - {None} == set(FUNCTIONS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (("<xml><ToUserName><![CDATA[gh_e136c6e50636]]></ToUserName>\n"
         "<MsgType><![CDATA[text]]></MsgType></xml>"), "message_push"),
        ("GET /cb?signature=" + "f4" * 20 + "&echostr=43751209&timestamp=1714036504&nonce=15147",
         "message_push"),
        (("<xml><mch_id>1900000109</mch_id><return_code>SUCCESS</return_code>"
         "<req_info><![CDATA[T87GAHG17TGAHG1TGHAHAHA1Y1CIOA9UGJH1GAHV]]></req_info></xml>"),
         "pay_notice"),
        ("Wechatmp-Appid: wx1234567890abcdef\nWechatmp-TimeStamp: 1635927954", "api_encryption"),
        ("百度小程序 swan.getUserInfo 返回 {'data': '" + "aB3/" * 16 + "', 'iv': '" + "aB3+" * 6
         + "'}", "other_scheme"),
        ("Set-Cookie: PHPSESSID=" + "0a" * 16 + "; path=/", "own_session_id"),
        ("Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N",
         "own_session_id"),
        ('wx.cloud.CloudID("53_' + "aB3_" * 15 + '")', "cloud_id"),
        ("tGJWQJh60UMxQdk_3bryGaDTyFG3t", "already_decrypted"),
        ("sha256: " + "ab" * 32, None),
        ("我百度了半天也没解开", None),
    ],
)  # fmt: skip
def test_forms_of_their_own(text: str, code: str | None) -> None:
    assert next((finding.code for finding in read(text).findings), None) == code


@pytest.mark.parametrize("said", ["uuid {}", "request id: {}", "deviceId: {}"])
def test_a_uuid_that_is_named_as_another_is_no_share_ticket(said: str) -> None:
    uuid = "0f6b1c1e-8d2a-4d0c-9c55-2f3e6f1a7b90"
    capture = read(said.format(uuid))
    assert not capture.tickets
    assert "share_ticket_handle" not in {finding.code for finding in capture.findings}
    (ticket,) = read("shareTicket 打印出来是这个：" + said.format(uuid)).tickets
    assert ticket.share_ticket == uuid

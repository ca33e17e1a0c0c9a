"""Answers of the platform: what failed, and why that may be."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from inspector.messages import speaking
from inspector.tickets import judge, read
from tests.tickets.capture.capture_forms import mint


def words(text: str, language: str = "en") -> tuple[str, str, str]:
    (finding,) = read(text).findings
    worded = speaking(language).finding(finding)
    return finding.code, worded.text, worded.advice


@pytest.mark.parametrize(
    ("text", "call", "advice"),
    [
        ('{"errMsg":"getPhoneNumber:fail user deny"}', "getPhoneNumber", "user refused"),
        ('{errMsg: "getShareInfo:fail invalid shareTicket"}', "getShareInfo", "again in onShow"),
        ("getUserProfile:fail can only be invoked by user TAP gesture.", "getUserProfile", "a tap"),
        ("errMsg=request:fail url not in domain list", "request", "allowed domains"),
        ("getGroupEnterInfo:fail 40097", "getGroupEnterInfo", "opened from a chat"),
        ("真机上一直 login:fail timeout，怎么办", "login", "network"),
        ('{"errMsg":"shareAppMessage:fail cancel"}', "shareAppMessage", "user refused"),
        ('{"errMsg":"getWeRunData:fail something new"}', "getWeRunData", "Look up"),
    ],
)
def test_a_failed_call_is_told_with_its_reason(text: str, call: str, advice: str) -> None:
    code, told, next_step = words(text)
    assert code == "api_failed"
    assert told.startswith(f"{call} failed")
    assert advice in next_step


@pytest.mark.parametrize("text", ["status:fail", "test_one:fail", "build:fail in 3 s", "a:fail"])
def test_other_failures_are_nobodys(text: str) -> None:
    assert not read(text).findings


@pytest.mark.parametrize(
    "text",
    [
        '{"errcode":40029,"errmsg":"invalid code, rid: 5f-1"}',
        "{'errcode': 40029, 'errmsg': 'invalid code'}",
        "errcode=40029&errmsg=invalid%20code",
        "40029",
        "登录报错 40029 是什么原因",
        "code2Session returns errcode: 40029",
        "错误码：40029",
        "<xml><errcode>40029</errcode><errmsg>invalid code</errmsg></xml>",
        '[error] wx login failed {\\"errcode\\":40029,\\"errmsg\\":\\"invalid code\\"}',
    ],
)
def test_an_error_of_the_server_is_told_with_what_to_do(text: str) -> None:
    code, told, next_step = words(text)
    assert code == "server_error"
    assert "40029" in told
    assert "wx.login again" in next_step
    assert "重新调用 wx.login" in words(text, "zh_CN")[2]


@pytest.mark.parametrize(
    "text", ['{"errcode":0,"errmsg":"ok"}', "the year 40029", "errcode = result.errcode", "12"]
)
def test_what_is_no_error_is_not_told(text: str) -> None:
    assert not read(text).findings


def test_an_unknown_number_is_told_with_the_servers_words() -> None:
    code, told, _ = words('{"errcode":61450,"errmsg":"system busy"}')
    assert (code, told) == ("server_error", "The server answered with error 61450 system busy.")


@pytest.mark.parametrize("given", ["iv", "session_key"])
@pytest.mark.parametrize(
    "write",
    [
        json.dumps,
        lambda answer: json.dumps({"detail": answer}, indent=2),
        lambda answer: "res: " + json.dumps(answer),
        urlencode,
        lambda answer: "{" + ", ".join(f'{name}: "{text}"' for name, text in answer.items()) + "}",
    ],
    ids=range(5),
)
def test_empty_data_is_what_is_missing_first_whatever_stands_beside_it(
    given: str, write: Callable[[dict[str, str]], str]
) -> None:
    answer = {"errMsg": "getWeRunData:ok", "encryptedData": "", given: mint().iv}
    (ticket,) = read(write(answer)).tickets
    verdict = judge(ticket)
    assert (verdict.outcome, verdict.cause) == ("incomplete", "encrypted_data_missing")
    assert "empty_encrypted_data" in [finding.code for finding in verdict.findings]


@pytest.mark.parametrize(
    "text",
    [
        '2025-06-01 12:00:01 INFO 9 --- [exec-4] c.x.Api : 微信返回 {"encryptedData":"","iv":""}',
        '请问这个是什么问题啊，返回 {"encryptedData":"","iv":""}，急',
        "app.js:27 res { encryptedData: '', iv: '' }",
        "{encryptedData=, iv=}",
        "encryptedData：\niv：",
        "body=%7B%22encryptedData%22%3A%22%22%2C%22iv%22%3A%22%22%7D",
    ],
)
def test_empty_data_is_named_without_the_words_of_the_call(text: str) -> None:
    assert [finding.code for finding in read(text).findings] == ["empty_encrypted_data"]


@pytest.mark.parametrize(
    "text",
    [
        '2025-06-01 INFO res {"session_key":null,"iv":null,"openid":"x"}',
        "app.js:27 res { session_key: undefined, iv: undefined, code: 0 }",
    ],
)
def test_fields_without_a_value_are_named_in_a_log(text: str) -> None:
    assert [finding.code for finding in read(text).findings] == ["undefined_value"]

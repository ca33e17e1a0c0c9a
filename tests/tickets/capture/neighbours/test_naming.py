"""What people paste beside tickets is named, whatever its form; nothing else is."""

from __future__ import annotations

import json
import random as standard_random
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets import Ticket, judge, read
from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.neighbours.naming import name_text
from tests.tickets.capture.neighbours import pasted

SEEDS = range(3)
IN_MESSAGES = sorted({*pasted.LONE} - {"undefined_value", "share_path", "own_session_id"})
"""A token of a web session has dots, as the words of a sentence have."""
FILES = 600


def named(text: str) -> list[str]:
    return [finding.code for finding in read(text).findings]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("code", sorted(pasted.LONE))
def test_a_value_alone_is_named(code: str, seed: int) -> None:
    random = Random(f"{code} {seed}")
    texts = [pasted.LONE[code](random), *pasted.named_alone(code, random)]
    assert {text: named(text) for text in texts} == {text: [code] for text in texts}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("code", IN_MESSAGES)
def test_a_value_in_a_message_is_named(code: str, seed: int) -> None:
    texts = list(pasted.mentioned(code, Random(f"{code} {seed}")))
    assert {text: named(text) for text in texts} == {text: [code] for text in texts}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("code", sorted(pasted.MEMBERS))
def test_an_object_is_named_in_every_form(code: str, seed: int) -> None:
    forms = list(pasted.in_every_form(pasted.MEMBERS[code](Random(f"{code} {seed}"))))
    assert {form: named(text) for form, text in forms} == {form: [code] for form, _ in forms}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("code", sorted(pasted.MEMBERS))
def test_an_object_is_named_as_any_program_prints_it(code: str, seed: int) -> None:
    random = Random(f"{code} {seed}")
    members = pasted.MEMBERS[code](random)
    while any(isinstance(value, list) for value in members.values()):
        members = pasted.MEMBERS[code](random)
    forms = list(pasted.as_programs_print(members))
    assert {form: named(text) for form, text in forms} == {form: [code] for form, _ in forms}


@pytest.mark.parametrize(
    "code",
    ["app_secret", "cloud_id", "login_code", "message_push", "open_id", "phone_code"],
)
def test_the_parameters_of_a_web_address_are_looked_at(code: str) -> None:
    members = dict(pasted.MEMBERS[code](Random(code)))
    members["js_code" if code == "login_code" else "code"] = members.pop("code", "1")
    address = f"https://example.com/wx/{code}?{urlencode(members)}"
    for text in (address, f"GET {address} HTTP/1.1", f"请求的是 {address} ，返回失败"):
        assert named(text) == [code], text


@pytest.mark.parametrize(
    "text",
    [
        "https://h5.example.com/cb?code=0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P&state=1",
        "https://shop.example.com/p?sid=5da063394b07afb913f46576ddb9ac90",
    ],
)
def test_a_link_with_somebody_elses_code_stays_a_link(text: str) -> None:
    assert named(text) == ["share_path"]


@pytest.mark.parametrize(
    "text",
    [
        "public class Wx { private String iv = null; private String encryptedData = null; }",
        "Page({\n  data: {\n    encryptedData: '',\n    iv: ''\n  },\n  onLoad() {}\n})",
        "/usr/local/bin/python?",
        '{"requestId": "4c305081-11ea-4f0f-9d3a-15ad127ef135", "status": "ok"}',
        "2024-05-01 login:failed for user bob",
        "2024-05-01 10:00:00 INFO x.y - https://www.example.com/news/2024/index.html",
    ],
)
def test_what_is_near_a_neighbour_is_none(text: str) -> None:
    assert not named(text)


def test_a_ticket_is_a_ticket_whatever_stands_beside_it() -> None:
    official = read(Path("tests/vectors/official.json").read_text())
    assert official.tickets
    assert official.findings == ()
    random = Random(7)
    for code, make in pasted.MEMBERS.items():
        ticket = {"session_key": "tiihtNczf5v6AKRyjwEUhQ==", "iv": "r7BXXKkLb8qrSNn05n0qiA=="}
        data = {"encryptedData": pasted.base64_of(random, 112)}
        text = json.dumps([make(random), ticket | data])
        assert code not in named(text)


def test_a_text_that_is_too_long_is_no_answer() -> None:
    answer = json.dumps(pasted.MEMBERS["server_error"](Random(1)))
    assert named(answer)
    assert not named(answer + "\n" * 10 + "x y " * 20_000)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("undefined", "undefined_value"),
        ("[object Object]", "undefined_value"),
        ("oGZUI0egBJY1zhBYw2KhdUfwVJJE", "open_id"),
        ("wx4f4bc4dec97d474b", "app_id"),
        ("8f2063ca-8e61-4959-baeb-1697c49899a1", "own_session_id"),
        ("0123456789abcdef" * 2, "app_secret"),
        ("0123456789abcdef" * 4, "phone_code"),
    ],
)
def test_what_stands_in_the_place_of_the_key_is_named(value: str, code: str) -> None:
    members = {"iv": "r7BXXKkLb8qrSNn05n0qiA==", "encryptedData": pasted.base64_of(Random(3), 112)}
    verdict = judge(read(json.dumps({"session_key": value} | members)).tickets[0])
    assert (verdict.cause, verdict.findings[0].field) == (code, "session_key")
    assert judge(Ticket(value, members["iv"], members["encryptedData"])).cause == code


def test_a_share_ticket_in_raw_data_is_found() -> None:
    handle = "204b91ab-f6af-4ec4-a1e2-cad4f33cf596"
    inner = json.dumps({"scene": 1044, "shareTicket": handle})
    (ticket,) = read(json.dumps({"rawData": inner})).tickets
    assert ticket.share_ticket == handle
    assert judge(ticket).cause == "share_ticket_handle"


def test_an_empty_result_says_first_that_the_data_is_missing() -> None:
    text = '{"errMsg":"getShareInfo:ok","encryptedData":"","iv":"","cloudID":""}'
    (ticket,) = read(text).tickets
    verdict = judge(ticket)
    assert (verdict.outcome, verdict.cause) == ("incomplete", "encrypted_data_missing")
    assert "empty_encrypted_data" in [finding.code for finding in verdict.findings]


def test_a_page_that_begins_with_empty_fields_is_a_program() -> None:
    assert not named("Page({\n  data: { encryptedData: '', iv: '' },\n  onLoad() {}\n})")


def ordinary_files() -> Iterator[Path]:
    """Give source files of the standard library and of what is installed, ours aside."""
    roots = {sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), str(Path(sys.prefix))}
    for root in sorted(roots):
        for file in Path(root).rglob("*"):
            if (
                file.suffix in (".py", ".js", ".json", ".md", ".h")
                and "inspector" not in file.parts
            ):
                yield file


def test_ordinary_files_are_not_named() -> None:
    files = sorted(set(ordinary_files()))
    standard_random.Random(11).shuffle(files)
    invented = {}
    for file in files[:FILES]:
        text = file.read_text(encoding="utf-8", errors="replace")
        found = name_text(text, Capture()).findings
        if found:
            invented[str(file)] = [finding.code for finding in found]
    assert not invented


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    name_text(text, Capture())


@pytest.mark.parametrize(
    "text",
    [
        "**To disable**\n\nThis::\n\n  aws disable\n    --id 1234abcd-12ab-34cd-56ef-1234567890ab",
        "To list tags::\n\n[{'key': 'team', 'value': 'red'}]\n",
        '{"Status": "ERROR", "ErrorCode": 1434, "ErrorMessage": "Unable to open input file"}',
        "errcode = -1\n" + "x = 1\n" * 200,
    ],
)
def test_ordinary_documents_are_not_named(text: str) -> None:
    assert not named(text)


@pytest.mark.parametrize("code", ["phone_code", "login_code", "cloud_id", "open_id", "app_id"])
def test_a_value_behind_the_tag_of_a_console_line_is_named(code: str) -> None:
    random = Random(code)
    for name in ("code", "LOG", "app.js"):
        text = f"[{name.replace('.', ' ')}] {pasted.LONE[code](random)}"
        assert [finding.code for finding in read(text).findings] == [code]

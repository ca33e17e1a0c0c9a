"""`inspector sign`: hashes that the platform's server API asks for."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path

import pytest

from tests.cli.running import mint, run

KEY = "o0q0otL8aEzpcZL/FT9WsQ=="
BODY = '{"foo":"bar"}'
EMPTY_SIGNED = "46e043c5525c2d817c44be603d30837a808a1d930d038f6fdc3e62a201fed128"
BODY_SIGNED = "654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b"


def test_the_key_alone_signs_for_checksession() -> None:
    ran = run("sign", "--session-key", KEY, "--body", BODY, "--format", "json")
    (result,) = ran.json
    assert ran.status == 0
    assert result == {
        "label": None,
        "encrypted_msg_hash": None,
        "checksession_signature": EMPTY_SIGNED,
        "signature": None,
        "body_signature": BODY_SIGNED,
        "findings": [],
    }


def test_a_ticket_of_a_text_gives_all_hashes(vectors: Path) -> None:
    signed = json.loads((vectors / "official.json").read_text())["signature"]
    ticket = mint()
    text = json.dumps({**ticket.wire, **signed, "session_key": signed["session_key"]})
    ran = run("sign", "-", "--format", "json", stdin=text)
    (result,) = ran.json
    assert ran.status == 0
    data = ticket.encrypted_data.encode()
    assert result["encrypted_msg_hash"] == hashlib.sha256(data).hexdigest()
    assert result["signature"] == signed["signature"]
    key = signed["session_key"].encode()
    assert result["checksession_signature"] == hmac.new(key, b"", "sha256").hexdigest()
    assert [finding["code"] for finding in result["findings"]] == ["signature_ok"]


def test_a_signature_that_does_not_fit_is_told() -> None:
    ticket = mint().wire | {"rawData": "{}", "signature": "0" * 40}
    ran = run("sign", "-", stdin=json.dumps(ticket))
    assert ran.status == 1
    assert hashlib.sha1(f"{{}}{ticket['session_key']}".encode()).hexdigest() in ran.out
    assert "does not match" in ran.out


def test_the_hash_is_that_of_the_repaired_data() -> None:
    ticket = mint()
    while "+" not in ticket.encrypted_data:
        ticket = mint()
    broken = ticket.wire | {"encryptedData": ticket.encrypted_data.replace("+", " ")}
    ran = run("sign", "-", stdin=json.dumps(broken))
    assert hashlib.sha256(ticket.encrypted_data.encode()).hexdigest() in ran.out
    assert "read as +" in ran.out


def test_for_people_each_hash_says_what_it_is_and_what_it_lacks() -> None:
    ran = run("sign", "--session-key", KEY)
    assert f"checksession_signature  {EMPTY_SIGNED}\n" in ran.out
    assert "hmac_sha256 of the empty text" in ran.out
    assert "encrypted_msg_hash  — it takes encryptedData" in ran.out
    assert KEY not in ran.out
    assert "body_signature" not in ran.out


def test_a_key_from_a_file_or_asked_for_is_in_no_list_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key.txt"
    file.write_text(f"{KEY}\n")
    assert EMPTY_SIGNED in run("sign", "--session-key", f"@{file}").out
    assert EMPTY_SIGNED in run("sign", "--session-key", "-", stdin=f"{KEY}\n").out
    asked: list[str] = []

    def type_it(question: str, _stream: object) -> str:
        asked.append(question)
        return KEY

    monkeypatch.setattr("getpass.getpass", type_it)
    assert EMPTY_SIGNED in run("sign", "--session-key", "-").out
    assert asked == ["session_key (not shown while you type): "]


def test_raw_data_and_body_come_from_files_too(tmp_path: Path) -> None:
    file = tmp_path / "body.json"
    file.write_text(BODY)
    ran = run("sign", "--session-key", KEY, "--body", f"@{file}", "--raw-data", f"@{file}")
    assert BODY_SIGNED in ran.out
    assert hashlib.sha1(f"{BODY}{KEY}".encode()).hexdigest() in ran.out


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        ((), None, "Give a file"),
        (("-",), "good morning", "neither a session_key nor encryptedData"),
        (("-", "--session-key", "-"), "text", "give the key by @FILE"),
        (("--session-key", "@/nowhere/key"), None, "Cannot read /nowhere/key"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], stdin: str | None, words: str) -> None:
    ran = run("sign", *arguments, stdin=stdin)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize("blanks", [" {} ", "\t{}\r\n\r\n", "{}\n", "{}"])
def test_what_was_signed_is_taken_with_its_blanks_but_for_a_last_line_end(
    blanks: str, tmp_path: Path
) -> None:
    file = tmp_path / "body.json"
    file.write_bytes(blanks.encode())
    ran = run("sign", "--session-key", KEY, "--body", f"@{file}", "--raw-data", f"@{file}")
    signed = blanks.removesuffix("\n").removesuffix("\r")
    assert hashlib.sha1(f"{signed}{KEY}".encode()).hexdigest() in ran.out
    assert hmac.new(KEY.encode(), signed.encode(), "sha256").hexdigest() in ran.out

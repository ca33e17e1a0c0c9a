"""Whatever is pasted: no line of the terminal obeys it, hides it, or is written by it."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.parsing import write
from tests.cli.running import Ran, mint, run

FORGED = "✔ Forged"
HOSTILE = (
    f"a\r\n{FORGED}\n{FORGED}\r{FORGED}\x1b[2J\x1b]0;owned\x07\x9b2J\x85\x00\u061c\u200b\u200d\u202e"
    "\u2028\u2029\u2066\u2060\ufeff\U000e0041\u00adb"
)
GROUP = "G" + "a" * 27
FIELDS = ("session_key", "iv", "encryptedData", "appid", "rawData", "signature", "shareTicket")


def harmless(ran: Ran) -> None:
    """Each line is of printable characters, and none of them was pasted as a line."""
    assert ran.status in (0, 1, 2)
    for text in (ran.out, ran.err):
        for line in text.split("\n"):
            bad = [c for c in line if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs")]
            assert not bad, (line, bad)
            assert not line.lstrip().startswith(FORGED)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("options", [(), ("--show-secrets",)])
@pytest.mark.parametrize("name", [*FIELDS, "label", "groupName", HOSTILE])
def test_any_field_of_a_ticket(name: str, options: tuple[str, ...], language: str) -> None:
    ticket = mint()
    for value in (HOSTILE, f"{ticket.wire.get(name, '')}{HOSTILE}", [HOSTILE]):
        text = json.dumps(ticket.wire | {name: value})
        harmless(run("decode", "-", *options, "--lang", language, stdin=text))
        harmless(run("sign", "-", stdin=text))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("escaped", [True, False])
def test_any_value_and_key_of_a_payload(language: str, escaped: bool) -> None:
    watermark = {"timestamp": 1535624932, "appid": HOSTILE}
    payloads = (
        {"openGId": HOSTILE, "watermark": watermark},
        {"openGId": GROUP, "watermark": watermark, HOSTILE: HOSTILE},
        {"nickName": HOSTILE, "openId": HOSTILE, "gender": HOSTILE, "watermark": watermark},
        {"phoneNumber": HOSTILE, "countryCode": HOSTILE, "watermark": watermark},
        [HOSTILE, {HOSTILE: [HOSTILE]}],
    )
    for payload in payloads:
        text = json.dumps(payload, ensure_ascii=escaped) if escaped else write(payload)
        stdin = mint(text).json
        harmless(run("decode", "-", "--app-id", HOSTILE, "--lang", language, stdin=stdin))


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_payload_that_is_text_keeps_its_lines_and_nothing_else(text: str) -> None:
    ran = run("decode", "-", stdin=mint(f"{{{text}").json)
    assert not [
        c for c in ran.out if unicodedata.category(c) in ("Cc", "Zl", "Zp") and c not in "\n\t"
    ]


@pytest.mark.parametrize(
    "text", [HOSTILE, f"getShareInfo:fail {HOSTILE}", json.dumps({"errcode": 1, "errmsg": HOSTILE})]
)
def test_a_text_without_a_ticket(text: str) -> None:
    harmless(run("decode", "-", stdin=text))


@pytest.mark.parametrize("target", ["share_message", "code_unlimited", "plain_scheme", "scheme"])
def test_any_part_of_a_share_path(target: str) -> None:
    given = ["-p", f"{HOSTILE}={HOSTILE}", "-p", f"b={HOSTILE}", "--app-id", HOSTILE]
    harmless(run("path", "build", f"pages/a{HOSTILE}", *given, "--as", target))
    built = run("path", "build", "pages/a/b", *given, "--as", target).out
    harmless(run("path", "parse", "-", stdin=built))
    harmless(run("path", "parse", f"pages/a{HOSTILE}?x={HOSTILE}&{HOSTILE}=1#{HOSTILE}"))


def test_any_name_that_a_sentence_repeats(tmp_path: Path) -> None:
    name = HOSTILE.replace("\0", "")
    commands: tuple[tuple[str, ...], ...] = (
        *(("decode", name), ("decode", "--session-key", f"@{name}"), ("qr", "x", "-o", name)),
        *(("reports", name), ("mint", "--kind", name), ("mint", "--payload", name)),
        *(("mint", "-o", f"{tmp_path}/{name}/x"), (name,), ("decode", f"--{name}")),
        *(("decode", "--format", name), ("mint", "--time", name), ("mint", "--count", name)),
        *(("path", "build", "a", "-p", name, "--as", "timeline"), ("path", name)),
    )
    for arguments in commands:
        ran = run(*arguments)
        assert ran.status == 2, arguments
        harmless(ran)


@pytest.mark.skipif(sys.platform == "win32", reason="names of files that Windows refuses")
def test_the_name_of_a_file_and_its_columns(tmp_path: Path) -> None:
    name = HOSTILE.replace("\0", "").replace("/", "")
    file = tmp_path / f"{name[-60:]}.csv"
    ticket = mint()
    row = [
        ticket.session_key,
        ticket.iv,
        ticket.encrypted_data,
        '"' + HOSTILE.replace("\0", "") + '"',
    ]
    file.write_text(f'session_key,iv,encryptedData,"{name}"\n{",".join(row)}\n', newline="")
    harmless(run("reports", str(file)))
    harmless(run("decode", str(file)))


def test_a_label_is_shown_within_its_line() -> None:
    stdin = json.dumps(mint().wire | {"groupName": HOSTILE})
    for command in ("decode", "sign"):
        assert "a\\u000d\\u000a✔ Forged\\u000a" in run(command, "-", stdin=stdin).out

"""`inspector mint`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector.messages import Messages
from inspector.tickets.minting import mintable_kinds
from inspector.tickets.minting.forms import FORMS
from tests.cli.running import run


@pytest.mark.parametrize("kind", mintable_kinds())
def test_what_is_minted_opens(kind: str) -> None:
    minted = run("mint", "--kind", kind)
    assert (minted.status, minted.err) == (0, "")
    opened = run("decode", "-", "--format", "json", stdin=minted.out)
    assert (opened.json[0]["outcome"], opened.json[0]["kind"]) == ("opened", kind)


def test_tickets_by_the_thousand_are_one_line_each() -> None:
    minted = run("mint", "--count", "1000")
    assert len({line["session_key"] for line in minted.json}) == 1000


def test_a_seed_repeats_everything_and_time_and_app_id_are_as_wished() -> None:
    spec = ("mint", "--seed", "x", "--form", "jsonl")
    assert run(*spec).out == run(*spec).out
    stamped = ("--app-id", "wx0123456789abcdef", "--time", "2018-08-30T10:28:52Z")
    (line,) = run(*spec, *stamped).json
    assert json.loads(line["plaintext"])["watermark"] == {
        "timestamp": 1535624932,
        "appid": "wx0123456789abcdef",
    }


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written(form: str) -> None:
    minted = run("mint", "--form", form, "--count", "2", "--seed", "1")
    assert minted.status == 0
    assert ("session_key:" in minted.err) is form.startswith("client")
    assert "encryptedData" in minted.out


def test_a_payload_comes_as_json_from_a_file_or_from_stdin(tmp_path: Path) -> None:
    text = '{"openGId":"G","n":12345678901234567890123}'
    (tmp_path / "p.json").write_text(text)
    for given, stdin in ((text, None), (str(tmp_path / "p.json"), None), ("-", text)):
        minted = run("mint", "--payload", given, "--form", "jsonl", stdin=stdin)
        assert minted.json[0]["plaintext"] == text
        assert "n is not a known field" in minted.err
    minted = run("mint", "--kind", "activity_id", "--payload", "1_a b", "--form", "jsonl")
    assert minted.json[0]["plaintext"] == "1_a b"


def test_each_damage_gets_a_ticket() -> None:
    minted = run("mint", "--damage", "other_key", "--damage", "spaces_for_plus")
    assert [line["damage"] for line in minted.json] == ["other_key", "spaces_for_plus"]


def test_it_writes_into_a_file(tmp_path: Path) -> None:
    file = tmp_path / "MintedTickets.java"
    assert run("mint", "--form", "junit", "-o", str(file)).out == ""
    assert "class MintedTickets" in file.read_text("utf-8")
    assert run("mint", "-o", str(tmp_path / "no" / "x")).status == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--payload", '{"a":}'), "a value is expected (character 6)"),
        (("--kind", "alipay_phone"), "alipay_phone"),
        (("--count", "0"), "0 is not a number above 0"),
        (("--time", "soon"), "soon is neither unix seconds nor a date"),
        (("--session-key", "x"), "--session-key"),
        (("--damage", "x"), "'x'"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], words: str) -> None:
    ran = run("mint", *arguments)
    assert ran.status == 2
    assert words in ran.err
    assert ran.out == ""


def test_the_help_speaks_chinese() -> None:
    assert "测试数据" in run("mint", "--help", "--lang", "zh_CN").out
    assert Messages("zh_CN").gettext("how many tickets") != "how many tickets"

"""`inspector decode`: what goes in, what comes out, and that no session key does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.tickets.capture.readers import plain_forms
from inspector.tickets.capture.scanning.source import Source
from inspector.tickets.masking.session_keys import MASK
from tests.cli.running import ENGLISH, Minted, mint, run

SHAPE = [
    "label",
    "reader",
    "outcome",
    "cause",
    "kind",
    "payload",
    "plaintext",
    "findings",
    "repairs",
    "fields",
]
FIELDS = ["session_key", "iv", "encryptedData", "appid", "rawData", "signature", "shareTicket"]


@pytest.fixture
def ticket() -> Minted:
    return mint()


def options(ticket: Minted) -> list[str]:
    given = {"session-key": ticket.session_key, "iv": ticket.iv}
    given["encrypted-data"] = ticket.encrypted_data
    return [part for name, value in given.items() for part in (f"--{name}", value)]


def test_the_official_ticket_opens_in_the_documented_shape(vectors: Path) -> None:
    official = json.loads((vectors / "official.json").read_text())
    ran = run("decode", "-", "--format", "json", stdin=json.dumps(official["ticket"]))
    (result,) = ran.json
    assert ran.status == 0
    assert list(result) == SHAPE
    assert list(result["fields"]) == FIELDS
    assert (result["outcome"], result["cause"], result["reader"]) == ("opened", None, "json")
    assert result["payload"] == official["payload"]
    assert json.loads(result["plaintext"]) == official["payload"]
    assert result["fields"]["iv"] == official["ticket"]["iv"]


def test_a_file_the_options_and_the_standard_input_give_the_same(
    ticket: Minted, tmp_path: Path
) -> None:
    file = tmp_path / "ticket.json"
    file.write_text(ticket.json)
    from_file = run("decode", str(file), "--format", "json")
    from_stdin = run("decode", "--format", "json", stdin=ticket.json)
    from_options = run("decode", *options(ticket), "--format", "json")
    assert [r.status for r in (from_file, from_stdin, from_options)] == [0, 0, 0]
    assert from_file.json == from_stdin.json
    assert from_options.json == [from_file.json[0] | {"reader": None}]


def test_an_option_takes_the_place_of_what_the_text_says(ticket: Minted) -> None:
    stale = ticket.wire | {"session_key": mint().session_key}
    assert run("decode", "-", stdin=json.dumps(stale)).status == 1
    ran = run("decode", "-", "--session-key", ticket.session_key, stdin=json.dumps(stale))
    assert ran.status == 0
    assert ran.out.startswith("✔ Decrypted")


def test_an_option_completes_what_the_text_lacks(ticket: Minted) -> None:
    part = json.dumps({"iv": ticket.iv, "encryptedData": ticket.encrypted_data})
    ran = run("decode", "--session-key", ticket.session_key, "--format", "json", stdin=part)
    assert ran.status == 0
    assert ran.json[0]["outcome"] == "opened"


def test_a_value_may_begin_with_a_hyphen() -> None:
    made = mint(key=b"\xf8" + bytes(15), iv=b"\xfb\xef" + bytes(14))
    url = [text.translate(str.maketrans("+/", "-_")) for text in (made.session_key, made.iv)]
    assert url[0].startswith("-")
    assert url[1].startswith("--")
    given = ("--session-key", url[0], "--iv", url[1], "--encrypted-data", made.encrypted_data)
    assert run("decode", *given).status == 0
    assert run("decode", "--iv", "--session-key", "x").status == 2


def test_options_alone_do_not_wait_for_the_standard_input(ticket: Minted) -> None:
    assert run("decode", *options(ticket), stdin=None).status == 0
    assert run("decode", "--iv", ticket.iv, stdin=None).status == 1


def test_a_failing_ticket_is_status_1_with_the_cause(ticket: Minted) -> None:
    wrong = json.dumps(ticket.wire | {"session_key": mint().session_key})
    ran = run("decode", "-", "--format", "json", stdin=wrong)
    assert ran.status == 1
    assert ran.json[0]["outcome"] == "not_opened"
    assert ran.json[0]["cause"] == "session_key_wrong"
    assert ran.json[0]["findings"][0]["severity"] == "error"
    assert ran.json[0]["payload"] is None


def test_several_tickets_give_one_line_each_in_their_order() -> None:
    tickets = [mint() for _ in range(5)]
    text = json.dumps([t.wire for t in tickets])
    ran = run("decode", "-", "--format", "json", stdin=text)
    assert [r["fields"]["iv"] for r in ran.json] == [t.iv for t in tickets]
    assert {r["outcome"] for r in ran.json} == {"opened"}
    assert run("decode", "-", stdin=text).out.count("✔ Decrypted") == 5


@pytest.mark.parametrize("text", ["", "nothing of the kind", "\0\1\2"])
def test_nothing_found_is_status_2(text: str) -> None:
    ran = run("decode", stdin=text)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "inspector: No ticket was found in the text.\n"


def test_no_input_at_all_is_wrong_usage() -> None:
    ran = run("decode", stdin=None)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("inspector: Give a file")


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_an_unreadable_file_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    ran = run("decode", str(tmp_path / name))
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("inspector: Cannot read ")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_session_key_is_written_only_when_asked_for(ticket: Minted, form: str) -> None:
    masked = run("decode", "-", "--format", form, stdin=ticket.json)
    shown = run("decode", "-", "--format", form, "--show-secrets", stdin=ticket.json)
    core = ticket.session_key.rstrip("=")
    assert core not in masked.out + masked.err
    assert core in shown.out


def test_a_key_is_masked_wherever_it_turns_up() -> None:
    """As the iv of 2016, in the payload, in another ticket's payload, under another name."""
    first = mint(key=bytes(range(16)))
    second = mint({"openGId": "G" * 28, "note": f"key={first.session_key}!"})
    same = {"session_key": first.session_key, "iv": first.session_key}
    same["encryptedData"] = first.encrypted_data
    text = json.dumps([first.wire, second.wire, same])
    for form in ("json", "text"):
        ran = run("decode", "-", "--format", form, stdin=text)
        assert first.session_key.rstrip("=") not in ran.out
    assert run("decode", "-", "--format", "json", stdin=text).json[2]["fields"]["iv"] == MASK
    assert "key=********!" in ran.out


def test_a_key_in_the_place_of_the_data_is_masked(ticket: Minted) -> None:
    swapped = ["--session-key", ticket.encrypted_data[:-5], "--iv", ticket.iv]
    ran = run("decode", *swapped, "--encrypted-data", ticket.session_key, "--format", "json")
    assert ticket.session_key.rstrip("=") not in ran.out


def test_numbers_keep_every_digit() -> None:
    ticket = mint('{"openGId":"G","n":12345678901234567890123,"x":1.10,"n":1}')
    ran = run("decode", "-", "--format", "json", stdin=ticket.json)
    assert '"payload":{"openGId":"G","n":12345678901234567890123,"x":1.10,"n":1}' in ran.out


def test_a_payload_cannot_steer_the_screen() -> None:
    note = "\x1b]0;owned\x07\x9b2J\u202e\u2028\ud800"
    hostile = mint({"openGId": "G" + "a" * 27, "note": note})
    text = run("decode", "-", stdin=hostile.json).out
    line = run("decode", "-", "--format", "json", stdin=hostile.json).out
    for out in (text, line):
        assert not set(out) & set("\x1b\x07\x9b\u202e")
    assert len(line.splitlines()) == 1
    assert json.loads(line)["payload"]["note"] == note


def test_the_sentences_follow_the_language(ticket: Minted) -> None:
    wrong = json.dumps(ticket.wire | {"session_key": mint().session_key})
    english = run("decode", "-", "--lang", "en", "--format", "json", stdin=wrong)
    chinese = run("decode", "-", "--lang", "zh_CN", "--format", "json", stdin=wrong)
    assert english.json[0]["findings"][0]["message"].isascii()
    assert not chinese.json[0]["findings"][0]["message"].isascii()
    assert run("decode", "-", "--lang", "zh_CN", stdin=wrong).out.startswith("✘ 解密失败")
    follow = run("decode", "-", stdin=wrong, environment={"LC_ALL": "zh_CN.UTF-8"})
    assert follow.out.startswith("✘ 解密失败")


def test_colours_are_for_screens_only(ticket: Minted) -> None:
    arguments = ("decode", *options(ticket))
    assert "\x1b[" in run(*arguments, screen=True).out
    assert "\x1b[" not in run(*arguments).out
    assert "\x1b[" not in run(*arguments, screen=True, environment=ENGLISH | {"NO_COLOR": "1"}).out


def test_a_text_of_a_chinese_windows_is_read(ticket: Minted) -> None:
    text = f"会话日志\n{ticket.json}\n".encode("gb18030")
    assert run("decode", "-", stdin=text).status == 0
    assert run("decode", "-", stdin=f"{ticket.json}".encode("utf-16")).status == 0
    assert run("decode", "-", stdin=b"\xff\xfe\xfd" + ticket.json.encode()).status in (0, 2)
    assert run("decode", "-", stdin=b"\x80\x81\xff " + ticket.json.encode()).status == 0


def test_a_text_without_a_ticket_says_what_it_is() -> None:
    ran = run("decode", "-", "--format", "json", stdin='{"errcode":40163,"errmsg":"code used"}')
    (result,) = ran.json
    assert ran.status == 2
    assert list(result) == SHAPE
    assert (result["outcome"], result["cause"]) == ("no_ticket", "server_error")
    assert (result["kind"], result["payload"], result["fields"]) == (None, None, {})
    assert "40163" in result["findings"][0]["message"]
    told = run("decode", "-", stdin='{"errcode":40163,"errmsg":"code used"}')
    assert told.status == 2
    assert told.out.startswith("· No ticket\n")
    assert result["findings"][0]["message"] in told.out
    assert "→" in told.out


def test_a_text_that_is_nothing_known_has_no_cause() -> None:
    ran = run("decode", "-", "--format", "json", stdin="good morning")
    (result,) = ran.json
    assert (ran.status, result["outcome"], result["cause"]) == (2, "no_ticket", None)


def test_a_payload_that_is_decrypted_already_is_shown() -> None:
    payload = {
        "openGId": "tG" + "a1" * 13 + "b",
        "watermark": {"timestamp": 1, "appid": "wx" + "0" * 16},
    }
    ran = run("decode", "-", "--format", "json", stdin=f"it is {json.dumps(payload)}, right?")
    (result,) = ran.json
    assert (ran.status, result["cause"]) == (0, "already_decrypted")
    assert (result["kind"], result["payload"]) == ("group_share", payload)
    shown = run("decode", "-", stdin=json.dumps(payload))
    assert shown.status == 0
    assert '"openGId"' in shown.out


def test_a_uuid_for_a_key_is_no_share_ticket(ticket: Minted) -> None:
    given = ["--session-key", "8f2063ca-8e61-4959-baeb-1697c49899a1", "--iv", ticket.iv]
    ran = run("decode", *given, "--encrypted-data", ticket.encrypted_data)
    assert "session id of your own server" in ran.out
    assert "getShareInfo" not in ran.out


def test_a_key_from_a_file_or_asked_for_opens_the_ticket(
    ticket: Minted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it stands in no list of processes."""
    file, rest = (
        tmp_path / "key",
        {name: v for name, v in ticket.wire.items() if name != "session_key"},
    )
    file.write_text(ticket.session_key + "\r\n")
    text = tmp_path / "ticket.json"
    text.write_text(json.dumps(rest))
    monkeypatch.setattr("getpass.getpass", lambda *_: ticket.session_key)
    for given in (f"@{file}", "-"):
        ran = run("decode", str(text), "--session-key", given)
        assert ran.status == 0
    options_alone = ["--iv", ticket.iv, "--encrypted-data", ticket.encrypted_data]
    assert run("decode", "--session-key", "-", *options_alone, stdin=ticket.session_key).status == 0
    assert run("decode", "-", "--session-key", "-", stdin=json.dumps(rest)).status == 2


def test_what_was_not_read_is_told_beside_the_tickets(
    ticket: Minted, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_source: Source) -> float:
        raise ValueError

    rows = [replace(row, score=fail) if row.name == "json" else row for row in plain_forms.READERS]
    monkeypatch.setattr(plain_forms, "READERS", tuple(rows))
    ran = run("decode", "-", stdin=ticket.json)
    assert ran.status == 0
    assert "json" in ran.err
    assert "json" not in ran.out
    caplog.clear()


def test_the_likeliest_cause_of_an_error_is_told_first_and_the_others_in_a_list() -> None:
    ran = run("decode", "-", stdin="Error: Illegal Buffer")
    told = ran.out.splitlines()
    assert told[1].endswith(
        "Likeliest cause: another session_key than the data was encrypted with."
    )
    assert told[2].strip() == "Other causes, the likeliest first:"
    assert told[3].strip() == "- + that became spaces or were lost on the way"
    assert "→ Paste session_key, iv, encryptedData" in told[7]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_path_beside_a_share_ticket_is_told_too(form: str) -> None:
    handle = "204b91ab-f6af-4ec4-a1e2-cad4f33cf596"
    options = {"path": "pages/a/b", "query": {"id": "12"}, "scene": 1044, "shareTicket": handle}
    ran = run("decode", "-", "--format", form, stdin=f"onShow {json.dumps(options)}")
    assert ran.status == 1
    assert "share path" in ran.out
    assert "a handle, which cannot be decrypted" in ran.out

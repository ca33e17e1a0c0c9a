from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.tickets import Outcome, Ticket, judge, read
from inspector.tickets.minting import MintSpec, mint, mint_many, mintable_kinds
from inspector.tickets.minting.forms import FILE_NAMES, FORMS, WITHOUT_KEY, write_form

NASTY = {"openGId": "'\"\\$(x)`\n\u2028名😀</script>", "n": 10**30, "watermark": {}}


@pytest.mark.parametrize("form", ["fields", "curl", "jsonl"])
@pytest.mark.parametrize("kind", ["group_share", "user_info"])
def test_the_inspector_reads_what_it_minted(form: str, kind: str) -> None:
    minted = list(mint_many(MintSpec(kind), 3))
    for each in minted:
        (ticket,) = read(write_form(form, [each])).tickets
        assert judge(ticket).payload == each.payload
        assert ticket.session_key == each.session_key


def test_the_form_of_2017_is_understood_whole() -> None:
    minted = mint(MintSpec())
    result = json.loads(write_form("client2017", [minted]))
    assert list(result) == [
        "errMsg", "roomTopic", "rawData", "signature", "encryptedData", "iv",
    ]  # fmt: skip
    assert result["errMsg"] == "getShareInfo:ok"
    ticket = Ticket(
        minted.session_key, result["iv"], result["encryptedData"],
        raw_data=result["rawData"], signature=result["signature"],
    )  # fmt: skip
    assert "signature_ok" in [finding.code for finding in judge(ticket).findings]


@pytest.mark.parametrize("kind", mintable_kinds())
@pytest.mark.parametrize("form", sorted(WITHOUT_KEY))
def test_the_client_never_sees_the_key(kind: str, form: str) -> None:
    minted = mint(MintSpec(kind))
    result = write_form(form, [minted])
    assert minted.session_key not in result
    assert json.loads(result)["encryptedData"] == minted.ticket.encrypted_data


def test_a_private_message_is_valid_and_a_profile_has_user_info() -> None:
    assert json.loads(write_form("client", [mint(MintSpec("activity_id"))]))["valid"] is True
    result = json.loads(write_form("client", [mint(MintSpec("user_info"))]))
    assert result["userInfo"] == json.loads(result["rawData"])


def test_a_shell_takes_the_curl_line_apart_unharmed() -> None:
    minted = mint(MintSpec("user_info", payload={**NASTY, "nickName": "it's $HOME"}))
    command = shlex.split(write_form("curl", [minted]))
    assert command[:3] == ["curl", "-X", "POST"]
    assert json.loads(command[-1])["rawData"] == minted.ticket.raw_data


def test_every_form_has_a_file_name() -> None:
    assert set(FILE_NAMES) == set(FORMS)


def test_the_pytest_fixture_works(tmp_path: Path) -> None:
    spec = MintSpec(payload=NASTY, damages=("other_key", "wrapped"))
    (tmp_path / "conftest.py").write_text(write_form("pytest", mint_many(spec, 4)), "utf-8")
    test = "def test_it(minted_ticket):\n    assert '10000000000' in minted_ticket['plaintext']\n"
    (tmp_path / "test_it.py").write_text(test, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "4 passed" in done.stdout, done.stdout


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not on this machine")
def test_the_jest_fixture_works(tmp_path: Path) -> None:
    minted = list(mint_many(MintSpec(payload=NASTY), 3))
    (tmp_path / "mintedTickets.js").write_text(write_form("jest", minted), "utf-8")
    script = "console.log(JSON.stringify(require('./mintedTickets')))"
    done = subprocess.run(
        ["node", "-e", script], capture_output=True, encoding="utf-8", check=True, cwd=tmp_path
    )
    assert [each["plaintext"] for each in json.loads(done.stdout)] == [
        each.plaintext for each in minted
    ]


@pytest.mark.skipif(not shutil.which("javac"), reason="no Java compiler on this machine")
def test_the_junit_fixture_compiles_and_streams(tmp_path: Path) -> None:
    minted = list(mint_many(MintSpec(payload=NASTY, damages=("other_key",)), 120))
    (tmp_path / "MintedTickets.java").write_text(write_form("junit", minted), "utf-8")
    (tmp_path / "Check.java").write_text(
        "public class Check { public static void main(String[] a) {"
        "MintedTickets.all().forEach(t -> System.out.println(t.iv + t.cause)); } }"
    )
    compiling = ["javac", "-encoding", "UTF-8", "Check.java", "MintedTickets.java"]
    subprocess.run(compiling, check=True, cwd=tmp_path, capture_output=True)
    done = subprocess.run(
        ["java", "-cp", ".", "Check"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.split() == [f"{each.ticket.iv}session_key_wrong" for each in minted]


def test_lines_come_one_by_one() -> None:
    endless = mint_many(MintSpec(damages=("other_iv",)), 10**9)
    line = json.loads(next(FORMS["jsonl"](endless)))
    assert (line["outcome"], line["cause"]) == (Outcome.PARTLY.value, "iv_wrong")

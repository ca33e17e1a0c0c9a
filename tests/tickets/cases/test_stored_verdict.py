"""A masked case file that was edited by hand is nowhere shown as decrypted or verified."""

from __future__ import annotations

import io
import json

import pytest

from inspector.cli.terminal import Terminal
from inspector.cli.verdict_text import VerdictText
from inspector.messages import LANGUAGES, Messages
from inspector.tickets import Verdict, judge
from inspector.tickets.cases.case_file import read_case_file, write_case_file
from inspector.tickets.masking.session_keys import Mask
from inspector.tickets.minting import MintSpec, mint
from inspector.tickets.report import Format, write_report

FORGED = "wx" + "0f" * 8
PRAISE = ("app_id_ok", "signature_ok")


def forged() -> Verdict:
    """Return the verdict of a case file in which payload, app id and findings were edited."""
    verdict = judge(mint(MintSpec("group_share", app_id=FORGED)).ticket)
    document = json.loads(write_case_file([verdict]))
    case = document["tickets"][0]
    case["fields"]["appid"] = FORGED
    case["verdict"]["payload"] = {"openGId": "forged", "watermark": {"appid": FORGED}}
    case["verdict"]["findings"] = [
        {"code": code, "severity": "info", "field": None, "parameters": {"app_id": FORGED}}
        for code in PRAISE
    ]
    (case,) = read_case_file(json.dumps(document)).cases
    assert case.verdict
    return case.verdict


def test_nothing_that_was_edited_is_called_checked() -> None:
    codes = [finding.code for finding in forged().findings]
    assert codes == ["stored_verdict"]
    assert [each["code"] for each in forged().to_dict()["findings"]] == codes


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_says_that_it_was_only_saved(form: Format, language: str) -> None:
    text = write_report([forged()], form, language=language)
    said = Messages(language).gettext("Saved verdict: {verdict}").split("{")[0]
    assert said in text or form is Format.JSON
    assert "stored_verdict" in text or form is not Format.JSON
    told = Messages(language).finding(forged().findings[0]).text
    assert told in text or form is Format.JSON


def test_the_terminal_says_that_it_was_only_saved() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    terminal = Terminal(io.StringIO(), out, io.StringIO(), {}, Messages("en"))
    VerdictText(terminal, Mask(())).print(forged())
    out.seek(0)
    first = out.readline()
    assert "Saved verdict: Decrypted" in first
    assert "\u2714" not in first

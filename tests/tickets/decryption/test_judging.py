"""The seam: any ticket gives a verdict, and never a wrong one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.findings import Severity
from inspector.tickets import BlockState, Outcome, Ticket, Verdict, judge
from inspector.tickets.damage import Sealed

NOW = 1_700_000_000


@pytest.fixture
def official(vectors: Path) -> Ticket:
    given_ = json.loads((vectors / "official.json").read_text(encoding="utf-8"))["ticket"]
    return Ticket(
        given_["session_key"], given_["iv"], given_["encryptedData"], app_id=given_["appid"]
    )


def codes(verdict: Verdict) -> list[str]:
    return [finding.code for finding in verdict.findings]


def test_the_official_ticket_opens(official: Ticket, vectors: Path) -> None:
    verdict = judge(official, now=NOW)
    expected = json.loads((vectors / "official.json").read_text(encoding="utf-8"))["payload"]
    assert verdict.outcome is Outcome.OPENED
    assert verdict.cause is None
    assert verdict.kind == "user_info"
    assert verdict.payload == expected
    assert verdict.data is not None
    assert len(verdict.data) == 400
    assert verdict.data.endswith(b"\x07" * 7)
    assert set(verdict.blocks) == {BlockState.READABLE}
    assert len(verdict.blocks) == 25
    assert verdict.repairs == ()
    assert verdict.proposals == ()
    assert verdict.fields["iv"] == official.iv


def test_the_clock_may_be_given_either_way(official: Ticket) -> None:
    seconds = judge(official, now=NOW)
    moment = judge(official, now=datetime.fromtimestamp(NOW, UTC))
    assert seconds.findings == moment.findings


def test_data_of_another_mini_program_opens_with_an_error(official: Ticket) -> None:
    verdict = judge(replace(official, app_id="wx0123456789abcdef"), now=NOW)
    assert verdict.outcome is Outcome.OPENED
    assert verdict.cause == "app_id_mismatch"


def test_fields_stay_as_pasted_and_the_values_used_are_told(official: Ticket) -> None:
    pasted = replace(official, encrypted_data=(official.encrypted_data or "").replace("+", " "))
    verdict = judge(pasted, now=NOW)
    assert verdict.ticket is pasted
    assert verdict.repaired.encrypted_data == official.encrypted_data
    assert [(r.code, r.field, r.count) for r in verdict.repairs] == [
        ("space_to_plus", "encryptedData", 5)
    ]
    text = pasted.encrypted_data or ""
    assert [text[place] for place in verdict.repairs[0].places] == [" "] * 5
    (proposal,) = verdict.proposals
    assert proposal.fields == {"encryptedData": official.encrypted_data}
    assert proposal.proof.code == "proof_opens"


def test_a_slip_in_the_key_is_a_warning_and_a_proposal(official: Ticket) -> None:
    key = official.session_key or ""
    verdict = judge(replace(official, session_key=key[:5] + "x" + key[6:]), now=NOW)
    assert verdict.outcome is Outcome.OPENED
    assert verdict.cause is None
    warning = next(f for f in verdict.findings if f.code == "typo_corrected")
    assert (warning.severity, warning.field) == (Severity.WARNING, "session_key")
    assert verdict.repairs[0].places == (5,)
    assert verdict.fields["session_key"] == key


def test_a_wrong_key_says_so_and_shows_nothing(official: Ticket) -> None:
    verdict = judge(replace(official, session_key="A" * 22 + "=="), now=NOW)
    assert (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "session_key_wrong")
    assert verdict.plaintext is None
    assert set(verdict.blocks) == {BlockState.CORRUPT}


def test_a_known_key_opens_a_ticket_without_one(official: Ticket) -> None:
    known = ["B" * 22 + "==", official.session_key or ""]
    verdict = judge(replace(official, session_key=None), now=NOW, known_keys=known)
    assert verdict.outcome is Outcome.OPENED
    assert "known_key" in codes(verdict)
    assert verdict.fields["session_key"] == official.session_key


def test_a_known_key_is_proposed_where_another_was_pasted(official: Ticket) -> None:
    known = ["B" * 22 + "==", official.session_key or ""]
    verdict = judge(replace(official, session_key="A" * 22 + "=="), now=NOW, known_keys=known)
    assert (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "session_key_wrong")
    assert verdict.payload is None
    assert verdict.proposals[0].code == "known_key"
    assert verdict.proposals[0].fields == {"session_key": official.session_key}


@pytest.mark.parametrize("length", range(20, 37))
def test_no_word_is_lost_on_padding_of_up_to_a_block(length: int) -> None:
    sealed = Sealed.fresh(f'{{"of_no_kind":"{"x" * length}"}}', Random(length))
    verdict = judge(sealed.ticket, now=NOW)
    assert verdict.plaintext == sealed.plaintext
    assert "long_padding" not in [finding.code for finding in verdict.findings]


def test_without_an_iv_the_ticket_is_incomplete_and_the_rest_is_shown(official: Ticket) -> None:
    verdict = judge(replace(official, iv=None), now=NOW)
    assert (verdict.outcome, verdict.cause) == (Outcome.INCOMPLETE, "iv_missing")
    assert (judge(official, now=NOW).plaintext or "")[16:] == (verdict.plaintext or "")[16:]


def test_a_cancelled_judgement_still_gives_a_verdict(official: Ticket) -> None:
    key = "A" + (official.session_key or "")[1:]
    verdict = judge(replace(official, session_key=key), now=NOW, cancelled=lambda: True)
    assert verdict.outcome is Outcome.NOT_OPENED


def test_only_a_handle(official: Ticket) -> None:
    handle = "87bafa08-1bd2-44b2-af20-e4348404f87a"
    verdict = judge(Ticket(None, None, None, share_ticket=handle), now=NOW)
    assert (verdict.outcome, verdict.cause) == (Outcome.INCOMPLETE, "share_ticket_handle")
    verdict = judge(replace(official, encrypted_data=f'"{handle}"'), now=NOW)
    assert (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "share_ticket_handle")


def test_the_verdict_as_json(official: Ticket) -> None:
    line = json.loads(json.dumps(judge(official, now=NOW).to_dict(language="zh_CN")))
    assert line["outcome"] == "opened"
    assert line["payload"]["watermark"]["appid"] == official.app_id


PASTED = (
    st.none()
    | st.text(max_size=80)
    | st.text("ABab01+/=-_ \n\r\t%\\\"'&#;.…２＋\x00\ud800{}", max_size=90)
)


@given(st.lists(PASTED, min_size=6, max_size=6))
@settings(max_examples=150)
def test_nothing_pasteable_raises_or_opens(texts: list[str | None]) -> None:
    verdict = judge(Ticket(*texts), now=NOW)
    assert verdict.outcome is not Outcome.OPENED
    assert verdict.cause is not None
    verdict.to_dict()


@pytest.mark.parametrize(
    "unit", ["%", "%2", "\\", "\\n", "'", "&#4", "&", "…", " ", "A ", "A\n", "=", "\ud800", "<a"]
)
def test_long_nonsense_ends_soon(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    assert judge(Ticket(text, "A" * 22 + "==", text), now=NOW).outcome is not Outcome.OPENED

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.findings import Finding, Severity
from inspector.tickets import BlockState, Outcome, Repair, Ticket, Verdict
from inspector.tickets.cases.case_verdict import NoVerdict, read_verdict, write_verdict
from inspector.tickets.verdict import STORED
from tests.exact_json.test_parsing import JSON_VALUES

TICKET = Ticket("k", "i", "d", label="l")


def test_what_was_seen_comes_back() -> None:
    verdict = Verdict(
        TICKET,
        TICKET.with_field("iv", "j"),
        Outcome.PARTLY,
        "group_share",
        {"a": [1]},
        "text",
        blocks=(BlockState.CORRUPT, BlockState.MISSING),
        findings=(Finding("a", Severity.INFO, "iv", {"form": ("b", "c"), "n": 1, "x": None}),),
        repairs=(Repair("space_to_plus", "iv", 3),),
    )
    said = Finding(STORED, Severity.WARNING)
    again = read_verdict(write_verdict(verdict), TICKET)
    assert again == replace(verdict, findings=(said, *verdict.findings))
    assert read_verdict(write_verdict(again), TICKET) == again


@pytest.mark.parametrize(
    "code",
    ["app_id_ok", "signature_ok", "signature_form", "proof_opens", "known_key", "key_of_file"],
)
def test_what_only_checking_can_say_is_not_believed(code: str) -> None:
    praised = Verdict(TICKET, TICKET, Outcome.OPENED, findings=(Finding(code, Severity.INFO),))
    again = read_verdict(write_verdict(praised), TICKET)
    assert again.is_stored
    assert [finding.code for finding in again.findings] == [STORED]


@given(JSON_VALUES)
def test_other_values_are_refused(value: Any) -> None:
    with pytest.raises(NoVerdict):
        read_verdict(value, TICKET)


@given(st.sampled_from(["outcome", "kind", "plaintext", "blocks", "findings", "repairs", "used"]),
       JSON_VALUES)  # fmt: skip
def test_a_wrong_part_is_refused_or_harmless(name: str, value: Any) -> None:
    written = write_verdict(Verdict(TICKET, TICKET, Outcome.OPENED)) | {name: value}
    with contextlib.suppress(NoVerdict):
        assert isinstance(read_verdict(written, TICKET), Verdict)

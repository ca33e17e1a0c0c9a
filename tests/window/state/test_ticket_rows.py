"""The words of a row say whether it needs somebody."""

from __future__ import annotations

from inspector.findings import Finding, Severity
from inspector.tickets import Outcome, Ticket, Verdict
from inspector.tickets.verdict import STORED
from inspector.window.state.ticket_rows import TicketRow, ticket_row

WRONG = Finding("app_id_mismatch", Severity.ERROR, "appid")
REMARK = Finding("watermark_missing", Severity.WARNING, None)
TICKET = Ticket("k", "i", "d")


def row(outcome: Outcome, *findings: Finding) -> TicketRow:
    return ticket_row(Verdict(TICKET, TICKET, outcome, findings=findings))


def test_what_opened_and_is_well_needs_nobody() -> None:
    assert not row(Outcome.OPENED).needs_attention
    assert not row(Outcome.OPENED, REMARK).needs_attention
    assert row(Outcome.OPENED).facet == "opened"


def test_what_opened_with_an_error_does_and_is_counted_by_it() -> None:
    made = row(Outcome.OPENED, REMARK, WRONG)
    assert made.needs_attention
    assert (made.cause, made.facet) == ("app_id_mismatch", "app_id_mismatch")


def test_what_did_not_open_does() -> None:
    outcomes = (Outcome.PARTLY, Outcome.NOT_OPENED, Outcome.INCOMPLETE)
    assert all(row(outcome).needs_attention for outcome in outcomes)
    nothing = ticket_row(Verdict(Ticket(None, None, None), TICKET, Outcome.INCOMPLETE))
    assert nothing.outcome is Outcome.NO_TICKET


def test_only_a_missing_or_wrong_key_wants_one() -> None:
    codes = ("session_key_wrong", "session_key_missing", "no_key_fits", "iv_wrong")
    rows = [row(Outcome.NOT_OPENED, Finding(code, Severity.ERROR, None)) for code in codes]
    assert [each.wants_key for each in rows] == [True, True, True, False]


def test_keys_that_were_tried_in_vain_are_counted() -> None:
    wrong = Finding("session_key_wrong", Severity.ERROR, "session_key")
    none = Finding("no_key_fits", Severity.INFO, "session_key", {"count": 7})
    assert row(Outcome.NOT_OPENED, wrong, none).keys_tried == 7
    assert row(Outcome.NOT_OPENED, wrong).keys_tried == 0


def test_a_saved_verdict_is_counted_as_that_whatever_it_says() -> None:
    made = row(Outcome.OPENED, Finding(STORED, Severity.WARNING))
    assert made.needs_attention
    assert (made.is_stored, made.facet) == (True, STORED)

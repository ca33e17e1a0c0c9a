"""Counts of many rows: added in order, and bounded."""

from __future__ import annotations

import pytest

from inspector.findings import Finding, Severity
from inspector.reports import Judged, Tally
from inspector.reports import summary as module
from inspector.reports.summary import OTHERS, tally
from inspector.tickets import Outcome, Ticket, Verdict
from tests.reports.reports import row

TICKET = Ticket("k", "i", "d")
WRONG = (Finding("session_key_wrong", Severity.ERROR, "session_key"),)


def bad(number: int) -> Judged:
    verdict = Verdict(TICKET, TICKET, Outcome.NOT_OPENED, findings=WRONG)
    return Judged(row(number, TICKET), verdict)


def of_app(name: str) -> Judged:
    payload = {"watermark": {"timestamp": 1_600_000_000, "appid": name}}
    return Judged(row(1, TICKET), Verdict(TICKET, TICKET, Outcome.OPENED, payload=payload))


def test_the_first_row_of_a_cause_is_its_example() -> None:
    counts = tally([bad(3), bad(4)])
    counts.update(tally([bad(9)]))
    assert counts.causes["session_key_wrong"] == 3
    assert counts.examples["session_key_wrong"].number == 3


def test_apps_beyond_a_bound_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_DISTINCT", 2)
    counts = Tally()
    for name in ("a", "b", "c", "a", "d"):
        counts.update(tally([of_app(name)]))
    assert counts.apps == {"a": 2, "b": 1, OTHERS: 2}
    assert counts.days == {"2020-09-13": 5}


def test_rows_without_data_are_named_up_to_a_bound() -> None:
    nothing = Verdict(TICKET, TICKET, Outcome.NO_TICKET)
    counts = tally(Judged(row(number, TICKET), nothing) for number in range(2, 50))
    counts.update(tally([Judged(row(99, TICKET), nothing)]))
    assert counts.left_out == 49
    assert [number for _, number in counts.empty] == [*range(2, 2 + module.MOST_NAMED)]
    assert counts.is_well

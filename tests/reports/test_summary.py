"""Counts of many rows: added in order, and bounded."""

from __future__ import annotations

import pytest

from inspector.findings import Finding, Severity
from inspector.reports import Judged, KnownKey, Tally
from inspector.reports import summary as module
from inspector.reports.summary import OTHERS, tally
from inspector.tickets import Outcome, Ticket, Verdict
from inspector.tickets.verdict import Repair
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


def repaired(number: int, outcome: Outcome, key: KnownKey | None = None) -> Judged:
    """Return a row whose data lost its padding, opened with another key where one is given."""
    findings = [Finding("padding_restored", Severity.WARNING, "encryptedData", {"count": 1})]
    findings += [Finding("other_key_used", Severity.INFO, "session_key")] if key else []
    repairs = (Repair("padding_restored", "encryptedData", 1),)
    verdict = Verdict(TICKET, TICKET, outcome, findings=tuple(findings), repairs=repairs)
    return Judged(row(number, TICKET), verdict, key)


def test_repairs_are_told_of_rows_that_opened() -> None:
    key = KnownKey("k", "keys.csv", 2)
    counts = tally(
        [
            repaired(2, Outcome.PARTLY),
            repaired(3, Outcome.OPENED),
            repaired(4, Outcome.OPENED, key),
        ]
    )
    assert counts.remarks == {"padding_restored": 2, "other_key_used": 1}
    assert counts.examples["padding_restored"].number == 3
    assert (counts.keys_found, counts.rows, counts.is_well) == (1, 3, True)


def test_counts_of_parts_are_those_of_the_whole() -> None:
    nothing = Verdict(TICKET, TICKET, Outcome.NO_TICKET)
    key = KnownKey("k", "keys.csv", 2)
    rows = [
        *map(bad, range(2, 5)),
        *(Judged(row(number, TICKET), nothing) for number in range(5, 40)),
        repaired(40, Outcome.OPENED, key),
        repaired(41, Outcome.PARTLY),
        *map(of_app, ("wx1", "wx2", "wx1")),
        bad(50),
    ]
    for size in (1, 7, len(rows)):
        counts = Tally()
        for at in range(0, len(rows), size):
            counts.update(tally(rows[at : at + size]))
        assert counts == tally(rows)


def test_a_payload_whose_time_is_unknown_belongs_to_no_day() -> None:
    payload = {"watermark": {"appid": "wx1"}}
    judged = Judged(row(1, TICKET), Verdict(TICKET, TICKET, Outcome.OPENED, payload=payload))
    assert tally([judged]).days == {"": 1}

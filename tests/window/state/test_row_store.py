"""The rows of a long list keep their counts."""

from __future__ import annotations

from inspector.tickets import Outcome, Ticket
from inspector.window.state.row_store import RowStore
from inspector.window.state.ticket_rows import TicketRow

OPEN, SHUT = TicketRow(Outcome.OPENED), TicketRow(Outcome.NOT_OPENED)


def nothing(ticket: Ticket) -> TicketRow | None:
    del ticket
    return None


def tickets(*ivs: str) -> tuple[Ticket, ...]:
    return tuple(Ticket(None, iv, None) for iv in ivs)


def test_counts_follow_what_is_put() -> None:
    rows = RowStore()
    assert rows.follow((), tickets("a", "b", "c"), 0, nothing)
    rows.put(0, OPEN)
    rows.put(2, SHUT)
    assert (rows.judged, rows.needing) == (2, 1)
    rows.put(2, OPEN)
    assert (rows.judged, rows.needing) == (2, 0)
    assert rows.identified == 0
    rows.put(1, TicketRow(Outcome.OPENED, identity="G1", kind="group_share"))
    assert rows.identified == 1
    assert rows.kinds == {"group_share": 1}
    assert {said for said, n in rows.outcomes.items() if n} == {(Outcome.OPENED, False, False)}


def test_an_edited_ticket_loses_its_own_row_only() -> None:
    rows, before = RowStore(), tickets("a", "b", "c")
    rows.follow((), before, 0, nothing)
    for index in range(3):
        rows.put(index, SHUT)
    assert not rows.follow(before, tickets("a", "edited", "c"), 1, nothing)
    assert list(rows.all) == [SHUT, None, SHUT]
    assert (rows.judged, rows.needing) == (2, 2)


def test_other_tickets_of_the_same_number_take_no_old_rows() -> None:
    rows, before = RowStore(), tickets("a", "b")
    rows.follow((), before, 0, nothing)
    rows.put(0, SHUT)
    assert rows.follow(before, tickets("x", "y"), 0, nothing)
    assert (list(rows.all), rows.judged, rows.needing) == ([None, None], 0, 0)


def test_other_tickets_take_no_counts_of_the_ones_before() -> None:
    rows, before = RowStore(), tickets("a", "b")
    rows.follow((), before, 0, nothing)
    rows.put(0, SHUT)
    assert sum(rows.facets.values()) == 1
    rows.follow(before, tickets("x", "y"), 0, nothing)
    assert sum(rows.facets.values()) == 0

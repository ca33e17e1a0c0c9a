"""What the list says of a verdict that somebody saved."""

from __future__ import annotations

import pytest

from inspector.messages import Messages
from inspector.tickets import Outcome, Ticket
from inspector.tickets.verdict import STORED
from inspector.window.state.ticket_rows import TicketRow
from inspector.window.ticket_list.cells import Cells, Column, ListedTicket


@pytest.mark.parametrize("outcome", Outcome)
def test_a_saved_verdict_has_no_mark_of_its_outcome(outcome: Outcome) -> None:
    cells, row = Cells(Messages("en")), TicketRow(outcome, is_stored=True)
    listed = ListedTicket(0, Ticket(None, None, None), row, None)
    assert cells.tone(row) == "info"
    assert cells.text(Column.OUTCOME, listed).startswith("Saved verdict: ")
    assert cells.facet(row.facet) == cells.facet(STORED) == "saved verdict"

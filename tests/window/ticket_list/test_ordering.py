"""Which rows the list shows, and in which order."""

from __future__ import annotations

import pytest

from inspector.messages import Messages
from inspector.tickets import Outcome, Ticket
from inspector.window.state.files_read import Origin
from inspector.window.state.ticket_rows import TicketRow
from inspector.window.ticket_list.cells import Cells, Column, Listing
from inspector.window.ticket_list.ordering import ATTENTION, ListQuery, ordered_rows

TICKETS = [Ticket(None, None, None, label=label) for label in ("b", None, "C", "a", None)]
ROWS = [
    TicketRow(Outcome.OPENED, identity="G2", timestamp=30),
    None,
    TicketRow(Outcome.NOT_OPENED),
    TicketRow(Outcome.OPENED, identity="G1", timestamp=0),
    TicketRow(Outcome.PARTLY, identity="g3", timestamp=20),
]


def shown(query: ListQuery) -> list[int]:
    return ordered_rows(query, Listing(TICKETS, ROWS), Cells(Messages("en")), lambda: False)


@pytest.mark.parametrize(
    ("column", "rising", "falling"),
    [
        (None, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
        (Column.NUMBER, [0, 1, 2, 3, 4], [4, 3, 2, 1, 0]),
        (Column.LABEL, [3, 0, 2, 1, 4], [2, 0, 3, 1, 4]),
        (Column.IDENTITY, [3, 0, 4, 1, 2], [4, 0, 3, 1, 2]),
        (Column.WHEN, [3, 4, 0, 1, 2], [0, 4, 3, 1, 2]),
    ],
)
def test_rows_without_a_value_come_last_either_way(
    column: Column | None, rising: list[int], falling: list[int]
) -> None:
    assert shown(ListQuery(column=column)) == rising
    assert shown(ListQuery(column=column, descending=True)) == falling


def test_what_needs_attention_is_judged_and_not_simply_open() -> None:
    assert shown(ListQuery(facet=ATTENTION)) == [2, 4]


@pytest.mark.parametrize(
    ("words", "rows"),
    [("DECRYPTED", [0, 2, 3, 4]), ("DECRYPTED g1", [3]), ("g1 g2", []), ("  ", [0, 1, 2, 3, 4])],
)
def test_every_word_stands_somewhere_in_a_row(words: str, rows: list[int]) -> None:
    assert shown(ListQuery(words=words)) == rows


def test_the_number_of_a_row_is_no_word_of_it() -> None:
    assert shown(ListQuery(words="5")) == []


def test_a_cancelled_call_looks_at_no_row() -> None:
    cells = Cells(Messages("en"))
    assert ordered_rows(ListQuery(), Listing(TICKETS, ROWS), cells, lambda: True) == []


def test_a_column_of_the_user_is_ordered_as_people_count() -> None:
    cells = [{"no": "10"}, {"no": "9"}, {"no": ""}, {"no": "a10"}, {"no": "a9"}]
    listing = Listing(TICKETS, ROWS, [Origin(n, each) for n, each in enumerate(cells, 2)])
    words = Cells(Messages("en"))
    assert listing.sections()[:3] == [Column.NUMBER, "no", Column.OUTCOME]
    shown = ordered_rows(ListQuery(column="no"), listing, words, lambda: False)
    assert [cells[index]["no"] for index in shown] == ["9", "10", "a9", "a10", ""]
    assert words.text(Column.NUMBER, listing.at(0)) == "2"
    found = ordered_rows(ListQuery(words="A10"), listing, words, lambda: False)
    assert found == [3]


def test_verdicts_of_a_longer_or_shorter_list_are_no_rows() -> None:
    """While a new list is taken over, the verdicts are still those of the list before."""
    cells, query = Cells(Messages("en")), ListQuery(column=Column.LABEL)
    for tickets, rows in ((TICKETS[:1], ROWS), (TICKETS, ROWS[:1])):
        order = ordered_rows(query, Listing(tickets, rows), cells, lambda: False)
        assert sorted(order) == list(range(len(tickets)))

"""Which rows of the list are shown, in which order: plain Python, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from inspector.tickets import Ticket
from inspector.window.state.ticket_rows import TicketRow
from inspector.window.ticket_list.cells import NOTHING, Cells, Column

ATTENTION: Final = "attention"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """How the list is to be shown."""

    words: str = ""
    """Each word must stand somewhere in a row, its number aside."""
    facet: str = ""
    """Show only rows of this `TicketRow.facet`; `ATTENTION` for all that did not simply open."""
    column: Column | None = None
    """What to order by; None keeps the order of the text."""
    descending: bool = False

    @property
    def plain(self) -> bool:
        """True when every ticket is shown in the order of the text."""
        return not self.words.strip() and not self.facet and self.column is None

    @property
    def depends_on_verdicts(self) -> bool:
        """True when a new verdict can change which rows are shown where."""
        by_verdict = self.column not in (None, Column.NUMBER, Column.LABEL)
        return by_verdict or bool(self.facet) or bool(self.words.strip())


def ordered_rows(
    query: ListQuery,
    tickets: Sequence[Ticket],
    rows: Sequence[TicketRow | None],
    cells: Cells,
    cancelled: Callable[[], bool],
) -> list[int]:
    """Return the indices of the tickets that are shown, in their order."""
    words = query.words.casefold().split()
    chosen = []
    for index, (ticket, row) in enumerate(zip(tickets, rows, strict=False)):
        if index % 500 == 0 and cancelled():
            return []
        if query.facet and not _is_of(query.facet, row):
            continue
        if words and not _holds(words, cells.whole(index, ticket, row)[1:]):
            continue
        chosen.append(index)
    column = query.column
    if column is None:
        return chosen
    keys = {i: _key(column, i, tickets[i], rows[i], cells) for i in chosen}
    valued = [i for i in chosen if keys[i] is not None]
    valued.sort(key=keys.__getitem__, reverse=query.descending)
    return valued + [i for i in chosen if keys[i] is None]


def _is_of(facet: str, row: TicketRow | None) -> bool:
    if row is None:
        return False
    return row.needs_attention if facet == ATTENTION else row.facet == facet


def _holds(words: Sequence[str], texts: Sequence[str]) -> bool:
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in words)


def _key(column: Column, index: int, ticket: Ticket, row: TicketRow | None, cells: Cells) -> Any:
    """Return what a row is ordered by, alike within a column.

    None where there is no value: such rows come last, whichever way the others stand.
    """
    if column is Column.NUMBER:
        return index
    if column is Column.WHEN:
        return row.timestamp if row else None
    text = cells.text(column, index, ticket, row)
    return None if text == NOTHING else text.casefold()

"""Which rows of the list are shown, in which order: plain Python, off the window's thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from inspector.window.state.ticket_rows import TicketRow
from inspector.window.ticket_list.cells import (
    NOTHING,
    Cells,
    Column,
    ListedTicket,
    Listing,
    Section,
)

ATTENTION: Final = "attention"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """How the list is to be shown."""

    words: str = ""
    """Each word must stand somewhere in a row, its number aside."""
    facet: str = ""
    """Show only rows of this `TicketRow.facet`; `ATTENTION` for all that did not simply open."""
    column: Section | None = None
    """What to order by; None keeps the order of the text."""
    descending: bool = False

    @property
    def plain(self) -> bool:
        """True when every ticket is shown in the order of the text."""
        return not self.words.strip() and not self.facet and self.column is None

    @property
    def depends_on_verdicts(self) -> bool:
        """True when a new verdict can change which rows are shown where."""
        by_verdict = isinstance(self.column, Column) and self.column not in (
            Column.NUMBER,
            Column.LABEL,
        )
        return by_verdict or bool(self.facet) or bool(self.words.strip())


def ordered_rows(
    query: ListQuery, listing: Listing, cells: Cells, cancelled: Callable[[], bool]
) -> list[int]:
    """Return the indices of the tickets that are shown, in their order."""
    words = query.words.casefold().split()
    searched = listing.sections()[1:]
    chosen = []
    for index in range(len(listing.tickets)):  # verdicts may still be those of a longer list
        row = listing.at(index).row
        if index % 500 == 0 and cancelled():
            return []
        if query.facet and not _is_of(query.facet, row):
            continue
        if words and not _holds(words, cells.whole(searched, listing.at(index))):
            continue
        chosen.append(index)
    if query.column is None:
        return chosen
    keys = {index: _key(query.column, listing.at(index), cells) for index in chosen}
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


def _key(column: Section, listed: ListedTicket, cells: Cells) -> Any:
    """Return what a row is ordered by, alike within a column.

    None where there is no value: such rows come last, whichever way the others stand.
    """
    if column is Column.NUMBER:
        return listed.origin.number if listed.origin else listed.index
    if column is Column.WHEN:
        return listed.row.timestamp if listed.row else None
    text = cells.text(column, listed)
    if not isinstance(column, Column):
        return natural(text) if text else None
    return None if text == NOTHING else text.casefold()


def natural(text: str) -> list[tuple[int, int, str]]:
    """Return what orders `9` before `10`, and `a9` before `a10`."""
    parts = re.split(r"([0-9]+)", text.casefold())
    return [(0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts if p]

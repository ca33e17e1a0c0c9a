"""What stands in the cells of the list: words, tones and what rows are ordered by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from inspector.messages import Messages
from inspector.moments import local_time
from inspector.tickets import Outcome, Ticket
from inspector.tickets.payload import kinds
from inspector.tickets.verdict import OUTCOME_WORDS
from inspector.window.state.files_read import Origin
from inspector.window.state.ticket_rows import TicketRow
from inspector.window.widgets.text import grouped

NOTHING: Final = "–"
MINUTES: Final = len("2018-08-30 18:28")
LONGEST_CELL: Final = 300


class Column(IntEnum):
    """The columns that we know, from left to right; a table's own ones stand after the number."""

    NUMBER = 0
    LABEL = 1
    OUTCOME = 2
    CAUSE = 3
    KIND = 4
    IDENTITY = 5
    APP_ID = 6
    WHEN = 7


DATA_COLUMNS: Final = (Column.IDENTITY, Column.APP_ID)
"""Columns in the data font."""


def column_titles(messages: Messages) -> dict[Column, str]:
    """Return what stands in the header."""
    _ = messages.gettext
    return {
        Column.NUMBER: "#",
        Column.LABEL: _("Label"),
        Column.OUTCOME: _("Outcome"),
        Column.CAUSE: _("Cause"),
        Column.KIND: _("Kind"),
        Column.IDENTITY: _("ID"),
        Column.APP_ID: _("AppID"),
        Column.WHEN: _("Issued"),
    }


@dataclass(frozen=True, slots=True)
class ListedTicket:
    """All that a row of the list shows."""

    index: int
    """Counts tickets from 0."""
    ticket: Ticket
    row: TicketRow | None
    """None until it is judged."""
    origin: Origin | None = None
    """Where it stood in its table; None without one."""


Section = Column | str
"""A column that we know, or the name of one of the user's own."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The tickets of the list in the order of the text, with what is known of each."""

    tickets: Sequence[Ticket]
    rows: Sequence[TicketRow | None]
    origins: Sequence[Origin] = ()

    def at(self, index: int) -> ListedTicket:
        """Return all that a row of the list shows of a ticket."""
        row = self.rows[index] if index < len(self.rows) else None
        origin = self.origins[index] if index < len(self.origins) else None
        return ListedTicket(index, self.tickets[index], row, origin)

    def sections(self) -> list[Section]:
        """Return the columns from left to right; a table's own ones take the label's place."""
        own = dict.fromkeys(name for origin in self.origins for name in origin.cells)
        known = [column for column in Column if column is not Column.LABEL or not own]
        return [known[0], *own, *known[1:]]


class Cells:
    """Words the cells of a ticket's row."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        _ = messages.gettext
        self._outcomes = {outcome: _(words) for outcome, words in OUTCOME_WORDS.items()}
        self._repaired = _("Decrypted, corrected")
        self._waiting = _("waiting …")
        self.outcomes = (*self._outcomes.values(), self._repaired, self._waiting)
        """All that the column of outcomes may say."""

    def text(self, section: Section, listed: ListedTicket) -> str:
        """Return a cell's text."""
        if not isinstance(section, Column):
            cell = listed.origin.cells.get(section, "") if listed.origin else ""
            return cell[:LONGEST_CELL].replace("\n", " ")
        if section is Column.NUMBER:
            return str(listed.origin.number if listed.origin else listed.index + 1)
        if section is Column.LABEL:
            return (listed.ticket.label or NOTHING)[:LONGEST_CELL].replace("\n", " ")
        if section is Column.OUTCOME:
            return self._outcome(listed.row)
        return (self._of_row(section, listed.row) if listed.row else "") or NOTHING

    def sentence(self, row: TicketRow | None) -> str:
        """Return what is wrong as a whole sentence; nothing where nothing is."""
        return self._messages.finding(row.finding).text if row and row.finding else ""

    def facet(self, name: str) -> str:
        """Return what rows of a `TicketRow.facet` are called."""
        outcomes = {outcome.value: title for outcome, title in self._outcomes.items()}
        return outcomes.get(name) or self._messages.cause(name)

    def tone(self, row: TicketRow | None) -> str:
        """Return the tone of an outcome."""
        if row is None:
            return "plain"
        if row.outcome is Outcome.OPENED:
            return "warn" if row.repaired or row.cause else "ok"
        tones = {Outcome.PARTLY: "warn", Outcome.NOT_OPENED: "err", Outcome.INCOMPLETE: "info"}
        return tones.get(row.outcome, "plain")

    def whole(self, wanted: Sequence[Section], listed: ListedTicket) -> list[str]:
        """Return all cells of a row."""
        return [self.text(section, listed) for section in wanted]

    def _outcome(self, row: TicketRow | None) -> str:
        if row is None:
            return self._waiting
        if row.outcome is Outcome.OPENED and row.repaired:
            return self._repaired
        return self._outcomes[row.outcome]

    def _of_row(self, column: Column, row: TicketRow) -> str | None:
        if column is Column.KIND:
            return self._messages.gettext(kinds.title(row.kind)) if row.kind else None
        if column is Column.IDENTITY:
            return row.identity
        if column is Column.APP_ID:
            return row.app_id
        if column is Column.WHEN:
            return None if row.timestamp is None else local_time(row.timestamp)[:MINUTES]
        if row.keys_tried:
            form = self._messages.ngettext(
                "the {count} key does not fit", "none of {count} keys fits", row.keys_tried
            )
            return form.format(count=grouped(row.keys_tried))
        return self._messages.cause(row.cause) if row.cause else None

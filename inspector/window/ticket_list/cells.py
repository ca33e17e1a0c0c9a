"""What stands in the cells of the list: words, tones and what rows are ordered by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from inspector.messages import Messages
from inspector.moments import local_time
from inspector.tickets import Outcome, Ticket
from inspector.tickets.payload import kinds
from inspector.tickets.verdict import NO_KEY_FITS, OUTCOME_WORDS
from inspector.window.state.files_read import Origin
from inspector.window.state.ticket_rows import TicketRow
from inspector.window.widgets.text import grouped

NOTHING: Final = "–"
MINUTES: Final = len("2018-08-30 18:28")
LONGEST_CELL: Final = 300
LEADING_OWN: Final = 3
"""So many of the user's own columns leave room for outcome, cause and id in any window."""
MANY_KEYS: Final = 999
"""So many keys are tried on a row at most, as far as the width of its cause goes."""


class Column(IntEnum):
    """The columns that we know, from left to right; see `Listing.sections` for a table's own."""

    NUMBER = 0
    LABEL = 1
    OUTCOME = 2
    CAUSE = 3
    IDENTITY = 4
    KIND = 5
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
        Column.IDENTITY: _("ID"),
        Column.KIND: _("Kind"),
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
        """Return the columns from left to right; a table's own ones take the label's place.

        The export of a help desk has dozens: what was found out stands after the first of them.
        """
        headers = dict.fromkeys(tuple(origin.cells) for origin in self.origins)  # a file has one
        own = list(dict.fromkeys(name for header in headers for name in header))
        known = [column for column in Column if column is not Column.LABEL or not own]
        return [known[0], *own[:LEADING_OWN], *known[1:], *own[LEADING_OWN:]]


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
            row = listed.row
            known = (row.outcome, row.repaired, row.is_stored) if row else (None, False)
            return self.outcome(*known)
        return (self._of_row(section, listed.row) if listed.row else "") or NOTHING

    def sentence(self, row: TicketRow | None) -> str:
        """Return what is wrong as a whole sentence; nothing where nothing is."""
        return self._messages.finding(row.finding).text if row and row.finding else ""

    def causes(self, facets: Iterable[str]) -> list[str]:
        """Return what rows of some facets say as their cause, in the longest form."""
        outcomes = {outcome.value for outcome in self._outcomes}
        return [
            self._none_fits(MANY_KEYS) if name == NO_KEY_FITS else self._messages.cause(name)
            for name in facets
            if name not in outcomes
        ]

    def kind(self, name: str) -> str:
        """Return what payloads of a kind are called."""
        return self._messages.gettext(kinds.title(name))

    def facet(self, name: str) -> str:
        """Return what rows of a `TicketRow.facet` are called."""
        outcomes = {outcome.value: title for outcome, title in self._outcomes.items()}
        return outcomes.get(name) or self._messages.cause(name)

    def tone(self, row: TicketRow | None) -> str:
        """Return the tone of an outcome."""
        if row is None:
            return "plain"
        if row.is_stored:
            return "info"
        if row.outcome is Outcome.OPENED:
            return "warn" if row.repaired or row.cause else "ok"
        tones = {Outcome.PARTLY: "warn", Outcome.NOT_OPENED: "err", Outcome.INCOMPLETE: "info"}
        return tones.get(row.outcome, "plain")

    def whole(self, wanted: Sequence[Section], listed: ListedTicket) -> list[str]:
        """Return all cells of a row."""
        return [self.text(section, listed) for section in wanted]

    def outcome(self, outcome: Outcome | None, repaired: bool, is_stored: bool = False) -> str:
        """Return what an outcome is called; None while a row waits."""
        if outcome is None:
            return self._waiting
        if is_stored:
            saved = self._messages.gettext("Saved verdict: {verdict}")
            return saved.format(verdict=self._outcomes[outcome])
        if outcome is Outcome.OPENED and repaired:
            return self._repaired
        return self._outcomes[outcome]

    def _of_row(self, column: Column, row: TicketRow) -> str | None:
        if column is Column.KIND:
            return self.kind(row.kind) if row.kind else None
        if column is Column.IDENTITY:
            return row.identity
        if column is Column.APP_ID:
            return row.app_id
        if column is Column.WHEN:
            return None if row.timestamp is None else local_time(row.timestamp)[:MINUTES]
        if row.keys_tried:
            return self._none_fits(row.keys_tried)
        return self._messages.cause(row.cause) if row.cause else None

    def _none_fits(self, count: int) -> str:
        form = self._messages.ngettext(
            "the {count} key does not fit", "none of {count} keys fits", count
        )
        return form.format(count=grouped(count))

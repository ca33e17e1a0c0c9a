"""What the window knows of tickets: the capture, its tickets, the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from inspector.texts import changed_part
from inspector.tickets import Capture, Proposal, Ticket, Verdict
from inspector.tickets.ticket import WIRE_NAMES
from inspector.window.state.capture_reading import read_safely
from inspector.window.state.sheet import Offer, Sheet
from inspector.window.state.ticket_rows import TicketRow
from inspector.window.state.undo import Change, Step, UndoStack
from inspector.window.state.verdicts import NO_TICKET, Verdicts
from inspector.window.worker import LatestCall

if TYPE_CHECKING:
    from inspector.window.state.files_read import Origin

SHORTEST_CAPTURE: Final = 16
"""Fewer characters put into a field at once hide no capture."""


class TicketState(QObject):
    """Owns the sheet and the verdicts; panels call its intents and listen to its signals.

    Signals:
        sheet_changed: the new `Sheet`, after every change of text, fields, list or choice.
        verdict_changed: the `Verdict` of the current ticket; None while the fields are empty.
        verdicts_changed: some verdicts of the list have arrived or are gone.
        capture_offered: an `Offer`; None when it is gone. `take_offer` accepts it.
        judging_changed: True while the current ticket is being judged.
        reading_changed: True while a capture is being read.
        field_asked: the name on the wire of a field that somebody has to fill in.
        show_failed: the ticket that somebody could not show whole, and with the report of a fault.
        taken: how many tickets were just read or opened; undo and typing do not tell it.
    """

    sheet_changed = Signal(object)
    verdict_changed = Signal(object)
    verdicts_changed = Signal()
    capture_offered = Signal(object)
    judging_changed = Signal(bool)
    reading_changed = Signal(bool)
    field_asked = Signal(str)
    show_failed = Signal(object, str)
    taken = Signal(int)

    def __init__(self, undo: UndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._undo = undo
        self._sheet = Sheet()
        self._offer: Offer | None = None
        self._pastes = 0
        self._typing = False
        self._exported: tuple[Ticket, ...] = ()
        self.verdicts = Verdicts(self)
        """The verdicts of all tickets, and the session keys used since it opened."""
        self.verdicts.current_changed.connect(self.verdict_changed)
        self.verdicts.rows_changed.connect(self.verdicts_changed)
        self.verdicts.judging_changed.connect(self.judging_changed)
        self._reading = LatestCall(_read, self)
        self._reading.finished.connect(self._take_reading)
        self._reading.busy_changed.connect(self.reading_changed)
        self._reading_field = LatestCall(_read_field, self)
        self._reading_field.finished.connect(self._take_field_reading)

    @property
    def sheet(self) -> Sheet:
        """What is shown now."""
        return self._sheet

    @property
    def offer(self) -> Offer | None:
        """What was read and waits for the user's word."""
        return self._offer

    @property
    def verdict(self) -> Verdict | None:
        """The verdict of the current ticket, when it has arrived."""
        return self.verdicts.current

    @property
    def reading(self) -> bool:
        """True while a capture is being read."""
        return self._reading.busy

    @property
    def busy(self) -> bool:
        """True while a capture is being read or the ticket shown is being judged."""
        return self._reading.busy or self.verdicts.judging

    @property
    def unsaved(self) -> bool:
        """True while the list holds results of several tickets that were not exported."""
        tickets = self._sheet.tickets
        return len(tickets) > 1 and tickets is not self._exported

    def note_exported(self, tickets: tuple[Ticket, ...]) -> None:
        """Take note that the results of a list were written to a file."""
        self._exported = tickets

    def forget_keys(self) -> None:
        """Forget every session key but those of the list, of what was exported as well."""
        if self._exported is not self._sheet.tickets:
            self._exported = ()
        self.verdicts.forget_keys()

    def verdict_of(self, row: int) -> Verdict | None:
        """The whole verdict of a row of the list, while it is kept; `judge` gives it anew."""
        return self.verdicts.of(self._sheet.tickets[row])

    def row(self, row: int) -> TicketRow | None:
        """The verdict of a row of the list in short, when it has arrived."""
        return self.verdicts.rows.all[row]

    def edit_field(self, wire_name: str, value: str) -> None:
        """Take what stands in a field now; an empty text means nothing was given."""
        ticket = self._sheet.ticket.with_field(wire_name, value or None)
        self._set_offer(None)
        self._edit(self._with_ticket(ticket), Step.EDIT_FIELD, f"{self._sheet.current} {wire_name}")

    def edit_fields(self, values: Mapping[str, str | None], step: Step) -> None:
        """Set several fields in one undoable step, which `step` names in the Edit menu."""
        ticket = self._sheet.ticket
        for wire_name, value in values.items():
            ticket = ticket.with_field(wire_name, value)
        self._edit(self._with_ticket(ticket), step)

    def accept(self, proposal: Proposal) -> None:
        """Put a proposed correction into the fields."""
        self.edit_fields(proposal.fields, Step.CORRECT)

    def pasted_into_field(self, wire_name: str, pasted: str) -> None:
        """Look whether a text that was put into a field at once is a whole capture."""
        if len(pasted) >= SHORTEST_CAPTURE:
            self._reading_field.start_by_size(len(pasted), pasted, wire_name)

    def paste_capture(self, text: str) -> None:
        """Take the text of the capture box; its tickets follow when it has been read."""
        if text == self._sheet.text:
            return
        self._set_offer(None)
        start, _, end = changed_part(self._sheet.text, text)
        if end - start >= SHORTEST_CAPTURE:
            self._pastes += 1
        self._typing = end - start < SHORTEST_CAPTURE
        sheet = replace(self._sheet, text=text, capture=Capture(), read=False)
        self._edit(sheet, Step.PASTE, self._paste)
        if text.strip():
            self._reading.start_by_size(len(text), text)
        else:
            self._reading.cancel()

    def take_files(self, text: str, capture: Capture, origins: tuple[Origin, ...] = ()) -> None:
        """Show what files held; of a file without a ticket, what it is instead."""
        self._reading.cancel()
        self._set_offer(None)
        if capture.tickets:
            self._edit(Sheet(text, capture, capture.tickets, origins), Step.OPEN_FILES)
            self.taken.emit(len(capture.tickets))
        else:
            self._edit(Sheet(text, capture, read=True), Step.OPEN_FILES)
            self.taken.emit(0)

    def take_offer(self) -> None:
        """Replace typed fields with what a capture offered."""
        offer = self._offer
        if offer is None:
            return
        self._set_offer(None)
        only = _only_field(offer.capture)
        if offer.field is not None and only is not None:
            self.edit_fields({offer.field: None} | only, Step.READ_FIELD)
        else:
            self._take_capture(offer.text, offer.capture)

    def load(self, tickets: Sequence[Ticket], step: Step = Step.OPEN_TICKETS) -> None:
        """Show tickets that come from elsewhere: a sample, a case file, a list."""
        self._set_offer(None)
        self._edit(Sheet(tickets=tuple(tickets) or (NO_TICKET,)), step)
        self.taken.emit(len(self._sheet.tickets))

    def choose(self, row: int) -> None:
        """Show another ticket of the list; looking is not undone."""
        if row != self._sheet.current:
            self._apply(replace(self._sheet, current=row))

    def clear(self) -> None:
        """Empty everything; undo brings it back."""
        self._reading.cancel()
        self._set_offer(None)
        if not self._sheet.blank:
            self._edit(Sheet(), Step.CLEAR)

    def ask_for(self, wire_name: str) -> None:
        """Ask whoever shows a field to let it be filled in."""
        self.field_asked.emit(wire_name)

    def tell_show_failed(self, report: str) -> None:
        """Let it be told that the current ticket could not be shown whole."""
        self.show_failed.emit(self._sheet.ticket, report)

    def add_keys(self, keys: Sequence[str], source: str = "") -> int:
        """Try these session keys, too, on tickets that do not open; returns how many are new."""
        return self.verdicts.add_keys(keys, source)

    @property
    def _paste(self) -> str:
        """What the steps of one paste share: its text, and what was read in it."""
        return f"paste {self._pastes}"

    def _with_ticket(self, ticket: Ticket) -> Sheet:
        sheet = self._sheet
        tickets = (*sheet.tickets[: sheet.current], ticket, *sheet.tickets[sheet.current + 1 :])
        return replace(sheet, tickets=tickets, typed=True)

    def _edit(self, sheet: Sheet, step: Step, merge_key: str | None = None) -> None:
        if sheet != self._sheet:
            self._undo.push(Change(step, self._apply, self._sheet, sheet, merge_key))

    def _apply(self, sheet: Sheet) -> None:
        self._sheet = sheet
        nothing = sheet.read and sheet.tickets == (NO_TICKET,)
        self.verdicts.say_of_nothing(sheet.capture if nothing else None)
        self.sheet_changed.emit(sheet)
        self.verdicts.follow(sheet.tickets, sheet.current)

    def _set_offer(self, offer: Offer | None) -> None:
        self._reading_field.cancel()
        if offer != self._offer:
            self._offer = offer
            self.capture_offered.emit(offer)

    def _take_reading(self, result: tuple[str, Capture]) -> None:
        text, capture = result
        if text != self._sheet.text:
            return
        typed = self._sheet.typed and any(ticket != NO_TICKET for ticket in self._sheet.tickets)
        if not capture.tickets:
            self._take_no_ticket(text, capture, typed=typed)
        elif typed:
            self._set_offer(Offer(text, capture))
        else:
            self._take_capture(text, capture)

    def _take_no_ticket(self, text: str, capture: Capture, *, typed: bool) -> None:
        """Show what a text without a ticket is, in place of the ticket before, unless it was typed.

        What follows from an earlier text never stands beside a new one; undo brings it back.
        """
        sheet = replace(self._sheet, capture=capture) if typed else Sheet(text, capture)
        self._edit(replace(sheet, read=True), Step.PASTE, self._paste)
        if not (typed or self._typing):
            self.taken.emit(0)

    def _take_field_reading(self, offer: Offer | None) -> None:
        if offer is None:
            return
        pasted = offer.field is not None and self._sheet.ticket.field(offer.field)
        if not pasted or offer.text not in pasted:
            return
        alone = NO_TICKET.with_field(offer.field or "", offer.text)
        if not self._sheet.text and self._sheet.tickets == (alone,):
            self._take_capture(offer.text, offer.capture)  # there is nothing that it overwrites
        else:
            self._set_offer(offer)

    def _take_capture(self, text: str, capture: Capture) -> None:
        self._edit(Sheet(text, capture, capture.tickets), Step.PASTE, self._paste)
        self.taken.emit(len(capture.tickets))


def fields_of(ticket: Ticket) -> dict[str, str]:
    """Return the fields that are given, by their names on the wire."""
    values = ((wire, ticket.field(wire)) for wire in WIRE_NAMES.values())
    return {wire: value for wire, value in values if value is not None}


def _only_field(capture: Capture) -> dict[str, str | None] | None:
    """Return the one field of a capture that holds no more."""
    if len(capture.tickets) != 1:
        return None
    fields = fields_of(capture.tickets[0])
    return dict(fields) if len(fields) == 1 else None


def _has_whole_ticket(capture: Capture) -> bool:
    return any(t.session_key and t.iv and t.encrypted_data for t in capture.tickets)


def _says_more(capture: Capture, text: str) -> bool:
    """Say whether a capture found something else than the text itself.

    One value that was torn apart by blanks looks like several bare ones, and is none.
    """
    torn = any(len(line.split()) > 1 for line in text.splitlines())
    if capture.reader == "bare_values" and (torn or not _has_whole_ticket(capture)):
        return False
    return any(
        value != text.strip() for ticket in capture.tickets for value in fields_of(ticket).values()
    )


def _read(text: str, cancelled: Callable[[], bool]) -> tuple[str, Capture]:
    return text, read_safely(text, cancelled)


def _read_field(text: str, field: str, cancelled: Callable[[], bool]) -> Offer | None:
    capture = read_safely(text, cancelled)
    return Offer(text, capture, field) if _says_more(capture, text) else None

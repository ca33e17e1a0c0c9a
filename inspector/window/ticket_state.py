"""What the window knows of tickets: the capture, its tickets, the chosen one, their verdicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from inspector.tickets import Capture, Proposal, Ticket, Verdict, judge, read
from inspector.window.undo import Change
from inspector.window.worker import LatestCall

NO_TICKET = Ticket(None, None, None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about tickets that undo brings back."""

    text: str = ""
    """The capture as pasted."""
    capture: Capture = Capture()
    tickets: tuple[Ticket, ...] = (NO_TICKET,)
    """Never empty: without a capture it is the one ticket typed into the fields."""
    current: int = 0
    typed: bool = False
    """True when a field was edited by hand since the last capture was taken."""

    @property
    def ticket(self) -> Ticket:
        """The ticket shown in the fields."""
        return self.tickets[self.current]

    @property
    def blank(self) -> bool:
        """True when nothing was pasted or typed."""
        return not self.text and self.tickets == (NO_TICKET,)


class TicketState(QObject):
    """Owns the sheet and the verdicts; panels call its intents and listen to its signals.

    Signals:
        sheet_changed: the new `Sheet`, after every change of text, fields, list or choice.
        verdict_changed: the `Verdict` of the current ticket; None while the fields are empty.
        verdicts_changed: some verdicts of the list have arrived.
        capture_offered: a `Capture` that was read but would overwrite typed fields; None when
            the offer is gone. `take_offer` accepts it.
        judging_changed: True while the current ticket is being judged.
    """

    sheet_changed = Signal(object)
    verdict_changed = Signal(object)
    verdicts_changed = Signal()
    capture_offered = Signal(object)
    judging_changed = Signal(bool)

    def __init__(self, undo: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._undo = undo
        self._sheet = Sheet()
        self._offer: tuple[str, Capture] | None = None
        self._verdicts: dict[Ticket, Verdict] = {}
        self._known_keys: tuple[str, ...] = ()
        self._reading = LatestCall(_read, self)
        self._reading.finished.connect(self._take_reading)
        self._judging = LatestCall(_judge, self)
        self._judging.finished.connect(self._take_verdict)
        self._judging.busy_changed.connect(self.judging_changed)
        self._judging_rest = LatestCall(_judge_some, self)
        self._judging_rest.finished.connect(self._take_some)

    @property
    def sheet(self) -> Sheet:
        """What is shown now."""
        return self._sheet

    @property
    def verdict(self) -> Verdict | None:
        """The verdict of the current ticket, when it has arrived."""
        return self._verdicts.get(self._sheet.ticket)

    def verdict_of(self, row: int) -> Verdict | None:
        """The verdict of a row of the list, when it has arrived."""
        return self._verdicts.get(self._sheet.tickets[row])

    def edit_field(self, wire_name: str, value: str) -> None:
        """Take what stands in a field now; an empty text means nothing was given."""
        ticket = self._sheet.ticket.with_field(wire_name, value or None)
        self._edit(self._with_ticket(ticket), "Edit field", f"{self._sheet.current} {wire_name}")

    def edit_fields(self, values: Mapping[str, str | None], text: str) -> None:
        """Set several fields in one undoable step, which the Edit menu calls `text`."""
        ticket = self._sheet.ticket
        for wire_name, value in values.items():
            ticket = ticket.with_field(wire_name, value)
        self._edit(self._with_ticket(ticket), text)

    def accept(self, proposal: Proposal) -> None:
        """Put a proposed correction into the fields."""
        self.edit_fields(proposal.fields, "Apply correction")

    def paste_capture(self, text: str) -> None:
        """Take the text of the capture box; its tickets follow when it has been read."""
        if text == self._sheet.text:
            return
        self._edit(replace(self._sheet, text=text), "Edit capture", "capture")
        if text.strip():
            self._reading.start(text)
        else:
            self._reading.cancel()
            self._set_offer(None)

    def take_offer(self) -> None:
        """Replace typed fields with the tickets that a capture offered."""
        if self._offer is not None:
            text, capture = self._offer
            self._set_offer(None)
            self._take_capture(text, capture)

    def decline_offer(self) -> None:
        """Keep the typed fields."""
        self._set_offer(None)

    def load(self, tickets: Sequence[Ticket], text: str = "Open tickets") -> None:
        """Show tickets that come from elsewhere: a sample, a case file, a list."""
        self._edit(Sheet(tickets=tuple(tickets) or (NO_TICKET,)), text)

    def choose(self, row: int) -> None:
        """Show another ticket of the list; looking is not undone."""
        self._apply(replace(self._sheet, current=row))

    def clear(self) -> None:
        """Empty everything; undo brings it back."""
        self._reading.cancel()
        self._set_offer(None)
        if not self._sheet.blank:
            self._edit(Sheet(), "Clear all")

    def set_known_keys(self, keys: Sequence[str]) -> None:
        """Try these session keys, too, on tickets that do not open."""
        self._known_keys = tuple(keys)
        self._verdicts.clear()
        self._judge_all()

    def stop(self) -> None:
        """End all background work; the window is going."""
        for call in (self._reading, self._judging, self._judging_rest):
            call.stop()

    def _with_ticket(self, ticket: Ticket) -> Sheet:
        sheet = self._sheet
        tickets = (*sheet.tickets[: sheet.current], ticket, *sheet.tickets[sheet.current + 1 :])
        return replace(sheet, tickets=tickets, typed=True)

    def _edit(self, sheet: Sheet, text: str, merge_key: str | None = None) -> None:
        if sheet != self._sheet:
            self._undo.push(Change(text, self._apply, self._sheet, sheet, merge_key))

    def _apply(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.sheet_changed.emit(sheet)
        self._judge_all()

    def _set_offer(self, offer: tuple[str, Capture] | None) -> None:
        if offer != self._offer:
            self._offer = offer
            self.capture_offered.emit(None if offer is None else offer[1])

    def _take_reading(self, result: tuple[str, Capture]) -> None:
        text, capture = result
        if text != self._sheet.text or not capture.tickets:
            self._set_offer(None)
        elif self._sheet.typed and any(t != NO_TICKET for t in self._sheet.tickets):
            self._set_offer(result)
        else:
            self._take_capture(text, capture)

    def _take_capture(self, text: str, capture: Capture) -> None:
        self._edit(Sheet(text, capture, capture.tickets), "Read capture", "capture")

    def _judge_all(self) -> None:
        ticket = self._sheet.ticket
        if ticket == NO_TICKET:
            self._judging.cancel()
            self.verdict_changed.emit(None)
        elif ticket in self._verdicts:
            self._judging.cancel()
            self.verdict_changed.emit(self._verdicts[ticket])
        else:
            self._judging.start(ticket, self._known_keys)
        rest = tuple(t for t in self._sheet.tickets if t not in self._verdicts and t != ticket)
        if rest:
            self._judging_rest.start(rest, self._known_keys)
        else:
            self._judging_rest.cancel()

    def _take_verdict(self, verdict: Verdict) -> None:
        self._verdicts[verdict.ticket] = verdict
        if verdict.ticket == self._sheet.ticket:
            self.verdict_changed.emit(verdict)
        self.verdicts_changed.emit()

    def _take_some(self, verdicts: Sequence[Verdict]) -> None:
        self._verdicts |= {verdict.ticket: verdict for verdict in verdicts}
        self.verdicts_changed.emit()
        rest = tuple(ticket for ticket in self._sheet.tickets if ticket not in self._verdicts)
        if rest:
            self._judging_rest.start(rest, self._known_keys)


BATCH = 50
"""How many tickets of a long list are judged before the list is refreshed."""


def _read(text: str, cancelled: Callable[[], bool]) -> tuple[str, Capture]:
    del cancelled
    return text, read(text)


def _judge(ticket: Ticket, keys: Sequence[str], cancelled: Callable[[], bool]) -> Verdict:
    return judge(ticket, known_keys=keys, cancelled=cancelled)


def _judge_some(
    tickets: Sequence[Ticket], keys: Sequence[str], cancelled: Callable[[], bool]
) -> list[Verdict]:
    verdicts = []
    for ticket in tickets[:BATCH]:
        if cancelled():
            break
        verdicts.append(judge(ticket, known_keys=keys, cancelled=cancelled))
    return verdicts

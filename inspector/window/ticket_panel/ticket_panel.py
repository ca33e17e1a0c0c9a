"""The left column: the paste box and the fields of the ticket shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector.tickets import Verdict
from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.faults import show_parts
from inspector.window.file_notice import FileNotice
from inspector.window.panel import Panel
from inspector.window.state.sheet import Offer, Sheet
from inspector.window.ticket_panel.capture_box import CaptureBox
from inspector.window.ticket_panel.field import Field, FieldName
from inspector.window.ticket_panel.hashes_fold import HashesFold
from inspector.window.ticket_panel.more_fields import WIRE_NAMES, MoreFields
from inspector.window.ticket_panel.panel_commands import PanelCommands
from inspector.window.widgets.column import ScrollColumn
from inspector.window.widgets.data_line import DataLine
from inspector.window.widgets.data_text import DataText

DATA_LINES: Final = (3, 16)
"""Least and greatest height of the encryptedData box in lines."""


class TicketPanel(Panel):
    """What was pasted, field by field."""

    panel_id = "ticket"

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Input"), context, parent)
        theme, undo = context.theme, context.state.undo
        self._tickets = context.state.tickets
        self.capture = CaptureBox(context, self)
        """The paste box."""
        self.files = FileNotice(context, self)
        """How the opening of files goes."""
        self._key = DataLine(theme, undo)
        self._reveal = QToolButton()
        names = (
            FieldName("session_key", "sessionKeyEdit", "session_key"),
            FieldName("iv", "ivEdit", "iv"),
            FieldName("encryptedData", "encryptedDataEdit", "encryptedData"),
        )
        edits: tuple[DataLine | DataText, ...] = (
            self._key,
            DataLine(theme, undo),
            DataText(theme, undo, DATA_LINES),
        )
        self.fields = tuple(
            Field(name, edit, context, self) for name, edit in zip(names, edits, strict=True)
        )
        """Session key, iv and encryptedData."""
        self.more = MoreFields(context, self)
        """App id, rawData, signature and shareTicket."""
        self.hashes = HashesFold(context, self)
        """What the server's API asks for, made of these fields."""
        self._commands = PanelCommands(self.capture, self._reveal, context, self)
        self._set_up_reveal()
        self._lay_out()
        self._listen()

    def commands(self) -> Sequence[Command]:
        """What can be done with the ticket."""
        return self._commands.commands()

    def make_rest(self) -> Iterator[None]:
        """Make the fields behind the fold, and what shows how a file is read."""
        yield
        self.more.complete()
        yield
        self.files.complete()

    def _set_up_reveal(self) -> None:
        """Put the eye into the field, at its right end."""
        theme = self.context.theme
        self._reveal.setCheckable(True)
        self._reveal.setObjectName("revealKeyButton")
        self._reveal.setCursor(Qt.CursorShape.ArrowCursor)
        self._reveal.toggled.connect(self._show_key)
        inside = QHBoxLayout(self._key)
        inside.setContentsMargins(0, 0, theme.px(4), 0)
        inside.addWidget(self._reveal, 0, Qt.AlignmentFlag.AlignRight)
        self._key.setTextMargins(0, 0, theme.px(28), 0)
        self._show_key(False)

    def _show_key(self, shown: bool) -> None:
        _ = self.context.messages.gettext
        self._key.set_masked(not shown)
        title = _("Mask the session_key") if shown else _("Show the session_key")
        self._reveal.setIcon(self.context.theme.icon("eye-off" if shown else "eye", "muted"))
        self._reveal.setToolTip(title)
        self._reveal.setAccessibleName(title)

    def _lay_out(self) -> None:
        theme = self.context.theme
        widgets = (self.files, self.capture, *self.fields, self.more, self.hashes)
        self._column = ScrollColumn(widgets, theme)
        margins = self.body.contentsMargins()
        margins.setRight(theme.px(4))
        self.body.setContentsMargins(margins)
        self.body.addWidget(self._column, 1)

    def _listen(self) -> None:
        tickets = self._tickets
        tickets.sheet_changed.connect(self._show_sheet)
        tickets.verdict_changed.connect(self._show_verdict)
        tickets.capture_offered.connect(self._show_offer)
        tickets.field_asked.connect(self._focus_field)
        self.more.made.connect(self._show_made)
        self._show_sheet(tickets.sheet)
        self._show_offer(tickets.offer)

    def _show_sheet(self, sheet: Sheet) -> None:
        box = self.capture
        self._tell(show_parts((partial(box.show_sheet, sheet), partial(box.show_bare, sheet))))
        self._show_verdict(self._tickets.verdict)

    def _show_verdict(self, verdict: Verdict | None) -> None:
        ticket = self._tickets.sheet.ticket
        fresh = verdict if verdict is not None and verdict.ticket == ticket else None
        self.more.expect(ticket)
        show_fold, show_hashes = self.more.show_fold, self.hashes.show_verdict
        fields = (*self.fields, *self.more.fields)
        report = show_parts(
            *(_ways(field, ticket.field(field.name.wire), fresh) for field in fields),
            (partial(show_fold, ticket, fresh), partial(show_fold, ticket, None)),
            (partial(show_hashes, fresh), partial(show_hashes, None), self.hashes.hide),
        )
        self._tell(report)

    def _tell(self, report: str | None) -> None:
        if report is not None:
            self._tickets.tell_show_failed(report)

    def _show_made(self) -> None:
        """Show in the fields behind the fold what is known already."""
        self._show_verdict(self._tickets.verdict)
        self._show_offer(self._tickets.offer)

    def _focus_field(self, wire_name: str) -> None:
        """Let a field be filled in, what stands in it selected to be replaced."""
        if wire_name in WIRE_NAMES:
            self.more.complete()
        field = next(
            (f for f in (*self.fields, *self.more.fields) if f.name.wire == wire_name), None
        )
        if field is not None:
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            field.edit.selectAll()

    def _show_offer(self, offer: Offer | None) -> None:
        self.capture.show_offer(offer)
        for field in (*self.fields, *self.more.fields):
            field.show_offer(offer)


def _ways(
    field: Field, value: str | None, verdict: Verdict | None
) -> tuple[Callable[[], None], ...]:
    """Return how a field is shown: with what is known of it, alone, and empty at the worst."""
    bare = field.show_bare
    return partial(field.show_value, value, verdict), partial(bare, value), partial(bare, None)

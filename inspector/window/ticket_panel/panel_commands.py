"""What the ticket panel lets people do, as commands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from inspector.tickets.ticket import WIRE_NAMES
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.file_dialogs import FileDialogs
from inspector.window.sample_tickets import SampleTickets
from inspector.window.state.undo import Step
from inspector.window.ticket_panel.capture_box import CaptureBox


class PanelCommands(QObject):
    """Commands over one ticket panel."""

    def __init__(
        self, capture: CaptureBox, reveal: QToolButton, context: Context, parent: QWidget
    ) -> None:
        """Take the paste box, and the switch that shows the session key."""
        super().__init__(parent)
        self._capture = capture
        self._edit = capture.edit
        self._reveal = reveal
        self._tickets = context.state.tickets
        self._messages = context.messages
        self._dialogs = FileDialogs(context, parent)
        self._samples = SampleTickets(context)

    def commands(self) -> list[Command]:
        """Return the commands of the File and Ticket menus."""
        return [
            *self._samples.commands(),
            *self._taking(),
            *self._using_selection(),
            *self._moving(),
        ]

    def _taking(self) -> list[Command]:
        """Return what brings tickets and keys in, or takes them away.

        Ctrl+V reads where no field has the keyboard; a field takes it for itself.
        """
        _, keys = self._messages.gettext, QKeySequence.StandardKey
        return [
            Command(
                "file.open", Menu.FILE, _("Open files…"), self._dialogs.ask_for_captures, "Ctrl+O"
            ),
            Command(
                "keys.load",
                Menu.TICKET,
                _("Load key file…"),
                self._dialogs.ask_for_keys,
                section=3,
            ),
            Command("ticket.paste", Menu.TICKET, _("Paste and read"), self._paste, keys.Paste),
            Command(
                "ticket.clear", Menu.TICKET, _("Clear all"), self._tickets.clear, "Ctrl+Shift+X"
            ),
            Command(
                "ticket.reveal_key",
                Menu.TICKET,
                _("Show the session_key"),
                self._reveal.toggle,
                "Ctrl+Shift+K",
                checked=self._revealed,
            ),
        ]

    def _using_selection(self) -> list[Command]:
        """Return what puts a selected piece of the capture into a field."""
        title = self._messages.gettext("Use selection of the paste box as")
        return [
            Command(
                f"ticket.use_selection.{field}",
                Menu.TICKET,
                field,
                partial(self._use_selection, field),
                section=1,
                submenu=title,
                enabled=self._has_selection,
                needs=self._messages.gettext("needs a selection in the paste box"),
            )
            for field in WIRE_NAMES.values()
        ]

    def _moving(self) -> list[Command]:
        """Return what moves from ticket to ticket and to the paste box."""
        _ = self._messages.gettext
        return [
            Command(
                "ticket.next", Menu.TICKET, _("Next ticket"), self._next, "Alt+Down", section=2
            ),
            Command(
                "ticket.previous",
                Menu.TICKET,
                _("Previous ticket"),
                self._previous,
                "Alt+Up",
                section=2,
            ),
            Command(
                "ticket.focus_paste_box",
                Menu.TICKET,
                _("Go to the paste box"),
                self._focus_paste_box,
                "Ctrl+L",
                section=3,
            ),
        ]

    def _focus_paste_box(self) -> None:
        self._capture.unfold()

    def _revealed(self) -> bool:
        return self._reveal.isChecked()

    def _paste(self) -> None:
        self._tickets.paste_capture(QGuiApplication.clipboard().text())

    def _has_selection(self) -> bool:
        return self._edit.textCursor().hasSelection()

    def _use_selection(self, field: str) -> None:
        start, end = self._edit.selected_range()
        self._tickets.edit_fields({field: self._edit.whole_text[start:end]}, Step.USE_SELECTION)

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        sheet = self._tickets.sheet
        self._tickets.choose(min(max(sheet.current + by, 0), len(sheet.tickets) - 1))

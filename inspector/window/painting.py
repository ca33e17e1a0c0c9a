"""Keeps painting out of a turn of the event loop that takes most of a frame by itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from inspector.window.state.ticket_state import TicketState
from inspector.window.worker import HEAVY

MANY: Final = 500
"""Tickets that make a list a long one."""


class Painting(QObject):
    """Paints a window in the turn behind the one in which all of its panels change.

    What is seen stays until then. By itself it does so for long data and long lists only, as all
    of the window is painted for it.
    """

    def __init__(self, window: QWidget, tickets: TicketState) -> None:
        """Listen to the tickets; whoever listens before this object changes what is still seen."""
        super().__init__(window)
        self._window = window
        self._tickets = tickets
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)
        tickets.sheet_changed.connect(self._put_off_where_long)
        tickets.verdict_changed.connect(self._put_off_where_long)

    def put_off(self) -> None:
        """Paint in the next turn what changes in this one, where anybody sees the window."""
        if self._window.isVisible():
            self._window.setUpdatesEnabled(False)
            self._timer.start()

    def _put_off_where_long(self) -> None:
        sheet = self._tickets.sheet
        long = max(len(sheet.text), len(sheet.ticket.encrypted_data or "")) > HEAVY
        if long or len(sheet.tickets) > MANY:
            self.put_off()

    def _go_on(self) -> None:
        self._window.setUpdatesEnabled(True)

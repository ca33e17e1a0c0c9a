"""The list of tickets; it appears with the second one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.panel import Panel


class TicketList(Panel):
    """The list of tickets; it appears with the second one."""

    panel_id = "ticket_list"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Tickets"), context, parent)
        self._tickets = context.state.tickets
        self._tickets.sheet_changed.connect(self._consider)

    @property
    def wanted(self) -> bool:
        """True from the second ticket on."""
        return len(self._tickets.sheet.tickets) > 1

    def _consider(self) -> None:
        self.wanted_changed.emit()

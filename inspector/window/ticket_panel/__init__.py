"""The left column: what was pasted, field by field."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.panel import Panel


class TicketPanel(Panel):
    """The left column: what was pasted, field by field."""

    panel_id = "ticket"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Ticket"), context, parent)

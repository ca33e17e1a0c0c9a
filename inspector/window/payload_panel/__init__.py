"""The middle column: the verdict and what the ticket says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.panel import Panel


class PayloadPanel(Panel):
    """The middle column: the verdict and what the ticket says."""

    panel_id = "payload"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Payload"), context, parent)

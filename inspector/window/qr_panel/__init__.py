"""The right column's lower half: target, text and QR code."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.panel import Panel


class QrPanel(Panel):
    """The right column's lower half: target, text and QR code."""

    panel_id = "qr"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Test code"), context, parent)

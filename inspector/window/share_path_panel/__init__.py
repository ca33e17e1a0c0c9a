"""The right column's upper half: page and parameters."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.panel import Panel


class SharePathPanel(Panel):
    """The right column's upper half: page and parameters."""

    panel_id = "share_path"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Share path"), context, parent)

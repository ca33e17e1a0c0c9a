"""The panels of the window, made once and shown by every workspace."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.forms_panel.forms_panel import FormsPanel
from inspector.window.panel import Panel
from inspector.window.payload_panel.payload_panel import PayloadPanel
from inspector.window.qr_panel.qr_panel import QrPanel
from inspector.window.share_path_panel.share_path_panel import SharePathPanel
from inspector.window.ticket_list.ticket_list import TicketList
from inspector.window.ticket_panel.ticket_panel import TicketPanel


class Panels:
    """Makes every panel. They know the context only, never each other."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._parent = parent

    def make(self) -> Iterator[None]:
        """Make them one by one, pausing behind each."""
        context, parent = self._context, self._parent
        self.ticket_list = TicketList(context, parent)
        yield
        self.ticket = TicketPanel(context, parent)
        yield
        self.payload = PayloadPanel(context, parent)
        yield
        self.share_path = SharePathPanel(context, parent)
        yield
        self.qr = QrPanel(context, parent)
        yield
        self.forms = FormsPanel(context, parent)
        yield

    @property
    def all(self) -> tuple[Panel, ...]:
        """All panels, from left to right."""
        return (self.ticket_list, self.ticket, self.payload, self.share_path, self.qr, self.forms)

    def commands(self) -> list[Command]:
        """What the panels let people do."""
        return [command for panel in self.all for command in panel.commands()]

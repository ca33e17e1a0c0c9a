"""The panels of the window and where they stand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.payload_panel.payload_panel import PayloadPanel
from inspector.window.qr_panel.qr_panel import QrPanel
from inspector.window.share_path_panel.share_path_panel import SharePathPanel
from inspector.window.ticket_list import TicketList
from inspector.window.ticket_panel import TicketPanel


class Panels:
    """Makes every panel. They know the context only, never each other."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self.ticket = TicketPanel(context, parent)
        self.payload = PayloadPanel(context, parent)
        self.share_path = SharePathPanel(context, parent)
        self.qr = QrPanel(context, parent)
        self.ticket_list = TicketList(context, parent)
        self.left: tuple[QWidget, ...] = (self.ticket,)
        self.middle: tuple[QWidget, ...] = (self.payload,)
        self.right: tuple[QWidget, ...] = (self.share_path, self.qr)
        self.bottom: tuple[QWidget, ...] = (self.ticket_list,)

    @property
    def all(
        self,
    ) -> tuple[TicketPanel, PayloadPanel, SharePathPanel, QrPanel, TicketList]:
        """All panels, in the order of the View menu."""
        return (self.ticket, self.payload, self.share_path, self.qr, self.ticket_list)

    def commands(self) -> list[Command]:
        """What the panels let people do."""
        return [command for panel in self.all for command in panel.commands()]

    def stop(self) -> None:
        """End the panels' background work; the window is going."""
        for panel in self.all:
            panel.stop()

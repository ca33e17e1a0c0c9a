"""The pin in the card's header: what the payload shown is compared with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from inspector.tickets import Ticket, Verdict, judge
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content, payload_of
from inspector.window.state.pinned import Reference
from inspector.window.worker import LatestCall

MOST_TICKETS: Final = 20
"""So many tickets of the list stand in the menu."""


class PinButton(QPushButton):
    """Opens the menu of what to compare with.

    A tool button would wait for its menu in an event loop of its own.
    """

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._context = context
        self._pinned = context.state.pinned
        _ = context.messages.gettext
        self.setIcon(context.theme.icon("pin", "muted"))
        self.setIconSize(QSize(context.theme.px(16), context.theme.px(16)))
        self.setText(_("Compare"))
        self.setToolTip(_("Compare this payload with another"))
        self.setAccessibleName(_("Compare this payload with another"))
        self.setProperty("role", "menu")
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._judging = LatestCall(_judge, self)
        self._judging.finished.connect(self._pin_verdict)

    def pin(self) -> None:
        """Hold the payload shown; the next ticket is compared with it."""
        verdict = self._content.verdict
        if verdict is not None and self._content.present:
            self._pinned.pin(Reference(self._title(verdict), self._content.value))

    def unpin(self) -> None:
        """Stop comparing."""
        self._pinned.pin(None)

    def paste(self) -> None:
        """Ask for JSON to compare with."""
        from inspector.window.dialogs.json_dialog import JsonDialog

        JsonDialog(self._context, self.window()).show()

    def _fill(self) -> None:
        _, menu = self._context.messages.gettext, self.menu()
        menu.clear()
        pin = menu.addAction(_("Pin this payload; compare the next"))
        pin.triggered.connect(self.pin)
        pin.setEnabled(self._content.present)
        menu.addAction(_("Compare with pasted JSON…")).triggered.connect(self.paste)
        self._fill_tickets(menu.addMenu(_("Compare with ticket")))
        stop = menu.addAction(_("Stop comparing"))
        stop.triggered.connect(self.unpin)
        stop.setEnabled(self._pinned.reference is not None)

    def _fill_tickets(self, menu: QMenu) -> None:
        tickets = self._context.state.tickets
        for row, ticket in enumerate(tickets.sheet.tickets[:MOST_TICKETS]):
            if row != tickets.sheet.current:
                title = f"{row + 1}  {ticket.label or ''}".replace("&", "&&")
                menu.addAction(title).triggered.connect(partial(self._pin_row, row))
        menu.setEnabled(not menu.isEmpty())

    def _pin_row(self, row: int, _checked: bool = False) -> None:
        tickets = self._context.state.tickets
        self._judging.start(tickets.verdict_of(row), tickets.sheet.tickets[row], row)

    def _pin_verdict(self, judged: tuple[Verdict, int]) -> None:
        verdict, row = judged
        self._pinned.pin(Reference(self._title(verdict, row), payload_of(verdict)))

    def _title(self, verdict: Verdict, row: int | None = None) -> str:
        _, sheet = self._context.messages.gettext, self._context.state.tickets.sheet
        number = (sheet.current if row is None else row) + 1
        return verdict.ticket.label or _("Pinned ticket {number}").format(number=number)


def _judge(
    verdict: Verdict | None, ticket: Ticket, row: int, cancelled: Callable[[], bool]
) -> tuple[Verdict, int]:
    """Return the verdict of a row of the list, made anew where it is not kept."""
    return verdict or judge(ticket, cancelled=cancelled), row

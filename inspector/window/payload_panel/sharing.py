"""Commands that hand tickets on, keep them, or bring them back: reports, cases, history, keys."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.window.commands import Command, Menu
from inspector.window.context import Context


class Sharing(QObject):
    """Opens the small windows around tickets."""

    def __init__(self, context: Context, widget: QWidget) -> None:
        super().__init__(widget)
        self._context = context
        self._widget = widget

    def commands(self) -> list[Command]:
        """Return the commands of the File and Ticket menus."""
        _ = self._context.messages.gettext
        return [
            Command(
                "ticket.report",
                Menu.FILE,
                _("Report…"),
                self.report,
                "Ctrl+R",
                section=2,
                enabled=self._has_ticket,
                needs=_("needs share data"),
            ),
            Command(
                "ticket.save_case",
                Menu.FILE,
                _("Save case file…"),
                self._save_case,
                "Ctrl+S",
                section=2,
                enabled=self._has_ticket,
                needs=_("needs share data"),
            ),
            Command(
                "ticket.history", Menu.TICKET, _("History…"), self._history, "Ctrl+H", section=5
            ),
            Command(
                "ticket.keys",
                Menu.TICKET,
                _("session_keys used since you opened the window…"),
                self._keys,
                "Ctrl+K",
                section=5,
            ),
            Command(
                "ticket.mint",
                Menu.TICKET,
                _("Make a test ticket…"),
                self._mint,
                "Ctrl+T",
                section=5,
            ),
        ]

    def _has_ticket(self) -> bool:
        return not self._context.state.tickets.sheet.blank

    def report(self) -> None:
        """Make a report of the ticket shown, to be handed on."""
        from inspector.window.dialogs.report_dialog import ReportDialog

        self._show(ReportDialog(self._context, self._widget.window()))

    def _save_case(self) -> None:
        from inspector.window.dialogs.case_dialog import CaseDialog

        self._show(CaseDialog(self._context, self._widget.window()))

    def _history(self) -> None:
        from inspector.window.dialogs.history_dialog import HistoryDialog

        self._show(HistoryDialog(self._context, self._widget.window()))

    def _keys(self) -> None:
        from inspector.window.dialogs.keys_dialog import KeysDialog

        self._show(KeysDialog(self._context, self._widget.window()))

    def _mint(self) -> None:
        from inspector.window.dialogs.mint_dialog import MintDialog

        self._show(MintDialog(self._context, self._widget.window()))

    def _show(self, dialog: QWidget) -> None:
        dialog.show()

"""The list: every ticket of the capture or file in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.panel import Panel

if TYPE_CHECKING:
    from inspector.window.ticket_list.list_parts import ListParts


class TicketList(Panel):
    """Every ticket of the capture or file, with what became of it.

    Its parts are made when they are first seen or used: most windows open without the list.

    Signals:
        inspect_wanted: the chosen ticket is to be shown in Inspect.
        row_opened: a row was double-clicked, or Enter was pressed on it.
    """

    inspect_wanted = Signal()
    row_opened = Signal()
    panel_id = "ticket_list"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Tickets"), context, parent)
        self._parts: ListParts | None = None

    def parts(self) -> ListParts:
        """Return what stands in the card."""
        if self._parts is None:
            from inspector.window.ticket_list.list_parts import ListParts

            self._parts = ListParts(self)
            self._parts.table.row_opened.connect(self.row_opened)
        return self._parts

    def make_rest(self) -> Iterator[None]:
        """Make the parts."""
        from inspector.window.ticket_list import list_parts  # noqa: F401 - the code alone

        yield
        self.parts()

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Make the parts before they are seen."""
        if visible:
            self.complete()
        super().setVisible(visible)

    def commands(self) -> Sequence[Command]:
        """What can be done with the list."""
        _ = self.context.messages.gettext
        several = _("needs several tickets")
        return [
            Command("list.inspect", Menu.TICKET, _("Show the chosen ticket in Inspect"),
                    self.inspect_wanted.emit, None, 4, enabled=self._is_list, needs=several),
            Command("list.export", Menu.FILE, _("Export the list…"), self.ask_where_to_export,
                    "Ctrl+E", 3, enabled=self._is_list, needs=several),
            Command("list.find", Menu.TICKET, _("Filter the list"), self._find, "Ctrl+Shift+F", 4),
            Command("list.columns", Menu.TICKET, _("Columns of the list…"),
                    self._choose_columns, None, 4, enabled=self._is_list, needs=several),
            Command("list.copy", Menu.TICKET, _("Copy rows"), self.copy_rows, section=4),
            Command("list.copy_csv", Menu.TICKET, _("Copy rows as CSV"), self.copy_csv, section=4),
        ]  # fmt: skip

    def take_keyboard(self) -> bool:
        """Give the keyboard to the rows; False where they are not seen."""
        table = self.parts().table
        if not table.isVisible():
            return False
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with the row below the pointer, or the one chosen by the keys."""
        table = self.parts().table
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard and table.hasFocus()
        if not (by_keys or table.underMouse()) or not table.currentIndex().isValid():
            return
        row = table.visualRect(table.currentIndex()).bottomLeft()
        place = table.viewport().mapToGlobal(row) if by_keys else event.globalPos()
        _ = self.context.messages.gettext
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Inspect this ticket"), self.inspect_wanted.emit)
        menu.addSeparator()
        menu.addAction(_("Copy the ID"), self.copy_identity)
        menu.addAction(_("Copy the cell"), self.copy_cell)
        menu.addAction(_("Copy rows"), self.copy_rows)
        menu.addAction(_("Copy rows as CSV"), self.copy_csv)
        menu.popup(place)

    def copy_identity(self) -> None:
        """Copy the id of the current row."""
        self.parts().copying.copy_identity()

    def copy_cell(self) -> None:
        """Copy the current cell."""
        self.parts().copying.copy_cell()

    def copy_rows(self) -> None:
        """Copy the chosen rows, parted by tabs."""
        self.parts().copying.copy_rows()

    def copy_csv(self) -> None:
        """Copy the chosen rows, parted by commas."""
        self.parts().copying.copy_csv()

    def ask_where_to_export(self) -> None:
        """Ask for a file, and write the results of the rows shown to it."""
        self.parts().ask_where_to_export()

    def export(self, path: Path) -> None:
        """Write the results of the rows shown to a file, in their order; its suffix says how."""
        self.parts().export(path)

    def _find(self) -> None:
        self.parts().find()

    def _choose_columns(self) -> None:
        self.parts().table.choose_columns()

    def _is_list(self) -> bool:
        return len(self.context.state.tickets.sheet.tickets) > 1

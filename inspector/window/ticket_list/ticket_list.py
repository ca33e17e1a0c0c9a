"""The list: every ticket of the capture or file in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from inspector.window.clipboard import copy_text
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.faults import show_parts
from inspector.window.file_dialogs import FileDialogs
from inspector.window.file_notice import FileNotice
from inspector.window.panel import Panel
from inspector.window.state.ticket_state import Sheet
from inspector.window.ticket_list.cells import Cells, Column
from inspector.window.ticket_list.facets import Facets
from inspector.window.ticket_list.model import TicketListModel
from inspector.window.ticket_list.progress import ListProgress
from inspector.window.ticket_list.texts import as_table, exported_words
from inspector.window.ticket_list.view import TicketTable
from inspector.window.widgets.file_choice import ask_to_save
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import grouped, label

if TYPE_CHECKING:
    from inspector.window.state.report_writing import Exported


LEAST_FILTER: Final = 80
MOST_FILTER: Final = 160
"""Widths of the filter, at 100 %: it gives room to counts of five digits and more."""


class TicketList(Panel):
    """Every ticket of the capture or file, with what became of it.

    Signals:
        inspect_wanted: the chosen ticket is to be shown in Inspect.
    """

    inspect_wanted = Signal()
    panel_id = "ticket_list"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Tickets"), context, parent)
        self._tickets = context.state.tickets
        self._model = TicketListModel(context, self)
        self._table = TicketTable(self._model, context, self)
        self._count = label("", "chip")
        self._progress = ListProgress(context, self)
        self._facets = Facets(context, Cells(context.messages).facet, self)
        self._filter = QLineEdit()
        self._dialogs = FileDialogs(context, self)
        self._keys = QPushButton(context.messages.gettext("Add keys…"))
        self._export = QPushButton(context.messages.gettext("Export…"))
        self._notice = Notice(context.theme, parent=self)
        self._files = FileNotice(context, self, stacked=False)
        self._showing = False
        self._build()
        self._tickets.sheet_changed.connect(self._show_sheet)
        self._tickets.verdicts_changed.connect(self._show_verdicts)
        context.state.exporting.ended.connect(self._show_exported)
        self._model.ordered.connect(self._show_current)
        self._table.selectionModel().currentRowChanged.connect(self._choose)
        self._table.copy_wanted.connect(self.copy_rows)
        self._table.inspect_wanted.connect(self.inspect_wanted)
        self._facets.chosen.connect(self._show_facet)
        self._show_sheet(self._tickets.sheet)

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
                    self._table.choose_columns, None, 4, enabled=self._is_list, needs=several),
            Command("list.copy", Menu.TICKET, _("Copy rows"), self.copy_rows, section=4),
            Command("list.copy_csv", Menu.TICKET, _("Copy rows as CSV"), self.copy_csv, section=4),
        ]  # fmt: skip

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with the row below the pointer."""
        if not self._table.underMouse() or not self._table.currentIndex().isValid():
            return
        _ = self.context.messages.gettext
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Inspect this ticket"), self.inspect_wanted.emit)
        menu.addSeparator()
        menu.addAction(_("Copy the ID"), self.copy_identity)
        menu.addAction(_("Copy the cell"), self.copy_cell)
        menu.addAction(_("Copy rows"), self.copy_rows)
        menu.addAction(_("Copy rows as CSV"), self.copy_csv)
        menu.popup(event.globalPos())

    def copy_identity(self) -> None:
        """Copy the id of the current row."""
        self._copy_cell(self._model.sections.index(Column.IDENTITY))

    def copy_cell(self) -> None:
        """Copy the current cell."""
        self._copy_cell(self._table.currentIndex().column())

    def _copy_cell(self, column: int) -> None:
        row = self._table.currentIndex().row()
        if row >= 0:
            copy_text(self._model.texts(row)[column])

    def _is_list(self) -> bool:
        return len(self._tickets.sheet.tickets) > 1

    def copy_rows(self) -> None:
        """Copy the chosen rows, parted by tabs."""
        self._copy("\t")

    def copy_csv(self) -> None:
        """Copy the chosen rows, parted by commas."""
        self._copy(",")

    def ask_where_to_export(self) -> None:
        """Ask for a file, and write the results of the rows shown to it."""
        _ = self.context.messages.gettext
        filters = f"{_('Tables')} (*.csv);;Excel (*.xlsx);;{_('JSON lines')} (*.jsonl)"
        ask_to_save(self.window(), _("Export the list"), "reports.csv", filters, self._export_to)

    def _export_to(self, paths: list[Path]) -> None:
        self.export(paths[0])

    def export(self, path: Path) -> None:
        """Write the results of the rows shown to a file, in their order; its suffix says how."""
        messages = self.context.messages
        order = [self._model.ticket_at(row) for row in range(self._model.rowCount())]
        keys = messages.gettext("session_keys used since you opened the window")
        self._notice.show_text(messages.gettext("Writing {name}…").format(name=path.name), "info")
        self.context.state.exporting.start(path, order, messages.language, keys)

    def _show_exported(self, exported: Exported) -> None:
        self._notice.show_text(*exported_words(exported, self.context.messages))

    def _build(self) -> None:
        _, theme = self.context.messages.gettext, self.context.theme
        self._table.setObjectName("ticketList")
        self._table.setAccessibleName(_("Tickets"))
        self._filter.setObjectName("ticketFilterEdit")
        self._filter.setPlaceholderText(_("Filter"))
        self._filter.setAccessibleName(_("Filter the list"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumWidth(theme.px(LEAST_FILTER))
        self._filter.setMaximumWidth(theme.px(MOST_FILTER))
        self._filter.addAction(
            QAction(theme.icon("search", "muted"), "", self._filter),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._filter.textChanged.connect(self._filter_by)
        self.header.insertWidget(self.header.count() - 1, self._count)
        self._keys.setObjectName("addKeysButton")
        self._keys.clicked.connect(self._dialogs.ask_for_keys)
        self._export.setObjectName("exportButton")
        self._export.setProperty("role", "primary")
        self._export.clicked.connect(self.ask_where_to_export)
        self.header.addWidget(self._filter, MOST_FILTER)  # before the blank beside it
        for widget in (self._keys, self._export):
            self.header.addWidget(widget)
        for row in (self._files, self._notice, self._progress, self._facets):
            self.body.addWidget(row)
        self.body.addWidget(self._table, 1)

    def _show_sheet(self, sheet: Sheet) -> None:
        show, bare = self._model.show_tickets, self._model.show_bare
        self._showing = True
        self._tell(
            show_parts(
                (partial(show, sheet.tickets, sheet.origins), partial(bare, sheet.tickets)),
                (self._show_current, self._table.clearSelection),
            )
        )
        self._showing = False
        self._show_verdicts()

    def _show_current(self) -> None:
        before, self._showing = self._showing, True
        try:
            self._table.show_row(self._model.row_of(self._tickets.sheet.current))
        finally:
            self._showing = before

    def _show_verdicts(self) -> None:
        rows = self._tickets.verdicts.rows
        whole = len(rows.all)
        self._count.setText(grouped(whole))
        show_counts, progress = self._facets.show_counts, self._progress
        self._tell(
            show_parts(
                (self._model.refresh,),
                (partial(show_counts, whole, rows.needing, rows.facets), self._facets.clear),
                (progress.show_state, progress.hide),
            )
        )

    def _tell(self, report: str | None) -> None:
        if report is not None:
            self._tickets.tell_show_failed(report)

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        if now.isValid() and not self._showing:
            self._tickets.choose(self._model.ticket_at(now.row()))

    def _find(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    def _filter_by(self, words: str) -> None:
        self._model.set_query(replace(self._model.query, words=words))

    def _show_facet(self, facet: str) -> None:
        self._model.set_query(replace(self._model.query, facet=facet))

    def _copy(self, separator: str) -> None:
        rows = self._table.chosen_rows() or range(self._model.rowCount())
        texts = (self._model.texts(row) for row in rows)
        QGuiApplication.clipboard().setText(as_table(self._model.titles(), texts, separator))

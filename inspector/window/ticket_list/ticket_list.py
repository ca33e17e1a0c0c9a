"""The panel below: every ticket of the capture in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.panel import Panel
from inspector.window.saving import Saving
from inspector.window.state.ticket_state import Sheet
from inspector.window.ticket_list.copying import as_table
from inspector.window.ticket_list.model import TicketListModel
from inspector.window.ticket_list.view import TicketTable
from inspector.window.widgets.text import grouped, label


class TicketList(Panel):
    """The tickets of the capture; it appears with the second one."""

    panel_id = "ticket_list"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Tickets"), context, parent)
        self._tickets = context.state.tickets
        self._model = TicketListModel(context, self)
        self._table = TicketTable(self._model, context.theme, self)
        self._count = label("", "chip")
        self._progress = label("", "note")
        self._attention = QToolButton()
        self._filter = QLineEdit()
        self._showing = False
        self._saving = Saving(context.messages, self)
        self._build()
        self._tickets.sheet_changed.connect(self._show_sheet)
        self._tickets.verdicts_changed.connect(self._show_verdicts)
        self._model.ordered.connect(self._show_current)
        self._table.selectionModel().currentRowChanged.connect(self._choose)
        self._table.copy_wanted.connect(self.copy_rows)
        self._show_sheet(self._tickets.sheet)

    def commands(self) -> Sequence[Command]:
        """What can be done with the list."""
        _ = self.context.messages.gettext
        return [
            Command("list.find", Menu.TICKET, _("Filter the list"), self._find, "Ctrl+Shift+F", 4),
            Command("list.copy", Menu.TICKET, _("Copy rows"), self.copy_rows, section=4),
            Command("list.copy_csv", Menu.TICKET, _("Copy rows as CSV"), self.copy_csv, section=4),
        ]

    def copy_rows(self) -> None:
        """Copy the chosen rows, parted by tabs."""
        self._copy("\t")

    def copy_csv(self) -> None:
        """Copy the chosen rows, parted by commas."""
        self._copy(",")

    def export(self, path: Path) -> None:
        """Write the rows shown to a file, as a table."""
        rows = range(self._model.rowCount())
        texts = (self._model.texts(row) for row in rows)
        self._saving.save(path, as_table(self._model.titles(), texts, ","))

    def _build(self) -> None:
        _, theme = self.context.messages.gettext, self.context.theme
        self._table.setObjectName("ticketList")
        self._table.setAccessibleName(_("Tickets"))
        self._attention.setObjectName("attentionButton")
        self._attention.setCheckable(True)
        self._attention.hide()
        self._attention.setToolTip(_("Show only the tickets that need attention"))
        self._attention.toggled.connect(self._show_only_attention)
        self._filter.setObjectName("ticketFilterEdit")
        self._filter.setPlaceholderText(_("Filter"))
        self._filter.setAccessibleName(_("Filter the list"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedWidth(theme.px(220))
        self._filter.addAction(
            QAction(theme.icon("search", "muted"), "", self._filter),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._filter.textChanged.connect(self._filter_by)
        self.header.insertWidget(1, self._count)
        for widget in (self._progress, self._attention, self._filter):
            self.header.addWidget(widget)
        self.body.addWidget(self._table, 1)

    def _show_sheet(self, sheet: Sheet) -> None:
        self._showing = True
        self._model.show_tickets(sheet.tickets)
        self._showing = False
        self._show_current()
        self._show_verdicts()

    def _show_current(self) -> None:
        self._showing = True
        self._table.show_row(self._model.row_of(self._tickets.sheet.current))
        self._showing = False

    def _show_verdicts(self) -> None:
        self._model.refresh()
        messages, rows = self.context.messages, self._tickets.verdicts.rows
        whole, judged, needing = len(rows.all), rows.judged, rows.needing
        self._count.setText(grouped(whole))
        form = messages.ngettext(
            "{count} of {whole} needs attention", "{count} of {whole} need attention", needing
        )
        self._attention.setText(form.format(count=grouped(needing), whole=grouped(whole)))
        self._attention.setVisible(needing > 0 or self._attention.isChecked())
        words = messages.gettext("{judged} of {whole} judged")
        done = words.format(judged=grouped(judged), whole=grouped(whole))
        self._progress.setText("" if judged == whole else done)

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        if now.isValid() and not self._showing:
            self._tickets.choose(self._model.ticket_at(now.row()))

    def _find(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    def _filter_by(self, words: str) -> None:
        self._model.set_wish(replace(self._model.wish, words=words))

    def _show_only_attention(self, only: bool) -> None:
        self._model.set_wish(replace(self._model.wish, only_attention=only))

    def _copy(self, separator: str) -> None:
        rows = self._table.chosen_rows() or range(self._model.rowCount())
        texts = (self._model.texts(row) for row in rows)
        QGuiApplication.clipboard().setText(as_table(self._model.titles(), texts, separator))

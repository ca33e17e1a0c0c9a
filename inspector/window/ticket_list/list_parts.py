"""What stands in the card of the list: its source, filter, facets, notices and the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QPushButton

from inspector.visible import visible
from inspector.window.faults import show_parts
from inspector.window.file_dialogs import FileDialogs
from inspector.window.file_notice import FileNotice
from inspector.window.panel import Panel
from inspector.window.state.sheet import Sheet
from inspector.window.ticket_list.cells import Cells
from inspector.window.ticket_list.facets import Facets
from inspector.window.ticket_list.model import TicketListModel
from inspector.window.ticket_list.ordering import ListQuery
from inspector.window.ticket_list.progress import ListProgress
from inspector.window.ticket_list.row_copying import RowCopying
from inspector.window.ticket_list.texts import exported_words
from inspector.window.ticket_list.view import TicketTable
from inspector.window.widgets.elided_label import ElidedLabel
from inspector.window.widgets.file_choice import ask_to_save
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.search_line import SearchLine
from inspector.window.widgets.text import grouped, label

if TYPE_CHECKING:
    from inspector.window.state.files_read import Origin
    from inspector.window.state.report_writing import Exported


LEAST_FILTER: Final = 80
MOST_FILTER: Final = 160
"""Widths of the filter, at 100 %: it gives room to counts of five digits and more."""
SHEET: Final = re.compile(r"(?i)(\.(?:xls[xmb]?|ods))/.*")
MOST_NAMED: Final = 20
"""Files that the tip names."""


class ListParts(QObject):
    """Listens to the state, and places its widgets in the list's card."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        context = self._context = panel.context
        self._panel = panel
        self._tickets = context.state.tickets
        self._model = TicketListModel(context, self)
        self.table = TicketTable(self._model, context, panel)
        self.copying = RowCopying(self.table, self._model, context, self)
        """Copies what is chosen in the table."""
        self._source = ElidedLabel()
        self._progress = ListProgress(context, panel)
        self._facets = Facets(context, Cells(context.messages).facet, panel)
        self._filter = SearchLine(context.theme, context.messages.gettext("Clear the search"))
        self._dialogs = FileDialogs(context, panel)
        self._keys = QPushButton(context.messages.gettext("Add keys…"))
        self._export = QPushButton(context.messages.gettext("Export…"))
        self._notice = Notice(context.theme, parent=panel)
        self._files = FileNotice(context, panel, stacked=False)
        self._nothing = label("", "note", wrap=True)
        self._nothing.setObjectName("emptyListNote")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._showing = False
        self._asked_anew = False
        self._build()
        self._tickets.sheet_changed.connect(self._show_sheet)
        self._tickets.verdicts_changed.connect(self._show_verdicts)
        context.state.exporting.ended.connect(self._show_exported)
        self._model.ordered.connect(self._show_ordered)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.copy_wanted.connect(self.copying.copy_rows)
        self._facets.chosen.connect(self._show_facet)
        self._show_sheet(self._tickets.sheet)

    def ask_where_to_export(self) -> None:
        """Ask for a file, and write the results of the rows shown to it."""
        _ = self._context.messages.gettext
        filters = f"{_('Tables')} (*.csv);;Excel (*.xlsx);;{_('JSON lines')} (*.jsonl)"
        ask_to_save(
            self._panel.window(), _("Export the list"), "reports.csv", filters, self._export_to
        )

    def _export_to(self, paths: list[Path]) -> None:
        self.export(paths[0])

    def export(self, path: Path) -> None:
        """Write the results of the rows shown to a file, in their order; its suffix says how."""
        messages = self._context.messages
        keys = messages.gettext("session_keys used since you opened the window")
        self._notice.show_text(messages.gettext("Writing {name}…").format(name=path.name), "info")
        self._context.state.exporting.start(path, self._model.order, messages.language, keys)

    def _show_exported(self, exported: Exported) -> None:
        self._notice.show_text(*exported_words(exported, self._context.messages))

    def _build(self) -> None:
        _, theme = self._context.messages.gettext, self._context.theme
        self.table.setObjectName("ticketList")
        self.table.setAccessibleName(_("Tickets"))
        self._filter.setObjectName("ticketFilterEdit")
        self._filter.setPlaceholderText(_("Filter"))
        self._filter.setAccessibleName(_("Filter the list"))
        self._filter.setMinimumWidth(theme.px(LEAST_FILTER))
        self._filter.setMaximumWidth(theme.px(MOST_FILTER))
        self._filter.textChanged.connect(self._filter_by)
        self._source.setObjectName("listSource")
        self._panel.header.insertWidget(self._panel.header.count() - 1, self._source)
        self._keys.setObjectName("addKeysButton")
        self._keys.clicked.connect(self._dialogs.ask_for_keys)
        self._export.setObjectName("exportButton")
        self._export.setProperty("role", "primary")
        self._export.clicked.connect(self.ask_where_to_export)
        self._panel.header.addWidget(self._filter, MOST_FILTER)  # before the blank beside it
        for widget in (self._keys, self._export):
            self._panel.header.addWidget(widget)
        self._files.complete()
        for row in (self._files, self._notice, self._progress, self._facets):
            self._panel.body.addWidget(row)
        self._panel.body.addWidget(self.table, 1)
        self._panel.body.addWidget(self._nothing, 1)

    def _show_sheet(self, sheet: Sheet) -> None:
        show, bare = self._model.show_tickets, self._model.show_bare
        tickets = () if sheet.blank else sheet.tickets
        self._showing = True
        self._tell(
            show_parts(
                (partial(show, tickets, sheet.origins), partial(bare, tickets)),
                (self._show_current, self.table.clearSelection),
            )
        )
        self._showing = False
        self._show_source(sheet.origins)
        self._show_verdicts()

    def _show_source(self, origins: Sequence[Origin]) -> None:
        """Name the file that the list comes from, or say how many there are."""
        sheets = dict.fromkeys(origin.file for origin in origins)
        files = dict.fromkeys(SHEET.sub(r"\1", sheet) for sheet in sheets)
        names = [visible(name) for name in files if name]
        count = self._context.messages.ngettext("{count} file", "{count} files", len(names))
        text = count.format(count=grouped(len(names))) if len(names) > 1 else "".join(names)
        self._source.show_text(text, "\n".join(names[:MOST_NAMED]))

    def _show_ordered(self) -> None:
        """Choose the first of the rows that were asked for, where the chosen one is not there.

        One that leaves the rows by itself, because a key opened it, stays in view.
        """
        asked, self._asked_anew = self._asked_anew, False
        self._show_nothing()
        is_there = self._model.row_of(self._tickets.sheet.current) is not None
        if asked and not is_there and self._model.rowCount():
            self._tickets.choose(self._model.order[0])
        else:
            self._show_current()

    def _show_current(self) -> None:
        before, self._showing = self._showing, True
        try:
            self.table.show_row(self._model.row_of(self._tickets.sheet.current))
        finally:
            self._showing = before

    def _show_verdicts(self) -> None:
        rows = self._tickets.verdicts.rows
        whole = 0 if self._tickets.sheet.blank else len(rows.all)
        show_counts, progress = self._facets.show_counts, self._progress
        self._tell(
            show_parts(
                (self._model.refresh,),
                (partial(show_counts, whole, rows.needing, rows.facets), self._facets.clear),
                (progress.show_state, progress.hide),
            )
        )
        self._show_nothing()

    def _show_nothing(self) -> None:
        """Say why there is no row, where there is none."""
        _, blank = self._context.messages.gettext, self._tickets.sheet.blank
        empty, words = not self._model.order, _("No row fits the filter.")
        if blank:
            words = _(
                "Open a CSV, Excel or JSON Lines file, or paste several tickets: each is a row."
            )
        self._nothing.setText(words)
        self._nothing.setVisible(empty)
        self.table.setVisible(not empty)
        self._facets.setVisible(not blank)
        self._export.setEnabled(not blank)

    def _tell(self, report: str | None) -> None:
        if report is not None:
            self._tickets.tell_show_failed(report)

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        if now.isValid() and not self._showing:
            self._tickets.choose(self._model.order[now.row()])

    def find(self) -> None:
        """Give the filter the keyboard."""
        self._filter.setFocus()
        self._filter.selectAll()

    def _filter_by(self, words: str) -> None:
        self._ask(replace(self._model.query, words=words))

    def _show_facet(self, facet: str) -> None:
        self._ask(replace(self._model.query, facet=facet))

    def _ask(self, query: ListQuery) -> None:
        self._asked_anew = query != self._model.query
        self._model.set_query(query)

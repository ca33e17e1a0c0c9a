"""The table of the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from inspector.window.context import Context
from inspector.window.ticket_list.cells import Column
from inspector.window.ticket_list.model import TicketListModel
from inspector.window.ticket_list.widths import ColumnWidths, MiddleElided

MEASURED_ROWS: Final = 60
"""Rows that are looked at to find how wide the user's own columns have to be."""


class TicketTable(QTableView):
    """The table; choosing and copying rows is told, not done here.

    Signals:
        copy_wanted: the key for copying was pressed.
        row_opened: a row was double-clicked, or Enter was pressed on it.
    """

    copy_wanted = Signal()
    row_opened = Signal()

    def __init__(self, model: TicketListModel, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        theme = context.theme
        self._header_view: QWidget | None = None
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(26))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setHighlightSections(False)
        # It looks for columns that are chosen whole, cell by cell: a tenth of a second of 20,000.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self.row_opened)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.choose_columns)
        self._context = context
        self._rows = model
        self._widths = ColumnWidths(self, model, theme)
        self._fitting = False
        self._by_hand = False
        self._header_held = False
        self._header_view = header.viewport()
        self._header_view.installEventFilter(self)
        self._plain, self._identities = QStyledItemDelegate(self), MiddleElided(self)
        header.sectionResized.connect(self._on_resized)
        header.sortIndicatorChanged.connect(self._fit)
        model.modelReset.connect(self._start_anew)
        model.dataChanged.connect(self._fit)
        self._start_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit()

    def _start_anew(self) -> None:
        """Show the columns that were not hidden, in widths for what stands in them now."""
        for place, section in enumerate(self._rows.sections):
            self.setColumnHidden(place, section in self._context.state.hidden_columns)
            is_identity = section is Column.IDENTITY
            self.setItemDelegateForColumn(place, self._identities if is_identity else self._plain)
        self._by_hand = False
        self._widths.measure_own()
        self._fit()

    def _fit(self) -> None:
        """Share the width out, unless that was done by hand."""
        if self._by_hand:
            return
        self._fitting = True
        for place, width in self._widths.widths(self.viewport().width()).items():
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)
        self._fitting = False

    def _on_resized(self) -> None:
        """Keep widths that were dragged; Qt changes them by itself, too, with another font."""
        self._by_hand |= self._header_held and not self._fitting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note whether the header is held by the mouse, and let everything pass."""
        if watched is self._header_view:
            if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                self._header_held = True
            elif event.type() is QEvent.Type.MouseButtonRelease:
                self._header_held = False
        return super().eventFilter(watched, event)

    def choose_columns(self) -> None:
        """Ask which columns are to be seen."""
        from inspector.window.dialogs.columns_dialog import ColumnsDialog

        across, shown = Qt.Orientation.Horizontal, self._rows
        columns = [
            (str(shown.headerData(place, across)), not self.isColumnHidden(place))
            for place in range(len(shown.sections))
        ]
        dialog = ColumnsDialog(columns, self._context, self.window())
        dialog.chosen.connect(self._show_column)
        dialog.open()

    def _show_column(self, place: int, seen: bool) -> None:
        hidden, section = self._context.state.hidden_columns, self._rows.sections[place]
        self._context.state.hidden_columns = hidden - {section} if seen else hidden | {section}
        self.setColumnHidden(place, not seen)
        self._fit()

    def chosen_rows(self) -> list[int]:
        """Return the selected rows from top to bottom."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.size())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def show_row(self, row: int | None) -> None:
        """Make a row the current one, unless it is."""
        if row is None:
            self.clearSelection()
        elif row != self.currentIndex().row():
            self.selectRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy whole rows; open the one that is chosen."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_opened.emit()
        else:
            super().keyPressEvent(event)

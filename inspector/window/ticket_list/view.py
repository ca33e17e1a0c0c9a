"""The table of the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector.window.context import Context
from inspector.window.ticket_list.cells import Column
from inspector.window.ticket_list.model import TicketListModel

WIDTHS: Final = {
    Column.NUMBER: 44,
    Column.OUTCOME: 142,
    Column.CAUSE: 140,
    Column.KIND: 96,
    Column.IDENTITY: 232,
    Column.APP_ID: 160,
    Column.WHEN: 140,
}
"""First widths, at 100 %; a cause is whole in both languages."""
OWN_WIDTHS: Final = (64, 120)
"""Least and greatest first width of a label, and of a column of the user's own."""


class TicketTable(QTableView):
    """The table; choosing and copying rows is told, not done here.

    Signals:
        copy_wanted: the key for copying was pressed.
        inspect_wanted: a row was double-clicked, or Enter was pressed on it.
    """

    copy_wanted = Signal()
    inspect_wanted = Signal()

    def __init__(self, model: TicketListModel, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        theme = context.theme
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
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self.inspect_wanted)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.choose_columns)
        self._context = context
        self._theme = theme
        self._rows = model
        model.modelReset.connect(self._set_widths)
        self._set_widths()

    def _set_widths(self) -> None:
        """Give our columns their widths, and the user's own what their first rows need."""
        for place, section in enumerate(self._rows.sections):
            self.setColumnHidden(place, section in self._context.state.hidden_columns)
            if section is Column.OUTCOME:
                least = self._theme.px(WIDTHS[section])
                self.setColumnWidth(place, max(least, self._width_of_outcomes()))
            elif section in WIDTHS:
                self.setColumnWidth(place, self._theme.px(WIDTHS[section]))
            else:
                least, most = (self._theme.px(width) for width in OWN_WIDTHS)
                self.setColumnWidth(place, min(max(self.sizeHintForColumn(place), least), most))

    def _width_of_outcomes(self) -> int:
        """Return the width in which every outcome stands whole beside its picture."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        feature = QStyleOptionViewItem.ViewItemFeature
        option.features |= feature.HasDisplay | feature.HasDecoration
        widths = []
        for text in self._rows.outcomes:
            option.text = text
            kind = QStyle.ContentsType.CT_ItemViewItem
            widths.append(self.style().sizeFromContents(kind, option, QSize(), self).width())
        return max(widths)

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

    def chosen_rows(self) -> list[int]:
        """Return the selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

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
            self.inspect_wanted.emit()
        else:
            super().keyPressEvent(event)

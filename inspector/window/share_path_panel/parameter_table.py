"""The parameter table: on or off, name, value, in order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from inspector.window.context import Context
from inspector.window.share_path_panel.parameter_delegate import ParameterDelegate
from inspector.window.share_path_panel.parameter_model import Column, ParameterModel
from inspector.window.widgets.flash import Flash

STEP_BACK, STEP_ON = (
    QAbstractItemView.CursorAction.MovePrevious,
    QAbstractItemView.CursorAction.MoveNext,
)

LEAST_ROWS, MOST_ROWS = 3, 8


class ParameterTable(QTableView):
    """Adds by typing in the last row; Space switches, Delete removes, Alt+arrows move."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.rows = ParameterModel(context, self)
        """The model, with its own type."""
        self.setObjectName("parameterTable")
        self.setAccessibleName(context.messages.gettext("Parameters"))
        self.setModel(self.rows)
        delegate = ParameterDelegate(context, self.rows)
        delegate.left.connect(self._leave)
        self.setItemDelegate(delegate)
        self._set_behaviour()
        self._set_columns()
        self.clicked.connect(self._click)
        flash = Flash(self, context.state.undo)
        for change in (self.rows.dataChanged, self.rows.rowsInserted, self.rows.rowsRemoved):
            change.connect(flash.changed)
        self.rows.rowsInserted.connect(self._fit)
        self.rows.rowsRemoved.connect(self._fit)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the titles to the row of the next parameter where room is scarce."""
        self.horizontalHeader().setVisible(not narrow)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move a row from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with the next parameter where the keyboard comes in from the page."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.setCurrentIndex(self.rows.index(len(self.rows.parameters), Column.NAME))
            self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Carry out what the keyboard can do with the current row."""
        row, key = self.currentIndex().row(), event.key()
        if _moves(event):
            self.move_row(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_selected()
        elif key == Qt.Key.Key_Space and not self.rows.is_blank(row):
            self.rows.set_enabled(row, on=not self.rows.parameters[row].enabled)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit(self._text_cell(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def move_row(self, by: int) -> None:
        """Move the current row up (-1) or down (1) and keep it current."""
        index = self.currentIndex()
        if self.rows.move(index.row(), index.row() + by):
            self.setCurrentIndex(index.siblingAtRow(index.row() + by))

    def remove_selected(self) -> None:
        """Remove the selected rows."""
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        first = min(chosen, default=0)
        if chosen and not self.rows.is_blank(first):
            self.rows.removeRows(first, len([row for row in chosen if not self.rows.is_blank(row)]))

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Step from text to text with Tab and Enter, past ticks and crosses."""
        if action not in (STEP_BACK, STEP_ON):
            return super().moveCursor(action, modifiers)
        here = self.currentIndex()
        cell = here.row() * 2 + (here.column() == Column.VALUE) + (1 if action == STEP_ON else -1)
        row, on_value = divmod(cell, 2)
        return self.rows.index(row, Column.VALUE if on_value else Column.NAME)

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Drop rows that were left without name and value."""
        super().closeEditor(editor, hint)
        editing = self.state() is QAbstractItemView.State.EditingState
        kept = self.currentIndex().row() if editing else -1
        for row, parameter in reversed(list(enumerate(self.rows.parameters))):
            if row != kept and not parameter.name and not parameter.value:
                self.rows.removeRows(row, 1)

    def _fit(self) -> None:
        """Be as high as the rows, so that the panel scrolls and not a table within it."""
        rows = min(max(self.rows.rowCount(), LEAST_ROWS), MOST_ROWS)
        titles = self.horizontalHeader()
        header = 0 if titles.isHidden() else titles.sizeHint().height()
        lines = 2 * self._context.theme.line
        self.setFixedHeight(header + rows * self.verticalHeader().defaultSectionSize() + lines)

    def _leave(self) -> None:
        """Hand the focus to what stands after the table."""
        self.focusNextChild()

    def _text_cell(self, index: QModelIndex) -> QModelIndex:
        """Return the name or value to edit from a cell; from nowhere that of a new parameter."""
        if not index.isValid():
            return self.rows.index(len(self.rows.parameters), Column.NAME)
        return index if index.column() == Column.VALUE else index.siblingAtColumn(Column.NAME)

    def _click(self, index: QModelIndex) -> None:
        if index.column() in (Column.NAME, Column.VALUE):
            self.edit(index)
        elif index.column() == Column.REMOVE and not self.rows.is_blank(index.row()):
            self.rows.removeRows(index.row(), 1)

    def _set_behaviour(self) -> None:
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_columns(self) -> None:
        theme, header = self._context.theme, self.horizontalHeader()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(28))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme.px(24))
        for column, width in ((Column.ON, 28), (Column.NAME, 96), (Column.REMOVE, 28)):
            header.resizeSection(column, theme.px(width))
        fixed = QHeaderView.ResizeMode.Fixed
        header.setSectionResizeMode(Column.ON, fixed)
        header.setSectionResizeMode(Column.REMOVE, fixed)
        header.setSectionResizeMode(Column.VALUE, QHeaderView.ResizeMode.Stretch)


def _moves(event: QEvent) -> bool:
    """Tell Alt+Up and Alt+Down."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    )

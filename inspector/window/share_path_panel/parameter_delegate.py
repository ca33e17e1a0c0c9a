"""Edits a cell of the parameter table, live, and paints what the cells need."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector.window.context import Context
from inspector.window.share_path_panel.parameter_model import Column, ParameterModel
from inspector.window.widgets.shared_undo import SharedUndo
from inspector.window.widgets.visible_cells import VisibleCells

Index = QModelIndex | QPersistentModelIndex


class CellEdit(QLineEdit):
    """The editor of one cell; remembers what stood there, for Escape."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.before = ""
        """What stood in the cell when editing began."""
        self.in_blank_row = False
        """True for the row after the last parameter."""
        self.setFrame(False)
        self.setFont(context.theme.data_font())
        self.setProperty("role", "cell")
        SharedUndo(self, context.state.undo)


class ParameterDelegate(VisibleCells):
    """Hands every keystroke to the model, so that path and code follow at once.

    Signals:
        left: Tab was pressed where no further parameter was begun.
    """

    left = Signal()

    def __init__(self, context: Context, model: ParameterModel) -> None:
        super().__init__(model)
        self._context = context
        self._rows = model

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a line edit over the cell."""
        del option
        editor = CellEdit(self._context, parent)
        editor.before = index.data(Qt.ItemDataRole.EditRole) or ""
        editor.in_blank_row = self._rows.is_blank(index.row())
        editor.setAccessibleName(self._title(index))
        editor.textEdited.connect(self._commit)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Show the cell's text, but leave the cursor alone where it says the same."""
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        if isinstance(editor, QLineEdit) and editor.text() != text:
            editor.setText(text)

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Give the text to the model."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go to the next cell on Enter; put back what stood there on Escape."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._close(watched, self.EndEditHint.EditNextItem)
                return True
            if event.key() == Qt.Key.Key_Tab and _is_past_the_last(watched):
                self._close(watched, self.EndEditHint.NoHint)
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and isinstance(watched, CellEdit):
                watched.setText(watched.before)
                self._close(watched, self.EndEditHint.NoHint)
                return True
        return super().eventFilter(watched, event)

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put a mark right of the text, and a hint into the blank row."""
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right
        if self._rows.is_blank(index.row()):
            option.text = self._title(index)
            option.palette.setColor(QPalette.ColorRole.Text, self._context.theme.color("muted"))

    def _title(self, index: Index) -> str:
        _ = self._context.messages.gettext
        titles = {Column.NAME: _("Name"), Column.VALUE: _("Value")}
        return titles.get(Column(index.column()), "")

    def _commit(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.commitData.emit(sender)

    def _close(self, watched: QObject, hint: QStyledItemDelegate.EndEditHint) -> None:
        if isinstance(watched, QWidget):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, hint)


def _is_past_the_last(watched: QObject) -> bool:
    return isinstance(watched, CellEdit) and watched.in_blank_row and not watched.text()

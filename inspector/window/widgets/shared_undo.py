"""Lets an edit leave undo, by key and by menu, to the window's one undo stack."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QContextMenuEvent, QUndoStack
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.window.widgets.field_menu import is_undo_key, open_field_menu


class SharedUndo(QObject):
    """Watches an edit that has no history of its own."""

    def __init__(self, edit: QLineEdit | QPlainTextEdit, undo: QUndoStack) -> None:
        super().__init__(edit)
        self._edit = edit
        self._undo = undo
        edit.installEventFilter(self)
        if isinstance(edit, QPlainTextEdit):
            edit.setUndoRedoEnabled(False)
            edit.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the keys through to the window, and put its stack into the menu."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            menu = self._edit.createStandardContextMenu()
            if menu is not None:
                open_field_menu(menu, self._undo, not self._edit.isReadOnly(), event.globalPos())
            return True
        return super().eventFilter(watched, event)

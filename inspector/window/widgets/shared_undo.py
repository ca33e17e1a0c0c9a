"""Lets an edit leave undo to the window's one stack, by key and by menu, and flash with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.window.state.undo import UndoStack
from inspector.window.widgets.field_menu import is_undo_key, open_field_menu
from inspector.window.widgets.flash import Flash

UNDO_EVENTS: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class SharedUndo(QObject):
    """Watches an edit that has no history of its own."""

    def __init__(self, edit: QLineEdit | QPlainTextEdit, undo: UndoStack) -> None:
        super().__init__(edit)
        self._edit = edit
        self._undo = undo
        edit.installEventFilter(self)
        edit.textChanged.connect(Flash(edit, undo).changed)
        if isinstance(edit, QPlainTextEdit):
            edit.setUndoRedoEnabled(False)
            edit.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the keys through to the window, and put its stack into the menu."""
        if event.type() in UNDO_EVENTS and is_undo_key(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            menu = self._edit.createStandardContextMenu()
            if menu is not None:
                open_field_menu(menu, self._undo, not self._edit.isReadOnly(), event.globalPos())
            return True
        return super().eventFilter(watched, event)

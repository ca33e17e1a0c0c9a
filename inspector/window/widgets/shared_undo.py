"""Lets an edit leave undo to the window's one stack, by key and by menu, and flash with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from inspector.window.state.undo import UndoStack
from inspector.window.widgets.flash import Flash

EDITABLE_MENU_STARTS_WITH: Final = 2
"""The menu that Qt makes for an editable field begins with its own undo and redo."""
UNDO_EVENTS: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class SharedUndo(QObject):
    """Watches an edit that has no history of its own."""

    def __init__(self, edit: QLineEdit | QPlainTextEdit, undo: UndoStack) -> None:
        super().__init__(edit)
        self._edit = edit
        self._undo = undo
        edit.installEventFilter(self)
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        edit.customContextMenuRequested.connect(self._open_menu)
        edit.textChanged.connect(Flash(edit, undo).changed)
        if isinstance(edit, QPlainTextEdit):
            edit.setUndoRedoEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the keys through to the window."""
        if event.type() in UNDO_EVENTS and _is_undo_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _open_menu(self, place: QPoint) -> None:
        """Open the edit's own menu, with the window's stack in it, at a place of what is seen."""
        edit = self._edit
        seen = edit.viewport() if isinstance(edit, QPlainTextEdit) else edit
        menu = edit.createStandardContextMenu()
        if menu is not None:
            _open_menu(menu, self._undo, not edit.isReadOnly(), seen.mapToGlobal(place))


def _is_undo_key(event: QEvent) -> bool:
    """Say whether a key event asks for undo or redo."""
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))


def _open_menu(menu: QMenu, undo: UndoStack, editable: bool, position: QPoint) -> None:
    """Open a field's own menu, with undo and redo leading to the window's stack."""
    if editable:
        own = menu.actions()[:EDITABLE_MENU_STARTS_WITH]
        before = menu.actions()[EDITABLE_MENU_STARTS_WITH]
        for action, slot, possible in zip(
            own, (undo.undo, undo.redo), (undo.canUndo(), undo.canRedo()), strict=True
        ):
            replaced = QAction(action.text(), menu)
            replaced.setEnabled(possible)
            replaced.triggered.connect(slot)
            menu.insertAction(before, replaced)
            menu.removeAction(action)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(position)

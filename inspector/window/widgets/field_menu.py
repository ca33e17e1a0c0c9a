"""Undo in text fields belongs to the window's one stack: keys and menus lead there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu

EDITABLE_MENU_STARTS_WITH = 2
"""The menu that Qt makes for an editable field begins with its own undo and redo."""


def is_undo_key(event: QEvent) -> bool:
    """Say whether a key event asks for undo or redo."""
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))


def open_field_menu(menu: QMenu, undo: QUndoStack, editable: bool, position: QPoint) -> None:
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

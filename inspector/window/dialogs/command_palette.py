"""The command palette: every command, found by some letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTreeView, QWidget

from inspector.window.commands import CommandAction
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.widgets.text import label

MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PaletteLine(QLineEdit):
    """The line to search by; the keys that move go to the list.

    Signals:
        moved: a key event for the list.
        taken: Enter was pressed.
    """

    moved = Signal(QKeyEvent)
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand on what moves in the list and what takes from it."""
        if event.key() in MOVES:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class CommandPalette(Dialog):
    """Lists what can be done now, with menu and shortcut; Enter does it.

    Below stands in grey what cannot be done now, and what it needs.
    """

    def __init__(
        self,
        actions: Callable[[], Sequence[CommandAction]],
        context: Context,
        parent: QWidget,
    ) -> None:
        _ = context.messages.gettext
        super().__init__(_("Command palette"), context, parent)
        self._all = actions
        self._actions = sorted(actions(), key=_is_impossible)
        self.line = PaletteLine()
        """The line to search by."""
        self.line.setPlaceholderText(_("What do you want to do?"))
        self.line.setAccessibleName(_("Search commands"))
        self.line.textChanged.connect(self._search)
        self.line.taken.connect(self._on_taken)
        self.list = QTreeView()
        """The commands that match."""
        self._model = QStandardItemModel(0, 2, self)
        self._set_up_list()
        self.line.moved.connect(self.list.keyPressEvent)
        self._none = label(_("No such command"), "note")
        self.body.addWidget(self.line)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)
        self._search("")
        self.size_to(720, 460)
        self.line.setFocus()

    def again(self, context: Context) -> CommandPalette:
        """Return the palette of the commands as they are called now."""
        return CommandPalette(self._all, context, self.owner)

    def _set_up_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.context.messages.gettext("Commands"))
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.clicked.connect(self._on_taken)

    def _search(self, wanted: str) -> None:
        self._model.removeRows(0, self._model.rowCount())
        words = wanted.casefold().split()
        for action in self._actions:
            title = self._title(action)
            if all(word in title.casefold() for word in words):
                self._model.appendRow(self._row(action, title))
        self._none.setVisible(self._model.rowCount() == 0)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _row(self, action: CommandAction, title: str) -> list[QStandardItem]:
        first = QStandardItem(title)
        first.setData(action)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        second = QStandardItem(keys)
        second.setForeground(self.context.theme.color("muted"))
        if _is_impossible(action):
            second.setText(action.command.needs)
            first.setForeground(self.context.theme.color("muted"))
            for item in (first, second):
                item.setEnabled(False)
        return [first, second]

    def _title(self, action: CommandAction) -> str:
        command = action.command
        menu = self.context.messages.gettext(command.menu.value).replace("&", "")
        menu = menu.partition("(")[0].strip()
        return " › ".join(part for part in (menu, command.submenu, command.title) if part)

    def _on_taken(self) -> None:
        index = self.list.currentIndex().siblingAtColumn(0)
        action = index.data(Qt.ItemDataRole.UserRole + 1)
        if isinstance(action, CommandAction) and not _is_impossible(action):
            self.close()
            action.run()


def _is_impossible(action: CommandAction) -> bool:
    return action.command.enabled is not None and not action.command.enabled()

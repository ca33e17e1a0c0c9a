"""The shortcuts, menu by menu, as the commands themselves tell them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from inspector.window.commands import CommandAction, Menu
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog


class Shortcuts(Dialog):
    """A table of all commands that have a shortcut."""

    def __init__(
        self,
        actions: Callable[[], Sequence[CommandAction]],
        context: Context,
        parent: QWidget,
    ) -> None:
        _ = context.messages.gettext
        super().__init__(_("Shortcuts"), context, parent)
        self._actions = actions
        self.table = QTreeView()
        """The table."""
        self.table.setAccessibleName(_("Shortcuts"))
        model = QStandardItemModel(0, 2, self)
        model.setHorizontalHeaderLabels([_("Command"), _("Shortcut")])
        for menu in Menu:
            title = _(menu.value).replace("&", "").partition("(")[0].strip()
            for action in actions():
                if action.command.menu is menu and not action.shortcut().isEmpty():
                    model.appendRow(_row(title, action))
        self.table.setModel(model)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.table)
        self.buttons.addStretch(1)
        self.close_button()
        self.size_to(520, 460)

    def again(self, context: Context) -> Shortcuts:
        """Return the table of the commands as they are called now."""
        return Shortcuts(self._actions, context, self.owner)


def _row(menu: str, action: CommandAction) -> list[QStandardItem]:
    command = action.command
    title = " › ".join(part for part in (menu, command.submenu, command.title) if part)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return [QStandardItem(title), QStandardItem(keys)]

"""Commands as data: menus, shortcuts, palette and the shortcuts page derive from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from inspector.messages import Messages


class Menu(StrEnum):
    """The menus of the bar, in order."""

    FILE = "&File"
    EDIT = "&Edit"
    TICKET = "&Ticket"
    PATH = "&Path"
    VIEW = "&View"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done. Panels return theirs from `commands()`."""

    id: str
    """Unique, such as `ticket.clear`; also the object name of its action."""
    menu: Menu
    title: str
    """In the window's language, with an ellipsis when it asks for more."""
    run: Callable[[], None]
    """A bound method without arguments."""
    shortcut: str | QKeySequence.StandardKey | None = None
    section: int = 0
    """Commands of one menu are parted by a line where the section changes."""
    submenu: str = ""
    """Title of the submenu it stands in."""
    enabled: Callable[[], bool] | None = None
    """Asked before the menu shows and before it runs."""
    needs: str = ""
    """What is missing while it is not enabled, in the window's language: `a payload`."""
    wording: Callable[[], str] | None = None
    """Asked before the menu shows where the title depends on what would be done."""
    checked: Callable[[], bool] | None = None
    """Asked before the menu shows; makes it a tick in the menu."""


class CommandAction(QAction):
    """The action of one command."""

    def __init__(self, command: Command, parent: QObject) -> None:
        super().__init__(command.title, parent)
        self.command = command
        self.setObjectName(command.id)
        self.setCheckable(command.checked is not None)
        self.setMenuRole(QAction.MenuRole.NoRole)
        if command.shortcut is not None:
            self.setShortcut(QKeySequence(command.shortcut))
        self.triggered.connect(self.run)

    def refresh(self) -> None:
        """Take over whether it is enabled and ticked now."""
        if self.command.enabled is not None:
            self.setEnabled(self.command.enabled())
        if self.command.checked is not None:
            self.setChecked(self.command.checked())
        if self.command.wording is not None:
            self.setText(self.command.wording())

    def run(self) -> None:
        """Run the command unless it makes no sense now."""
        if self.command.enabled is None or self.command.enabled():
            self.command.run()


class CommandBar(QObject):
    """Fills a menu bar with commands and keeps their state fresh."""

    def __init__(self, bar: QMenuBar, messages: Messages, commands: Sequence[Command]) -> None:
        super().__init__(bar)
        self.actions = [CommandAction(command, self) for command in commands]
        """The actions of all commands, in the order given."""
        for menu in Menu:
            chosen = [action for action in self.actions if action.command.menu is menu]
            chosen.sort(key=_section)
            self._fill(bar.addMenu(messages.gettext(menu.value)), chosen)

    def refresh(self) -> None:
        """Take over what is enabled and ticked now."""
        for action in self.actions:
            action.refresh()

    def _fill(self, menu: QMenu, actions: Sequence[CommandAction]) -> None:
        menu.aboutToShow.connect(self.refresh)
        menu.aboutToHide.connect(self._enable_all)
        submenus: dict[str, QMenu] = {}
        section = actions[0].command.section if actions else 0
        for action in actions:
            if action.command.section != section:
                menu.addSeparator()
                section = action.command.section
            title = action.command.submenu
            if not title:
                menu.addAction(action)
                continue
            if title not in submenus:
                submenus[title] = menu.addMenu(title)
            submenus[title].addAction(action)

    def _enable_all(self) -> None:
        """Let shortcuts through again: `run` asks anew whether a command makes sense."""
        for action in self.actions:
            action.setEnabled(True)


def _section(action: CommandAction) -> int:
    return action.command.section

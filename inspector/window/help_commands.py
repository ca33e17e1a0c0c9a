"""Commands of the Help menu: the palette, the shortcuts, what this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from inspector.window.commands import Command, CommandAction, Menu
from inspector.window.dialogs.about import About
from inspector.window.dialogs.command_palette import CommandPalette
from inspector.window.dialogs.shortcuts import Shortcuts

if TYPE_CHECKING:
    from inspector.window.main_window import MainWindow


class HelpCommands(QObject):
    """What helps people find their way."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> list[Command]:
        """Return the commands of the Help menu."""
        _ = self._window.context.messages.gettext
        return [
            Command(
                "help.palette", Menu.HELP, _("Command palette…"), self._palette, "Ctrl+Shift+P"
            ),
            Command("help.shortcuts", Menu.HELP, _("Shortcuts…"), self._shortcuts, "Ctrl+?"),
            Command("help.about", Menu.HELP, _("About…"), self._about, section=1),
        ]

    def _actions(self) -> list[CommandAction]:
        return [a for a in self._window.actions() if isinstance(a, CommandAction)]

    def _palette(self) -> None:
        self._open(CommandPalette(self._actions(), self._window.context, self._window))

    def _shortcuts(self) -> None:
        self._open(Shortcuts(self._actions(), self._window.context, self._window))

    def _about(self) -> None:
        self._open(About(self._window.context, self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.show()

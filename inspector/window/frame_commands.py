"""Commands of the frame itself: undo, theme, language, layout, help."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from inspector.window.commands import Command, CommandAction, Menu
from inspector.window.context import Context

THEMES = (None, "light", "dark", "contrast")


class Host(Protocol):
    """What the commands ask of the window around the panels."""

    @property
    def language_choice(self) -> str | None:
        """The language asked for; None follows the system."""

    @property
    def theme_choice(self) -> str | None:
        """The theme asked for; None follows the system."""

    def set_language(self, language: str | None) -> None:
        """Speak another language."""

    def set_theme(self, theme: str | None) -> None:
        """Show another theme."""

    def reset_layout(self) -> None:
        """Return all workspaces to their first layout."""

    def quit(self) -> None:
        """Close the window."""

    def command_actions(self) -> Sequence[CommandAction]:
        """Return the actions of all commands."""


class FrameCommands(QObject):
    """What the window itself lets people do."""

    def __init__(self, host: Host, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = host
        self._context = context
        self._parent = parent
        self._undo = context.state.undo

    def commands(self) -> list[Command]:
        """Return the frame's commands."""
        return [*self._edit(), *self._themes(), *self._languages(), *self._layout(), *self._help()]

    def _edit(self) -> list[Command]:
        _ = self._context.messages.gettext
        keys = QKeySequence.StandardKey
        undo, redo = self._undo.canUndo, self._undo.canRedo
        return [
            Command(
                "edit.undo",
                Menu.EDIT,
                _("Undo"),
                self._undo.undo,
                keys.Undo,
                enabled=undo,
                needs=_("nothing to undo"),
                wording=self._undo_title,
            ),
            Command(
                "edit.redo",
                Menu.EDIT,
                _("Redo"),
                self._undo.redo,
                keys.Redo,
                enabled=redo,
                needs=_("nothing to redo"),
                wording=self._redo_title,
            ),
            Command("file.quit", Menu.FILE, _("Quit"), self._host.quit, keys.Quit, section=9),
        ]

    def _themes(self) -> list[Command]:
        _ = self._context.messages.gettext
        titles = (_("Follow the system"), _("Light"), _("Dark"), _("High contrast"))
        return [
            Command(
                f"view.theme.{name}",
                Menu.VIEW,
                title,
                partial(self._host.set_theme, name),
                section=1,
                submenu=_("Theme"),
                checked=partial(self._wears, name),
            )
            for name, title in zip(THEMES, titles, strict=True)
        ]

    def _languages(self) -> list[Command]:
        _ = self._context.messages.gettext
        languages = ((None, _("Follow the system")), ("en", "English"), ("zh_CN", "简体中文"))
        return [
            Command(
                f"view.language.{name}",
                Menu.VIEW,
                title,
                partial(self._host.set_language, name),
                section=1,
                submenu=_("Language"),
                checked=partial(self._speaks, name),
            )
            for name, title in languages
        ]

    def _layout(self) -> list[Command]:
        _ = self._context.messages.gettext
        reset = self._host.reset_layout
        return [Command("view.reset", Menu.VIEW, _("Reset layout"), reset, section=2)]

    def _help(self) -> list[Command]:
        _ = self._context.messages.gettext
        rows = (
            ("palette", _("Command palette…"), self._palette, "Ctrl+Shift+P", 0),
            ("shortcuts", _("Shortcuts…"), self._shortcuts, "Ctrl+?", 0),
            ("about", _("About…"), self._about, None, 1),
        )
        return [
            Command(f"help.{name}", Menu.HELP, title, run, shortcut, section)
            for name, title, run, shortcut, section in rows
        ]

    def _undo_title(self) -> str:
        """Name what would be undone, such as `Undo paste of ticket`."""
        _, step = self._context.messages.gettext, self._undo.undoText()
        return _("Undo {step}").format(step=_(step)) if step else _("Undo")

    def _redo_title(self) -> str:
        _, step = self._context.messages.gettext, self._undo.redoText()
        return _("Redo {step}").format(step=_(step)) if step else _("Redo")

    def _wears(self, name: str | None) -> bool:
        return self._host.theme_choice == name

    def _speaks(self, name: str | None) -> bool:
        return self._host.language_choice == name

    def _palette(self) -> None:
        from inspector.window.dialogs.command_palette import CommandPalette

        self._open(CommandPalette(self._host.command_actions, self._context, self._window))

    def _shortcuts(self) -> None:
        from inspector.window.dialogs.shortcuts import Shortcuts

        self._open(Shortcuts(self._host.command_actions, self._context, self._window))

    def _about(self) -> None:
        from inspector.window.dialogs.about import About

        self._open(About(self._context, self._window))

    @property
    def _window(self) -> QWidget:
        return self._parent.window()

    def _open(self, dialog: QDialog) -> None:
        dialog.show()

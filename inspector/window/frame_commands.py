"""Commands of the frame itself: undo, panels, language, theme, help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from inspector.window.commands import Command, Menu
from inspector.window.state.settings import Key

if TYPE_CHECKING:
    from inspector.window.main_window import MainWindow


class FrameCommands(QObject):
    """What the window itself lets people do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._undo = window.state.undo
        self._settings = window.state.settings
        for panel in window.panels.all:
            panel.wanted_changed.connect(self._show_panels)
        self._show_panels()

    def commands(self) -> list[Command]:
        """Return the frame's commands."""
        return [*self._edit(), *self._view()]

    def _edit(self) -> list[Command]:
        _ = self._window.context.messages.gettext
        keys = QKeySequence.StandardKey
        undo, redo = self._undo.canUndo, self._undo.canRedo
        return [
            Command("edit.undo", Menu.EDIT, _("Undo"), self._undo.undo, keys.Undo, enabled=undo),
            Command("edit.redo", Menu.EDIT, _("Redo"), self._undo.redo, keys.Redo, enabled=redo),
            Command("file.quit", Menu.FILE, _("Quit"), self._close, keys.Quit, section=9),
        ]

    def _close(self) -> None:
        self._window.close()

    def _view(self) -> list[Command]:
        _ = self._window.context.messages.gettext
        panels = [
            Command(
                f"view.{panel.panel_id}",
                Menu.VIEW,
                panel.accessibleName(),
                partial(self._toggle, panel.panel_id),
                checked=partial(self._shown, panel.panel_id),
            )
            for panel in self._window.panels.all
        ]
        themes = ((None, _("Follow the system")), ("light", _("Light")), ("dark", _("Dark")))
        languages = ((None, _("Follow the system")), ("en", "English"), ("zh_CN", "简体中文"))
        return [
            *panels,
            *(
                Command(
                    f"view.theme.{name}",
                    Menu.VIEW,
                    title,
                    partial(self._window.set_theme, name),
                    section=1,
                    submenu=_("Theme"),
                    checked=partial(self._wears, name),
                )
                for name, title in (*themes, ("contrast", _("High contrast")))
            ),
            *(
                Command(
                    f"view.language.{name}",
                    Menu.VIEW,
                    title,
                    partial(self._window.set_language, name),
                    section=1,
                    submenu=_("Language"),
                    checked=partial(self._speaks, name),
                )
                for name, title in languages
            ),
            Command(
                "view.reset", Menu.VIEW, _("Reset layout"), self._window.reset_layout, section=2
            ),
        ]

    def _wears(self, name: str | None) -> bool:
        return self._window.theme_choice == name

    def _speaks(self, name: str | None) -> bool:
        return self._window.language_choice == name

    def _shown(self, panel_id: str) -> bool:
        return panel_id not in self._settings.texts(Key.HIDDEN)

    def _toggle(self, panel_id: str) -> None:
        hidden = set(self._settings.texts(Key.HIDDEN)) ^ {panel_id}
        self._settings.set(Key.HIDDEN, " ".join(sorted(hidden)))
        self._show_panels()

    def _show_panels(self) -> None:
        for panel in self._window.panels.all:
            panel.setVisible(panel.wanted and self._shown(panel.panel_id))

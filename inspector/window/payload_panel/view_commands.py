"""Commands that search, show and compare the payload, for menus and shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.payload_panel.content import BYTES, TEXT, TREE

if TYPE_CHECKING:
    from inspector.window.payload_panel.payload_parts import PayloadParts

LEVELS: Final = 6
"""So many levels of the tree have a key: 0 closes all."""


class ViewCommands(QObject):
    """Asks for the card's parts when a command is run, not before: they may not be made yet."""

    def __init__(
        self, parts: Callable[[], PayloadParts], context: Context, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._gettext = context.messages.gettext

    def finding(self) -> list[Command]:
        """Return the commands that search."""
        _, keys = self._gettext, QKeySequence.StandardKey
        return [
            Command(f"payload.{name}", Menu.EDIT, title, run, shortcut, section=2)
            for name, title, run, shortcut in (
                ("find", _("Search the payload"), self._find, keys.Find),
                ("next", _("Next match"), self._next, "F3"),
                ("previous", _("Previous match"), self._previous, "Shift+F3"),
            )
        ]

    def viewing(self) -> list[Command]:
        """Return the commands that choose a view, and that open the tree to a level."""
        _ = self._gettext
        views = ((TREE, _("Tree")), (TEXT, _("JSON text")), (BYTES, _("Bytes")))
        return [
            *(
                Command(
                    f"payload.view.{number}",
                    Menu.VIEW,
                    title,
                    partial(self._show_view, number),
                    f"Ctrl+Shift+{number + 1}",
                    section=3,
                    submenu=_("Payload"),
                )
                for number, title in views
            ),
            *(
                Command(
                    f"payload.level.{level}",
                    Menu.VIEW,
                    _("Level {number}").format(number=level) if level else _("Close all"),
                    partial(self._open_to, level),
                    f"Alt+{level}",
                    section=3,
                    submenu=_("Open tree to level"),
                )
                for level in range(LEVELS)
            ),
        ]

    def comparing(self) -> list[Command]:
        """Return the commands that say what the payload is compared with."""
        _ = self._gettext
        return [
            Command(
                f"payload.compare.{name}",
                Menu.TICKET,
                title,
                run,
                shortcut,
                section=4,
                submenu=_("Compare"),
            )
            for name, title, run, shortcut in (
                ("pin", _("Pin this payload"), self._pin, "Ctrl+D"),
                ("paste", _("Compare with pasted JSON…"), self._paste, None),
                ("stop", _("Stop comparing"), self._unpin, None),
            )
        ]

    def _find(self) -> None:
        self._parts().views.finder.start()

    def _next(self) -> None:
        self._parts().views.finder.next()

    def _previous(self) -> None:
        self._parts().views.finder.previous()

    def _show_view(self, view: int) -> None:
        self._parts().views.show_view(view)

    def _open_to(self, level: int) -> None:
        self._parts().views.tree.open_to(level)

    def _pin(self) -> None:
        self._parts().pin.pin()

    def _paste(self) -> None:
        self._parts().pin.paste()

    def _unpin(self) -> None:
        self._parts().pin.unpin()

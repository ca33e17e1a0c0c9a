"""What every panel is: a card with commands, made from a context."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.widgets.card import Card


class Panel(Card):
    """One panel of the window. Subclasses fill `body` and listen to the state.

    Signals:
        wanted_changed: `wanted` may have another answer now.
    """

    wanted_changed = Signal()
    panel_id = ""
    """Stable name, used for what is hidden and remembered."""

    def __init__(self, title: str, context: Context, parent: QWidget) -> None:
        super().__init__(title, context.theme, parent)
        self.context = context
        """State, words and looks."""

    @property
    def wanted(self) -> bool:
        """False while the panel has nothing to show and stays away."""
        return True

    def commands(self) -> Sequence[Command]:
        """What this panel lets people do, for menus, shortcuts and the palette."""
        return ()

    def stop(self) -> None:
        """End background work; the window is going."""

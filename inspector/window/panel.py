"""What every panel is: a card with commands, made from a context."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.widgets.card import Card

LEAST_STACKED: Final = 440
"""Height of a panel among stacked ones, at 100 %."""


class Panel(Card):
    """One panel of the window. Subclasses fill `body` and listen to the state."""

    panel_id = ""
    """Stable name, by which workspaces and settings know it."""

    def __init__(self, title: str, context: Context, parent: QWidget) -> None:
        super().__init__(title, context.theme, parent)
        self.context = context
        """State, words and looks."""

    def commands(self) -> Sequence[Command]:
        """What this panel lets people do, for menus, shortcuts and the palette."""
        return ()

    def set_stacked(self, stacked: bool) -> None:
        """Take the height that all of the panel needs, where the panels stand in one scroll area.

        Standing beside each other, each scrolls for itself.
        """
        self.setMinimumHeight(self.context.theme.px(LEAST_STACKED) if stacked else 0)

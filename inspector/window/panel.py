"""What every panel is: a card with commands, made from a context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.widgets.card import Card
from inspector.window.widgets.column import ScrollColumn

LEAST_STACKED: Final = 440
"""Height of a panel among stacked ones, at 100 %."""


class Panel(Card):
    """One panel of the window. Subclasses fill `body` and listen to the state."""

    panel_id = ""
    """Stable name, by which workspaces and settings know it."""

    def __init__(self, title: str, context: Context, parent: QWidget) -> None:
        super().__init__(title, context.theme, parent)
        self._stacked = False
        self.context = context
        """State, words and looks."""

    def commands(self) -> Sequence[Command]:
        """What this panel lets people do, for menus, shortcuts and the palette."""
        return ()

    def make_rest(self) -> Iterator[None]:
        """Make what is left for later, as nobody sees it in a window that has just opened.

        It pauses between parts that take a frame or more each, loading their code included.
        """
        return iter(())

    def complete(self) -> None:
        """Make at once what is left for later."""
        for _ in self.make_rest():
            pass

    def let_go(self) -> Iterator[None]:
        """End with its frame, which nobody sees any more; in pieces that take no frame each."""
        self.deleteLater()
        yield

    def set_stacked(self, stacked: bool) -> None:
        """Take the height that all of the panel needs, where the panels stand in one scroll area.

        Standing beside each other, each scrolls for itself.
        """
        if stacked != self._stacked:
            self._stacked = stacked
            for column in self.findChildren(ScrollColumn):
                column.set_whole(stacked)
            self.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """Say more briefly what stands in a column that other panels share.

        For panels of the crafting column; the others look alike everywhere.
        """

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size; stacked, the height of all that stands in the panel."""
        least = super().minimumSizeHint()
        if not self._stacked:
            return least
        lowest = self.context.theme.px(LEAST_STACKED)
        return QSize(least.width(), max(least.height(), self.least_height(), lowest))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for another height where another width wraps texts elsewhere."""
        super().resizeEvent(event)
        if self._stacked and event.oldSize().width() != event.size().width():
            self.updateGeometry()

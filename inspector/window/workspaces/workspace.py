"""What every workspace is: a name, a fold, and an arrangement for a width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.workspaces.arrangement import Arrangement, Fold
from inspector.window.workspaces.panels import Panels


class Workspace(QObject):
    """One arrangement of the panels for one job.

    Signals:
        rearranged: `arrangement` has another answer now, whatever the width.
        left_for: the name of the workspace in which the work goes on.
    """

    rearranged = Signal()
    left_for = Signal(str)
    name = ""
    """`inspect`, `reports` or `share_path`: as callers, settings and tests know it."""

    def __init__(self, panels: Panels, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.panels = panels
        self.context = context
        self.fold = Fold.BY_WIDTH
        """What the user chose for the part that may fold; remembered for each workspace."""

    @property
    def title(self) -> str:
        """Its name on screen."""
        raise NotImplementedError

    def arrangement(self, width: int) -> Arrangement:
        """Return what is seen in a window of this width (at 100 %)."""
        raise NotImplementedError

    def commands(self) -> Sequence[Command]:
        """What can be done in this workspace only."""
        return ()

    def enter(self) -> None:
        """Set the panels up for this job; it is shown now."""

    def leave(self) -> None:
        """Take back what `enter` did; another workspace is shown."""

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Follow what is seen of this workspace now."""

    def take_keyboard(self) -> bool:
        """Give the keyboard to where the work begins; False leaves that to the reading order."""
        return False

    def unfold(self) -> None:
        """Show what is folded into the rail."""
        self.set_fold(Fold.OPEN)

    def set_fold(self, fold: Fold) -> None:
        """Fold or open what may fold."""
        if fold is not self.fold:
            self.fold = fold
            self.rearranged.emit()

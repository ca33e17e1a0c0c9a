"""The three workspaces over one stage: which is shown, and what each remembers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.tickets import Verdict
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.widgets.reading_order import step_focus
from inspector.window.workspaces.arrangement import Arrangement
from inspector.window.workspaces.inspect import InspectWorkspace
from inspector.window.workspaces.memory import LayoutMemory
from inspector.window.workspaces.panels import Panels
from inspector.window.workspaces.reports import ReportsWorkspace
from inspector.window.workspaces.share_path import SharePathWorkspace
from inspector.window.workspaces.stage import Stage
from inspector.window.workspaces.workspace import Workspace

SETTLED_MS: Final = 60
"""How long after a verdict all panels stand in the heights that it gives them."""


class Workspaces(QWidget):
    """Shows one workspace and follows the window's width.

    Signals:
        changed: the name of the workspace shown now.
    """

    changed = Signal(str)

    def __init__(self, panels: Panels, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._memory = LayoutMemory(context.state.settings)
        self._stage = Stage(panels, context, self)
        self.all: tuple[Workspace, ...] = (
            InspectWorkspace(panels, context, self),
            ReportsWorkspace(panels, context, self),
            SharePathWorkspace(panels, context, self),
        )
        """Inspect, Reports, Share path."""
        self.arranging = False
        """True while panels are hidden and shown."""
        self._shown: Workspace | None = None
        self._arrangement: Arrangement | None = None
        self._verdict_awaited = False
        self._showing_verdict = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._showing_verdict.timeout.connect(partial(self._stage.scroll_to, "payload"))
        tickets = context.state.tickets
        tickets.taken.connect(self._await_verdict)
        tickets.verdict_changed.connect(self._show_verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stage)
        self._stage.unfolded.connect(self._unfold)
        self._stage.resized.connect(self._arrange)
        for workspace in self.all:
            workspace.fold = self._memory.fold(workspace.name)
            workspace.rearranged.connect(self._arrange)
            workspace.left_for.connect(self.show_workspace)

    @property
    def bare(self) -> Sequence[QWidget]:
        """The widgets around the panels, which have no style sheet unless they get their own."""
        return self._stage.bare

    @property
    def name(self) -> str:
        """The name of the workspace shown."""
        return self._shown.name if self._shown is not None else ""

    def show_workspace(self, name: str) -> None:
        """Show a workspace.

        Raises:
            ValueError: for a name that none has.
        """
        wanted = next((each for each in self.all if each.name == name), None)
        if wanted is None:
            message = f"no workspace is called {name!r}"
            raise ValueError(message)
        if wanted is self._shown:
            return
        self.remember()
        focused = self.window().focusWidget()
        if self._shown is not None:
            self._shown.leave()
        self._shown = wanted
        self._arrangement = None
        wanted.enter()
        self._arrange()
        if focused is None or self._lost(focused):
            self._take_keyboard()
        self.changed.emit(name)

    def remember(self) -> None:
        """Keep the sizes of the workspace shown."""
        if self._shown is not None and self._arrangement is not None and self.isVisible():
            self._memory.remember(
                self._shown.name, self._shown.fold, self._arrangement, self._stage.sizes()
            )

    def forget(self) -> None:
        """Return every workspace to its first layout."""
        self._memory.forget()
        self._arrangement = None

    def commands(self) -> Sequence[Command]:
        """Return the commands that choose a workspace, and those of each."""
        choosing = [
            Command(
                f"view.{workspace.name}",
                Menu.VIEW,
                workspace.title,
                partial(self.show_workspace, workspace.name),
                f"Ctrl+{number}",
                checked=partial(self._shows, workspace),
            )
            for number, workspace in enumerate(self.all, 1)
        ]
        return [*choosing, *(c for workspace in self.all for c in workspace.commands())]

    def _lost(self, focused: QWidget | None) -> bool:
        """Say whether what had the keyboard is out of sight now.

        Qt itself gives the keyboard to what it finds next then, which may be the switch above.
        """
        return focused is not None and self.isAncestorOf(focused) and not focused.isVisible()

    def _take_keyboard(self) -> None:
        """Give the keyboard to the workspace.

        Nobody has it where one leaves before the verdict of what was pasted, which would have
        taken it.
        """
        if not self.isVisible() or self._shown is None or self._shown.take_keyboard():
            return
        elsewhere = self.window().focusWidget()
        if elsewhere is not None:
            elsewhere.clearFocus()
        step_focus(self, forward=True)

    def _await_verdict(self, *_: object) -> None:
        """Look out for the verdict of what was pasted; one that is known comes before it."""
        self._verdict_awaited = True
        self._show_verdict(self._context.state.tickets.verdict)

    def _show_verdict(self, verdict: Verdict | None) -> None:
        """Bring the verdict of what was pasted into view, once the panels have their heights."""
        if verdict is not None and self._verdict_awaited:
            self._verdict_awaited = False
            self._showing_verdict.start()

    def _unfold(self) -> None:
        if self._shown is not None:
            self._shown.unfold()

    def _shows(self, workspace: Workspace) -> bool:
        return workspace is self._shown

    def _arrange(self) -> None:
        """Arrange anew where another arrangement is asked for; widths by hand stay otherwise."""
        workspace = self._shown
        if workspace is None:
            return
        wanted = workspace.arrangement(round(self.window().width() / self._context.theme.scale))
        if wanted != self._arrangement:
            self.remember()
            self._arrangement = wanted
            focused = self.window().focusWidget()
            self.arranging = True
            self._stage.arrange(wanted, self._memory.sizes(workspace.name, wanted))
            self.arranging = False
            workspace.show_arrangement(wanted)
            if self._lost(focused) and not self._stage.take_keyboard():
                self._take_keyboard()

"""The three workspaces over one stage: which is shown, and what each remembers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.widgets.reading_order import step_focus
from inspector.window.workspaces.arrangement import Arrangement, Fold
from inspector.window.workspaces.inspect import InspectWorkspace
from inspector.window.workspaces.memory import LayoutMemory
from inspector.window.workspaces.panels import Panels
from inspector.window.workspaces.reports import ReportsWorkspace
from inspector.window.workspaces.share_path import SharePathWorkspace
from inspector.window.workspaces.stage import Stage
from inspector.window.workspaces.workspace import Workspace


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
        self._shown: Workspace | None = None
        self._arrangement: Arrangement | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stage)
        self._stage.rail.opened.connect(self._unfold)
        self._stage.resized.connect(self._arrange)
        for workspace in self.all:
            workspace.fold = self._memory.fold(workspace.name)
            workspace.rearranged.connect(self._arrange)
            workspace.left_for.connect(self.show_workspace)

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
        if self._shown is not None:
            self._shown.leave()
        self._shown = wanted
        self._arrangement = None
        wanted.enter()
        self._arrange()
        self._keep_keyboard()
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

    def _keep_keyboard(self) -> None:
        """Give the keyboard to the workspace where nobody has it.

        So it is when one leaves before the verdict of what was pasted, which would have taken it.
        """
        if self.isVisible() and self.window().focusWidget() is None:
            step_focus(self, forward=True)

    def _unfold(self) -> None:
        if self._shown is not None:
            self._shown.set_fold(Fold.OPEN)

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
            self._stage.arrange(wanted, self._memory.sizes(workspace.name, wanted))

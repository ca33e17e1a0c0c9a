"""Reports: many tickets. The list is the page; the chosen one stands at the right."""

from __future__ import annotations

from PySide6.QtCore import QObject

from inspector.window.context import Context
from inspector.window.workspaces.arrangement import MEDIUM, Arrangement, Fold
from inspector.window.workspaces.panels import Panels
from inspector.window.workspaces.stepper import Stepper
from inspector.window.workspaces.workspace import Workspace


class ReportsWorkspace(Workspace):
    """The list at the left, the chosen ticket's payload at the right.

    Its fold is the chosen ticket: folded, the list has the whole width.
    """

    name = "reports"

    def __init__(self, panels: Panels, context: Context, parent: QObject) -> None:
        super().__init__(panels, context, parent)
        panels.payload.header.insertWidget(1, Stepper(context, panels.payload))
        panels.ticket_list.inspect_wanted.connect(self._show_in_inspect)

    @property
    def title(self) -> str:
        """Its name on screen."""
        return self.context.messages.gettext("Reports")

    def arrangement(self, width: int) -> Arrangement:
        """Return list and payload; in a narrow window the payload takes the list's place."""
        if self.fold is Fold.FOLDED:
            return Arrangement({"ticket_list": 1250})
        if width < MEDIUM and self.fold is Fold.OPEN:
            return Arrangement({"payload": 900})
        if width < MEDIUM:
            return Arrangement({"ticket_list": 900})
        return Arrangement({"ticket_list": 786, "payload": 464})

    def _show_in_inspect(self) -> None:
        self.left_for.emit("inspect")

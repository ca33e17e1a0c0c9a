"""Reports: many tickets. The list is the page; the chosen one stands at the right."""

from __future__ import annotations

from inspector.window.workspaces.arrangement import MEDIUM, Arrangement, Fold
from inspector.window.workspaces.workspace import Workspace


class ReportsWorkspace(Workspace):
    """The list at the left, the chosen ticket's payload at the right.

    Its fold is the chosen ticket: folded, the list has the whole width.
    """

    name = "reports"

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

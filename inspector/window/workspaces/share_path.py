"""Share path: the form at the left; at the right the chosen form with its code, then all forms."""

from __future__ import annotations

from inspector.window.workspaces.arrangement import NARROW, Arrangement
from inspector.window.workspaces.workspace import Workspace


class SharePathWorkspace(Workspace):
    """Page and parameters at the left, what becomes of them at the right."""

    name = "share_path"

    @property
    def title(self) -> str:
        """Its name on screen."""
        return self.context.messages.gettext("Share path")

    def take_keyboard(self) -> bool:
        """Stand in the page."""
        self.panels.share_path.edit_page()
        return True

    def arrangement(self, width: int) -> Arrangement:
        """Return two columns, or one above the other in a narrow window."""
        stacked = width < NARROW
        return Arrangement(
            {"crafting": 1250},
            crafting=("share_path", "qr"),
            side_by_side=not stacked,
            crafting_sizes=(496, 754),
            forms=True,
            stacked=stacked,
        )

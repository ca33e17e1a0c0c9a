"""Inspect: one ticket. Input, payload, and the share path, which folds into a rail."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QToolButton

from inspector.window.context import Context
from inspector.window.workspaces.arrangement import NARROW, WIDE, Arrangement, Fold
from inspector.window.workspaces.panels import Panels
from inspector.window.workspaces.workspace import Workspace


class InspectWorkspace(Workspace):
    """What was pasted at the left, what it says in the middle, the share path at the right."""

    name = "inspect"

    def __init__(self, panels: Panels, context: Context, parent: QObject) -> None:
        super().__init__(panels, context, parent)
        self._fold_button = QToolButton(panels.share_path)
        self._fold_button.setObjectName("foldSharePathButton")
        self._fold_button.setIcon(context.theme.icon("fold", "muted"))
        title = context.messages.gettext("Fold the share path")
        self._fold_button.setAccessibleName(title)
        self._fold_button.setToolTip(title)
        self._fold_button.clicked.connect(self._fold_away)
        self._fold_button.hide()
        self._following = QTimer(self, singleShot=True, interval=0)
        """What a verdict asks for is done behind it: both at once would take two frames."""
        self._following.timeout.connect(self._rearrange)
        context.state.tickets.verdict_changed.connect(self._follow)
        context.state.path.draft_changed.connect(self._rearrange)
        panels.share_path.header.addWidget(self._fold_button)

    @property
    def title(self) -> str:
        """Its name on screen."""
        return self.context.messages.gettext("Inspect")

    def arrangement(self, width: int) -> Arrangement:
        """Return three columns, the third folded into a rail where there is no room for it."""
        room = width < NARROW or (width >= WIDE and not self._payload_needs_it)
        opened = room if self.fold is Fold.BY_WIDTH else self.fold is Fold.OPEN
        if not opened:
            return Arrangement(
                {"ticket": 344, "payload": 576}
                if width < WIDE
                else {"ticket": 368, "payload": 832},
                rail="crafting",
                stacked=width < NARROW,
            )
        return Arrangement(
            {"ticket": 368, "payload": 520, "crafting": 352},
            crafting=("share_path", "qr"),
            crafting_sizes=(640, 96),
            stacked=width < NARROW,
        )

    @property
    def _payload_needs_it(self) -> bool:
        """True while a ticket does not open, and no path is being crafted."""
        state = self.context.state
        verdict = state.tickets.verdict
        failed = verdict is not None and verdict.payload is None
        path = state.path.draft.share_path
        return failed and not (path.page or path.parameters)

    def _follow(self, *_: object) -> None:
        self._following.start()

    def _rearrange(self, *_: object) -> None:
        self.rearranged.emit()

    def take_keyboard(self) -> bool:
        """Stand where one goes on with a ticket, if there is one."""
        if self.context.state.tickets.verdict is None:
            return False
        self.panels.payload.take_keyboard()
        return True

    def unfold(self) -> None:
        """Show the share path, and stand in its first field."""
        super().unfold()
        self.panels.share_path.edit_page()

    def enter(self) -> None:
        """Let the share path be folded; it cannot be where it is the page."""
        self._fold_button.show()

    def leave(self) -> None:
        """Take the button away."""
        self._fold_button.hide()

    def _fold_away(self) -> None:
        self.set_fold(Fold.FOLDED)

"""The options of the chosen form, made with the first form that has some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector.share_paths import find_target
from inspector.window.panel import Panel
from inspector.window.state.path_state import Draft

if TYPE_CHECKING:
    from inspector.window.qr_panel.target_options import TargetOptions


class LateOptions(QObject):
    """Puts the options at the head of a panel's column. The form of a new window has none."""

    def __init__(self, column: QVBoxLayout, panel: Panel) -> None:
        super().__init__(panel)
        self._column = column
        self._panel = panel
        self._made: TargetOptions | None = None
        panel.context.state.path.draft_changed.connect(self._expect)
        self._expect(panel.context.state.path.draft)

    def complete(self) -> None:
        """Make the options, unless they are there."""
        if self._made is None:
            from inspector.window.qr_panel.target_options import TargetOptions

            self._made = TargetOptions(self._panel.context, self._panel)
            self._column.insertWidget(0, self._made)

    def place_app_id(self, row: QHBoxLayout, room: int) -> None:
        """Let the AppID stand at the end of a row that has room for it, else in its own."""
        if self._made is None:
            return
        if self._made.app_id.minimumWidth() <= room:
            self._made.lend_app_id(row)
        else:
            self._made.take_app_id()

    def _expect(self, draft: Draft) -> None:
        target = find_target(draft.target)
        if target.needs or target.uses:
            self.complete()

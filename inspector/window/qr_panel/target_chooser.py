"""Chooses the form in which the path is used."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyleOptionComboBox,
    QWidget,
)

from inspector.share_paths.target import Target, targets
from inspector.window.context import Context
from inspector.window.state.path_state import Draft
from inspector.window.widgets.flash import Flash

FUNCTION: Final = re.compile(r".*[(（]([^()（）]+)[)）]")
"""A title with the platform's own name in brackets, which no other title has."""
SPARE: Final = 4
"""Pixels beside a title that stands whole."""


class TargetChooser(QComboBox):
    """All targets, in groups: what can be scanned, what code uses, what the platform issues."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = context.state.path
        self._room: int | None = None
        _ = context.messages.gettext
        self.setObjectName("targetCombo")
        self.setAccessibleName(_("Use the path as"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(20)
        for target in targets():
            self.addItem(_(target.title), target.name)
            self.setItemData(self.count() - 1, _(target.opens), Qt.ItemDataRole.ToolTipRole)
        for index in reversed(_group_ends()):
            self.insertSeparator(index)
        self._show(self._path.draft)
        self.currentIndexChanged.connect(self._on_current_index_changed)
        self.currentIndexChanged.connect(Flash(self, context.state.undo).changed)
        self._path.draft_changed.connect(self._show)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Show all targets in a list that has a name, too; Qt makes it when it is asked for."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def title_width(self) -> int:
        """Return how wide it must be for the chosen title to stand in it whole."""
        title = self.fontMetrics().horizontalAdvance(self.currentText())
        return title + SPARE + self._around_title()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the title in the room that it has now."""
        self._room = self.width() - self._around_title()
        super().paintEvent(event)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's name
        """Paint the platform's name instead of a title that is too wide, else an ellipsis."""
        super().initStyleOption(option)
        metrics = self.fontMetrics()
        if self._room is not None and metrics.horizontalAdvance(option.currentText) > self._room:
            short = FUNCTION.sub(r"\1", option.currentText)
            option.currentText = metrics.elidedText(short, Qt.TextElideMode.ElideRight, self._room)

    def _around_title(self) -> int:
        """Return how much wider it is than its title: its least width is that of some letters.

        Asking the style would load all that styles can draw, of which the first picture needs
        nothing else.
        """
        icon = self.iconSize().width() + 4
        letters = self.minimumContentsLength() * self.fontMetrics().horizontalAdvance("X")
        return self.sizeHint().width() - letters - icon

    def _on_current_index_changed(self) -> None:
        name = self.currentData()
        if isinstance(name, str) and name != self._path.draft.target:
            self._path.set_target(name)

    def _show(self, draft: Draft) -> None:
        self.setCurrentIndex(self.findData(draft.target))
        self.setToolTip(self.currentText())


def _group_ends() -> list[int]:
    """Return the places before which a new group begins."""
    return [
        place
        for place, (one, other) in enumerate(pairwise(targets()), start=1)
        if _group(one) != _group(other)
    ]


def _group(target: Target) -> tuple[bool, bool]:
    return target.platform_issued, target.scannable

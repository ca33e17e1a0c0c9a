"""Chooses the form in which the path is used."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from inspector.share_paths.target import Target, targets
from inspector.window.context import Context
from inspector.window.state.path_state import Draft
from inspector.window.widgets.flash import Flash

FUNCTION: Final = re.compile(r".*[(（]([^()（）]+)[)）]")
"""A title with the platform's own name in brackets, which no other title has."""


class TargetChooser(QComboBox):
    """All targets, in groups: what can be scanned, what code uses, what the platform issues."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = context.state.path
        _ = context.messages.gettext
        self.setObjectName("targetCombo")
        self.setAccessibleName(_("Use the path as"))
        self.view().setAccessibleName(_("Use the path as"))
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

    def title_width(self) -> int:
        """Return how wide it must be for the chosen title to stand in it whole."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        text = QSize(self.fontMetrics().horizontalAdvance(self.currentText()) + 4, 0)
        kind = QStyle.ContentsType.CT_ComboBox
        return self.style().sizeFromContents(kind, option, text, self).width()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the platform's name instead of a title that is too wide, else an ellipsis."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        width = self.style().subControlRect(control, option, part, self).width() - 2
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(option.currentText) > width:
            option.currentText = FUNCTION.sub(r"\1", option.currentText)
        option.currentText = metrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, width
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

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

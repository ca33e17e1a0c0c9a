"""A widget that sets others side by side and breaks lines as text does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

MOST_BETWEEN: Final = 6
"""Pixels between rows, at most; beside each other widgets may stand further apart."""

Row = list[tuple[QWidget, QSize]]
"""Widgets beside each other, with the sizes they get."""


class Flow(QWidget):
    """Rows of widgets at their own sizes, each in the middle of its row; hidden while it has none.

    It places them itself: a layout of Python's own would hold items of Qt's (`reading_order` says
    why nobody asks for those).
    """

    def __init__(self, spacing: int, parent: QWidget) -> None:
        """Take whom it stands in: without one, showing it would open a window of its own."""
        super().__init__(parent)
        self._spacing = spacing
        self._between = min(spacing, MOST_BETWEEN)
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def widgets(self) -> Sequence[QWidget]:
        """What it shows, in order."""
        return self._widgets

    def fill(self, widgets: Iterable[QWidget]) -> None:
        """Show these widgets in place of those before."""
        for old in self._widgets:
            old.hide()
            old.deleteLater()
        self._widgets = [*widgets]
        for widget in self._widgets:
            widget.setParent(self)
            widget.show()
        self.setVisible(bool(self._widgets))
        self._renew()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell Qt that the height depends on the width: a narrower flow has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows at a width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size for the width there is: in the least width each widget is a row."""
        widest = max((_least_width(widget) for widget in self._seen()), default=0)
        return QSize(widest, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: rows are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place anew, and ask for another height where another width breaks rows elsewhere."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Place anew once a widget has another size, or is shown or hidden."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._renew()
        return super().event(event)

    def _renew(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _seen(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _place(self, width: int, *, move: bool) -> int:
        """Return the height of all rows, and set the widgets into them if asked to."""
        y = 0
        for row in self._in_rows(width):
            high = max(size.height() for _, size in row)
            x = 0
            for widget, size in row:
                if move:
                    place = QPoint(x, y + (high - size.height()) // 2)
                    widget.setGeometry(QRect(place, size))
                x += size.width() + self._spacing
            y += high + self._between
        return max(y - self._between, 0)

    def _in_rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        x = 0
        for widget in self._seen():
            size = _natural_size(widget)
            size.setWidth(min(size.width(), width))
            if not rows or x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((widget, size))
            x += size.width() + self._spacing
        self._keep_company(rows, width)
        return rows

    def _keep_company(self, rows: list[Row], width: int) -> None:
        """Let no widget stand alone in the last row, where one above can stand beside it."""
        if len(rows) < 2 or len(rows[-1]) > 1 or len(rows[-2]) < 3:
            return
        both = rows[-2][-1][1].width() + self._spacing + rows[-1][0][1].width()
        if both <= width:
            rows[-1].insert(0, rows[-2].pop())


def _natural_size(widget: QWidget) -> QSize:
    """Return the size that a widget asks for, within its limits, as layouts take it."""
    wanted = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return wanted.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def _least_width(widget: QWidget) -> int:
    """Return the width below which a widget does not go, as layouts take it."""
    shrinks = widget.sizePolicy().horizontalPolicy().value & QSizePolicy.PolicyFlag.ShrinkFlag.value
    hint = widget.minimumSizeHint().width() if shrinks else _natural_size(widget).width()
    return widget.minimumWidth() or min(hint, widget.maximumWidth())

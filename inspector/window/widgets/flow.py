"""A layout that sets its widgets side by side and breaks lines as text does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

MOST_BETWEEN: Final = 6
"""Pixels between rows, at most; beside each other widgets may stand further apart."""

Row = list[tuple[QLayoutItem, QSize]]
"""Items beside each other, with the sizes they get."""


class FlowLayout(QLayout):
    """Rows of widgets at their own sizes, each in the middle of its row."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._between = min(spacing, MOST_BETWEEN)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item; called by `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, or None past the end, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove and return an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Ask for no more room than the widgets need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell Qt that the height depends on the width: a narrower flow has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Set the widgets into the room there is."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the widest widget: rows break at will."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the widest widget."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return the height of all rows, and set the widgets into them if asked to."""
        y = rect.y()
        for row in self._in_rows(rect.width()):
            high = max(size.height() for _, size in row)
            x = rect.x()
            for item, size in row:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += high + self._between
        return max(y - self._between - rect.y(), 0)

    def _in_rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        x = 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if not rows or x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, size))
            x += size.width() + self.spacing()
        self._keep_company(rows, width)
        return rows

    def _keep_company(self, rows: list[Row], width: int) -> None:
        """Let no widget stand alone in the last row, where one above can stand beside it."""
        if len(rows) < 2 or len(rows[-1]) > 1 or len(rows[-2]) < 3:
            return
        both = rows[-2][-1][1].width() + self.spacing() + rows[-1][0][1].width()
        if both <= width:
            rows[-1].insert(0, rows[-2].pop())


class Flow(QWidget):
    """A widget that holds such rows; hidden while it has none."""

    def __init__(self, spacing: int, parent: QWidget) -> None:
        """Take whom it stands in: without one, showing it would open a window of its own."""
        super().__init__(parent)
        self._rows = FlowLayout(spacing, self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size for the width there is: in the least width each widget is a row."""
        return QSize(self._rows.sizeHint().width(), self._rows.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: rows are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for another height where another width breaks rows elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def fill(self, widgets: list[QWidget]) -> None:
        """Show these widgets in place of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._rows.addWidget(widget)
            widget.show()
        self.setVisible(bool(widgets))
        self.updateGeometry()

"""Paints the cells of the tree whole: values break anywhere, meanings between words."""

from __future__ import annotations

import re
from typing import Final, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from inspector.window.payload_panel.nodes import Node
from inspector.window.payload_panel.tree_model import KEY, MEANING, VALUE, Cell, TreeModel
from inspector.window.theme import Theme
from inspector.window.widgets.text import laid_out

Key = TypeVar("Key")
Known = TypeVar("Known")
Index = QModelIndex | QPersistentModelIndex
ABOVE: Final = 4
"""Pixels above and below a row's text, at 100 %."""
BESIDE: Final = 4
MOST_PIXELS: Final = 16_000
"""A width in which any line stands."""
_ASCII: Final = re.compile(r"[\x00-\x7f]+")
MOST_KEPT: Final = 4_000
"""Heights that are remembered."""


class TreeCells(QStyledItemDelegate):
    """Measures and paints; asks the tree for the width that a cell has."""

    def __init__(self, model: TreeModel, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._model = model
        self._theme = theme
        self._view = view
        self._fonts = {True: theme.data_font(), False: theme.font()}
        self._metrics = {is_data: QFontMetrics(font) for is_data, font in self._fonts.items()}
        self._lines = {
            is_data: _pixels(laid_out("0", font, MOST_PIXELS, anywhere=False)[1])
            for is_data, font in self._fonts.items()
        }
        self._heights: dict[tuple[str, int, bool], int] = {}
        self._sizes: dict[tuple[Node, int, int, bool], QSize] = {}
        self._widest = [0] * (MEANING + 1)
        self.wanted = ""
        """What is searched for: marked wherever it stands."""
        self.with_meaning = False
        """True while the meaning stands below the value, for want of a column."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's
        """Return the height of a cell at the width of its column."""
        del option
        node, column = self._model.node(index), index.column()
        if node is self._model.chosen:  # shown in full, and only while it is chosen
            return self._size(index, node)
        key = (node, column, self._view.columnWidth(column), self.with_meaning)
        size = self._sizes.get(key)
        if size is None:
            size = self._size(index, node)
            _keep(self._sizes, key, size)
        return size

    def wraps(self, column: int, width: int) -> bool:
        """Say whether some text that was measured takes several lines in a column so wide."""
        return width <= self._widest[column]

    def _size(self, index: Index, node: Node) -> QSize:
        column = index.column()
        width, height = self._width(node, column), 2 * self._theme.px(ABOVE)
        taken = self._view.columnWidth(column) - width
        for cell in self._cells(index):
            advance = self._metrics[cell.is_data].horizontalAdvance(cell.text)
            self._widest[column] = max(self._widest[column], advance + taken)
            height += self._height(cell, width, advance)
        return QSize(1, height)

    def natural_width(self, index: Index) -> int:
        """Return the width of a cell in one line."""
        cell = self._model.cell(index)
        metrics = self._metrics[cell.is_data]
        return metrics.horizontalAdvance(cell.text) + 2 * self._theme.px(BESIDE) + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, then the text."""
        area = QRect(option.rect)
        style = self._view.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view
        )
        side, above = self._theme.px(BESIDE), self._theme.px(ABOVE)
        painter.save()
        painter.setClipRect(area)
        top = float(area.top() + above)
        for cell in self._cells(index):
            layout, height = self._lay_out(cell, area.width() - 2 * side)
            painter.setPen(self._theme.color(cell.token))
            layout.draw(painter, QPointF(area.left() + side, top), self._marks(cell))
            top += height
        painter.restore()

    def forget(self) -> None:
        """Measure anew: another payload."""
        self._heights.clear()
        self._sizes.clear()
        self._widest = [0] * (MEANING + 1)

    def _cells(self, index: Index) -> list[Cell]:
        """Return what stands in a cell: its text, with the meaning below where that is joined."""
        cells = [self._model.cell(index)]
        if self.with_meaning and index.column() == VALUE:
            meaning = self._model.cell(index.sibling(index.row(), MEANING))
            cells.append(Cell(meaning.text, "muted", is_data=False))
        return cells

    def _width(self, node: Node, column: int) -> int:
        width = self._view.columnWidth(column)
        if column == KEY:
            above = node.parent
            while above is not None:
                above, width = above.parent, width - self._view.indentation()
        return width - 2 * self._theme.px(BESIDE)

    def _height(self, cell: Cell, width: int, advance: int) -> int:
        if not cell.text:
            return 0
        key = (cell.text, width, cell.is_data)
        height = self._heights.get(key)
        if height is None:
            height = self._measured(cell, width, advance)
            _keep(self._heights, key, height)
        return height

    def _measured(self, cell: Cell, width: int, advance: int) -> int:
        """Return the height of a text; most stand in one line of a font that is known.

        Other letters than ASCII may come from another font, whose lines are higher; they are
        measured once, and many rows have the same.
        """
        if advance >= width:
            return _pixels(self._lay_out(cell, width)[1])
        letters = _ASCII.sub("", cell.text)
        if not letters:
            return self._lines[cell.is_data]
        key = (letters, MOST_PIXELS, cell.is_data)
        if key not in self._heights:
            other = Cell(letters, cell.token, cell.is_data)
            line, height = self._lines[cell.is_data], _pixels(self._lay_out(other, MOST_PIXELS)[1])
            self._heights[key] = max(line, height)
        return self._heights[key]

    def _lay_out(self, cell: Cell, width: int) -> tuple[QTextLayout, float]:
        return laid_out(cell.text, self._fonts[cell.is_data], width, anywhere=cell.is_data)

    def _marks(self, cell: Cell) -> list[QTextLayout.FormatRange]:
        """Return where the text that is searched for stands in a cell."""
        if not self.wanted or not cell.is_data:
            return []
        text, wanted = cell.text.casefold(), self.wanted.casefold()
        if len(text) != len(cell.text):  # some letters fold to two; places would be off
            text, wanted = cell.text.lower(), self.wanted.lower()
        found = []
        at = text.find(wanted)
        while at >= 0:
            form = QTextCharFormat()
            form.setBackground(self._theme.color("warnBg"))
            form.setForeground(self._theme.color("warnText"))
            form.setFontUnderline(True)
            place = QTextLayout.FormatRange()
            place.start, place.length, place.format = at, len(wanted), form
            found.append(place)
            at = text.find(wanted, at + len(wanted))
        return found


def _keep(known: dict[Key, Known], key: Key, value: Known) -> None:
    """Remember what was measured; Qt asks for it four times while a tree comes into sight."""
    if len(known) > MOST_KEPT:
        known.clear()
    known[key] = value


def _pixels(height: float) -> int:
    """Return the whole pixels that a height takes."""
    return round(height + 0.49)

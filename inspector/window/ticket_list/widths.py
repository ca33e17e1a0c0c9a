"""How the list shares its width out: the id is whole before the words beside it are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from inspector.window.theme import Theme
from inspector.window.ticket_list.cells import Column, Section
from inspector.window.ticket_list.model import TicketListModel

FIRST: Final = {
    Column.NUMBER: 44,
    Column.OUTCOME: 142,
    Column.CAUSE: 140,
    Column.IDENTITY: 232,
    Column.KIND: 96,
    Column.APP_ID: 160,
    Column.WHEN: 140,
}
"""Widths where there is room for all, at 100 %; a cause is whole in both languages."""
OWN: Final = (64, 120)
"""Least and greatest first width of a label, and of a column of the user's own."""
LEAST: Final = {Column.OUTCOME: 144, Column.CAUSE: 72}
"""To what a column shrinks so that the id is whole, at 100 %."""
LEAST_OWN: Final = 48
FIRST_OWN_PLACE: Final = Column.NUMBER + 1
LEAST_FIRST_OWN: Final = 88
"""The first of the user's own columns is mostly the number by which they know a row."""
PADDING: Final = 4
"""Beside a title, as the style sheet has it."""
GIVING: Final = (Column.OUTCOME, Column.LABEL, Column.CAUSE, Column.IDENTITY)
"""Who gives room first; the user's own columns give it with the label, the id comes last."""
ID_LETTERS: Final = 28
"""Letters of an openGId and of an openId."""
ID_LEAST: Final = 16
"""Letters of both ends by which two ids are still told apart."""


@dataclass(frozen=True, slots=True)
class Span:
    """The widths a column may have, in pixels: first >= need >= least."""

    first: int
    """Where there is room."""
    need: int
    """In which all that stands in it is whole."""
    least: int
    """In which it is still of use."""
    gives: int = 0
    """Columns of a lower number shrink before the others do; of one number, the right ones."""


def shared_out(room: int, spans: Sequence[Span], kept: int) -> list[int]:
    """Return the width of each column, such that the first `kept` ones fit into the room.

    Where nothing but blanks has to be given for it, more than those fit; others are scrolled to.
    """
    widths = [span.first for span in spans]
    fitting = sum(needed <= room for needed in accumulate(span.need for span in spans))
    seen = range(max(fitting, kept))
    over = sum(widths[place] for place in seen) - room
    in_turn = sorted(seen, key=lambda place: (spans[place].gives, -place))
    floors = [(place, spans[place].need) for place in in_turn]
    floors += [(place, spans[place].least) for place in in_turn]
    for place, floor in floors:
        given = min(max(over, 0), max(widths[place] - floor, 0))
        widths[place] -= given
        over -= given
    return widths


class ColumnWidths:
    """Measures the columns of the list, for what stands in them now."""

    def __init__(self, table: QTableView, model: TicketListModel, theme: Theme) -> None:
        self._table = table
        self._model = model
        self._theme = theme
        self._own: dict[Section, int] = {}

    def measure_own(self) -> None:
        """Take what the first rows need in a label, and in columns of the user's own."""
        self._own = {
            section: self._table.sizeHintForColumn(place)
            for place, section in enumerate(self._model.sections)
            if section not in FIRST
        }

    def widths(self, room: int) -> dict[int, int]:
        """Return the width of each column that is not hidden, in pixels, by its place."""
        sections = self._model.sections
        places = [n for n in range(len(sections)) if not self._table.isColumnHidden(n)]
        identity = sections.index(Column.IDENTITY)
        spans = [self._span(place, sections[place]) for place in places]
        kept = sum(place <= identity for place in places)
        return dict(zip(places, shared_out(room, spans, kept), strict=True))

    def _span(self, place: int, section: Section) -> Span:
        title, px = self._title(place), self._theme.px
        if not isinstance(section, Column) or section is Column.LABEL:
            low, high = (px(width) for width in OWN)
            need = min(max(self._own.get(section, 0), title), high)
            floor = LEAST_FIRST_OWN if place == FIRST_OWN_PLACE else LEAST_OWN
            least = min(need, max(title, px(floor)))
            return Span(max(need, low), need, least, GIVING.index(Column.LABEL))
        need, least = (max(width, title) for width in self._limits(section))
        turn = GIVING.index(section) if section in GIVING else 0
        first = max(px(FIRST[section]), need)
        if section is Column.OUTCOME:
            first = max(first, self._needed(self._model.outcomes, picture=True))
        return Span(first, need, min(need, least), turn)

    def _title(self, place: int) -> int:
        """Return the width in which a title is whole, with the arrow where the order is by it."""
        header = self._table.horizontalHeader()
        if header.sortIndicatorSection() == place:
            return header.sectionSizeHint(place)
        words = str(self._model.headerData(place, Qt.Orientation.Horizontal))
        return header.fontMetrics().horizontalAdvance(words) + self._theme.px(2 * PADDING) + 2

    def _limits(self, section: Column) -> tuple[int, int]:
        """Return need and least of a column of ours."""
        if section is Column.NUMBER:
            least = self._table.horizontalHeader().minimumSectionSize()
            need = max(self._needed([str(self._model.highest)]), least)
            return need, need
        if section is Column.OUTCOME:
            need = self._needed(self._model.present_outcomes, picture=True)
            return need, self._theme.px(LEAST[section])
        if section is Column.CAUSE:
            need = self._needed(self._model.causes)
            return min(need, self._theme.px(FIRST[section])), self._theme.px(LEAST[section])
        if section is Column.KIND:
            need = max(self._needed(self._model.kinds), self._theme.px(FIRST[section]))
            return need, need
        if section is not Column.IDENTITY:
            return self._theme.px(FIRST[section]), self._theme.px(FIRST[section])
        if not self._model.has_ids:
            return 0, 0  # what is wrong with the rows is whole instead
        font = self._theme.data_font()
        return self._needed(["0" * ID_LETTERS], font), self._needed(["0" * ID_LEAST], font)

    def _needed(
        self, texts: Iterable[str], font: QFont | None = None, *, picture: bool = False
    ) -> int:
        """Return the width in which each text stands whole in a cell, beside its picture."""
        option = QStyleOptionViewItem()
        self._table.initViewItemOption(option)
        feature = QStyleOptionViewItem.ViewItemFeature
        option.features |= feature.HasDisplay
        if picture:
            option.features |= feature.HasDecoration
        if font is not None:
            option.font, option.fontMetrics = font, QFontMetrics(font)
        widths = [0]
        for text in texts:
            option.text = text
            kind = QStyle.ContentsType.CT_ItemViewItem
            size = self._table.style().sizeFromContents(kind, option, QSize(), self._table)
            widths.append(size.width())
        return max(widths)


class MiddleElided(QStyledItemDelegate):
    """Elides an id in its middle: the ids of one mini program begin alike."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say how a cell is drawn."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle

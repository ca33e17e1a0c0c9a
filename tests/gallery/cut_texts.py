"""Finds texts of a window that are cut: elided, clipped, or outside of what can be seen."""

from __future__ import annotations

import html
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from inspector.window.widgets.whole_label import WholeLabel

MAY_BE_CUT = {
    "listSource": "the name of a file, which may have any length; whole in its tip",
    "targetCombo": "beside a ticket; the forms of a path have long names, whole in list and tip",
    "parameterTable": "a value of any length; below it stands whole what the page receives",
    "payloadBytes": "draws its bytes itself, closer than a cell would, in columns measured for it",
}
"""Labels and combo boxes that may cut a text while their tip says it whole, and tables whose
cells may be narrower than Qt would have them -> why.
"""
SLACK = 1
"""Pixels by which a measure may differ from what is drawn."""


def cut_texts(window: QWidget) -> list[str]:
    """Return one sentence for each text that cannot be seen whole."""
    return [found for widget in window.findChildren(QWidget) for found in _cut(widget)]


def _cut(widget: QWidget) -> Iterator[str]:
    if not widget.isVisible() or widget.visibleRegion().isEmpty():
        return
    name = widget.objectName() or type(widget).__name__
    text = _text_of(widget)
    if text and not _has_room(widget):
        have, want = widget.size(), widget.sizeHint()
        sizes = f"{have.width()}x{have.height()}, wants {want.width()}x{want.height()}"
        yield f"{name} is too small for {text[:60]!r} ({sizes})"
    elif text and not _is_seen_whole(widget):
        yield f"{name} with {text[:60]!r} is clipped by what holds it"


def _text_of(widget: QWidget) -> str:
    """Return the text that a widget shows by itself; empty where it has none or scrolls."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return "" if widget.text() else widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QTabBar):
        titles = (widget.tabText(n) for n in range(widget.count()) if widget.isTabVisible(n))
        return " ".join(titles)
    return ""


def _has_room(widget: QWidget) -> bool:
    """Say whether a text fits into its widget."""
    width = widget.width() + SLACK
    if widget.objectName() in MAY_BE_CUT and html.escape(_text_of(widget)) in widget.toolTip():
        return True
    if isinstance(widget, QLabel) and (widget.wordWrap() or isinstance(widget, WholeLabel)):
        return widget.height() + SLACK >= widget.heightForWidth(widget.width())
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        room = widget.width() - 2 * 9 - margins.left() - margins.right()
        return room + SLACK >= widget.fontMetrics().horizontalAdvance(widget.placeholderText())
    if isinstance(widget, QComboBox):
        return width - 34 >= widget.fontMetrics().horizontalAdvance(widget.currentText())
    if isinstance(widget, QLabel):
        return width >= widget.sizeHint().width() and (
            widget.height() + SLACK >= widget.fontMetrics().height()
        )
    return width + SLACK >= min(widget.minimumSizeHint().width(), widget.sizeHint().width())


def _is_seen_whole(widget: QWidget) -> bool:
    """Say whether nothing but a scroll area clips a widget."""
    area = QRect(QPoint(0, 0), widget.size())
    child = widget
    while not child.isWindow() and (parent := child.parentWidget()) is not None:
        area = area.translated(child.pos())
        if _scrolls(parent):
            return _is_within_sideways(area, parent)
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(area):
            return False
        child = parent
    return True


def _is_within_sideways(area: QRect, view: QWidget) -> bool:
    """Say whether the view of something that scrolls can show all of an area's width."""
    above = view.parentWidget()
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if not isinstance(above, QScrollArea) or above.horizontalScrollBarPolicy() is not never:
        return True
    return area.left() >= -SLACK and area.right() <= view.width() - 1 + SLACK


def _scrolls(widget: QWidget) -> bool:
    """Say whether a widget is the view of something that scrolls, or a header above one."""
    above = widget.parentWidget()
    is_view = isinstance(above, QAbstractScrollArea | QScrollArea) and above.viewport() is widget
    return is_view or isinstance(widget, QHeaderView)


def cut_headers(window: QWidget) -> list[str]:
    """Return the titles of columns that are elided."""
    found = []
    for header in window.findChildren(QHeaderView):
        if not header.isVisible() or header.orientation() is not Qt.Orientation.Horizontal:
            continue
        for section in range(header.count()):
            title = str(header.model().headerData(section, Qt.Orientation.Horizontal) or "")
            width = header.sectionSize(section)
            if header.isSectionHidden(section) or not title:
                continue
            if width < header.fontMetrics().horizontalAdvance(title) + 2:
                found.append(f"column {title!r} has {width} pixels")
    return found


def cut_cells(window: QWidget) -> list[str]:
    """Return one sentence for each cell in view that is elided where no tip says it whole."""
    found = []
    for table in window.findChildren(QTableView):
        if table.objectName() in MAY_BE_CUT:
            continue
        if table.isVisible() and not table.visibleRegion().isEmpty():
            found += [f"{table.objectName()}: {text[:60]!r} is elided" for text in _elided(table)]
    return found


def _elided(table: QTableView) -> Iterator[str]:
    model, view = table.model(), table.viewport().rect()
    top, last = table.rowAt(view.top()), table.rowAt(view.bottom())
    for row in range(max(top, 0), (last if last >= 0 else model.rowCount() - 1) + 1):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            text, tip = (
                str(index.data(role) or "")
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            )
            if table.isColumnHidden(column) or html.escape(text) in tip:
                continue
            if table.sizeHintForIndex(index).width() > table.columnWidth(column) + SLACK:
                yield text

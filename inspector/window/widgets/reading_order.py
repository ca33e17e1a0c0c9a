"""Walks what has the keyboard in the order in which one reads, as the layouts place it.

Qt's own order is that in which widgets were made, and what is made later comes last: a button
that a verdict brings, a form of the path that is drawn when it is first seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QWidget,
)

from inspector.window.widgets.flow import Flow

WHOLE: Final = (QAbstractItemView, QAbstractSpinBox, QComboBox, QPlainTextEdit)
"""One thing for the keyboard, whatever it is made of."""
TAB_AFTER: Final = "tabAfter"
"""Property of a widget that Tab reaches only after another one, whose object name it holds."""


def step_focus(root: QWidget, *, forward: bool) -> bool:
    """Give the focus to what stands after, or before, the focus in `root`, from end to start."""
    order = tab_order(root)
    if not order:
        return False
    here = QApplication.focusWidget()
    place = next((n for n, each in enumerate(order) if _holds(each, here)), None)
    if place is None:
        place = -1 if forward else 0
    wanted = order[(place + (1 if forward else -1)) % len(order)]
    reason = Qt.FocusReason
    wanted.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    _scroll_to(wanted)
    return True


def tab_order(root: QWidget) -> list[QWidget]:
    """Return what Tab leads to now, in order."""
    order = [widget for widget in reading_order(root) if _takes_tab(widget)]
    for widget in tuple(order):
        before = [w for w in order if w.objectName() == widget.property(TAB_AFTER)]
        if before:
            order.remove(widget)
            order.insert(order.index(before[0]) + 1, widget)
    return order


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Return everything in a widget, by rows and columns of its layouts; what is hidden left out.

    A parent stands before what is in it.
    """
    for child in _children(widget):
        if child.isVisible():
            yield child
            if not isinstance(child, WHOLE):
                yield from reading_order(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QSplitter):
        placed = [widget.widget(number) for number in range(widget.count())]
    elif isinstance(widget, QScrollArea):
        placed = [widget.widget()]
    elif isinstance(widget, Flow):
        placed = [*widget.widgets]
    else:
        inside = [child for child in widget.children() if isinstance(child, QWidget)]
        laid_out = list(_in_layout(widget.layout(), inside))
        placed = [*laid_out, *(w for w in inside if not w.isWindow() and w not in laid_out)]
    yield from (child for child in placed if child is not None)


def _in_layout(layout: QLayout | None, inside: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield those of some widgets that a layout holds in their order; of a grid, row by row.

    A layout is asked where they are, never for its items. Python would keep an item that Qt
    deletes with its widget (PySide6 6.11 and 6.12), and the next object of Qt's at the same address
    that belongs to Python, such as a row of the command palette, would end the process.
    """
    if layout is None:
        return
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(part), part) for part in inside]
    places += [(layout.indexOf(part), part) for part in inner]
    found = [(_position(layout, place), part) for place, part in places if place >= 0]
    for _, part in sorted(found, key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _in_layout(part, inside)
        else:
            yield part


def _position(layout: QLayout, place: int) -> tuple[int, ...]:
    """Return by what a part of a layout comes before others."""
    if isinstance(layout, QGridLayout):
        position = layout.getItemPosition(place)
        assert isinstance(position, tuple)  # noqa: S101 - what the binding makes of four integers
        return position
    return (place,)


def _holds(widget: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (widget is focus or widget.isAncestorOf(focus))


def _takes_tab(widget: QWidget) -> bool:
    policy = Qt.FocusPolicy.TabFocus
    by_tab = widget.focusPolicy().value & policy.value == policy.value
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _scroll_to(widget: QWidget) -> None:
    """Have every scroll area around a widget show it."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()

"""The tree of the payload: keeps what is open, follows the chosen member."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from inspector.exact_json.members import IndexPath, KeyPath, index_path
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.meanings import Meanings
from inspector.window.payload_panel.nodes import Node
from inspector.window.payload_panel.tree_cells import TreeCells
from inspector.window.payload_panel.tree_model import KEY, LONGEST, MEANING, VALUE, TreeModel

MOST_OPENED: Final = 500
"""Opening to a level stops after so many rows, so that no click stalls the window."""
LEAST_FOR_THREE: Final = 460
"""Width of the tree, at 100 %, from which the meaning has a column of its own."""
ROW: Final = 26
"""Height of a row of one line, at 100 %."""
LEAST_KEY: Final = 104
LEAST_VALUE: Final = 120
LEAST_MEANING: Final = 140
MOST_MEASURED: Final = 120
"""Rows that are looked at to find how wide columns have to be."""
SMALL: Final = 60
"""A payload of so few rows is shown open at first sight."""


class TreeView(QTreeView):
    """Shows the payload of a `Content` and chooses in it.

    Signals:
        menu_wanted: the place, on the screen, where a context menu is asked for.
        copy_wanted: the chosen value is to be copied.
    """

    menu_wanted = Signal(QPoint)
    copy_wanted = Signal()

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.messages.gettext
        self.setObjectName("payloadTree")
        self.setAccessibleName(_("Payload as a tree"))
        self._content = content
        self._messages = context.messages
        self._theme = context.theme
        self._opened: set[KeyPath] = set()
        self._closed: set[KeyPath] = set()
        self._level: int | None = None
        self._by_hand = True
        self._fitted = False
        self._payload_model = TreeModel(context.messages, self)
        self.setModel(self._payload_model)
        self._cells = TreeCells(self._payload_model, context.theme, self)
        self.setItemDelegate(self._cells)
        self._line = context.theme.px(ROW)
        self._set_up()
        content.changed.connect(self._renew)
        content.selected.connect(self._follow)
        self._renew()

    def _set_up(self) -> None:
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAnimated(False)
        self.setIndentation(self._theme.px(16))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.header().setStretchLastSection(True)
        self.header().setMinimumSectionSize(self._theme.px(60))
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.header().sectionResized.connect(self._measure_anew)
        self.doubleClicked.connect(self._on_double_click)
        self.header().geometriesChanged.connect(self._fit_once)
        self.expanded.connect(self._note_opened)
        self.collapsed.connect(self._note_closed)

    def mark(self, wanted: str) -> None:
        """Mark a text that is searched for wherever it stands."""
        self._cells.wanted = wanted
        self.viewport().update()

    def open_to(self, level: int) -> None:
        """Open `level` levels of members, now and in what is shown next; 0 closes all."""
        self._level = level
        self._opened.clear()
        self._closed.clear()
        self._open(level)

    def _open(self, level: int) -> None:
        """Open some levels; stops where it would become slow."""
        self._by_hand = False
        self.setUpdatesEnabled(False)
        self.collapseAll()
        budget = MOST_OPENED
        waiting = [(QModelIndex(), 0)]
        while waiting and budget > 0:
            parent, depth = waiting.pop(0)
            if parent.isValid():
                self.expand(parent)
            rows = self._payload_model.rowCount(parent)
            budget -= rows
            if depth < level:
                waiting += [
                    (index, depth + 1)
                    for row in range(rows)
                    if (index := self._payload_model.index(row, KEY, parent)).isValid()
                    and self._payload_model.hasChildren(index)
                ]
        self.setUpdatesEnabled(True)
        self._by_hand = True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let the menu key open the menu at the current row, and Ctrl+C copy its value."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        if event.key() == Qt.Key.Key_Menu:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share another width among the columns; the height is none of their business."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Choose the member of the selected row."""
        super().selectionChanged(selected, deselected)
        indexes = self.selectedIndexes()
        trail = self._payload_model.trail(indexes[0]) if indexes else None
        self._show_in_full(indexes[0] if indexes else QModelIndex())
        if trail is not None:
            self._content.select(trail)

    def _show_in_full(self, index: QModelIndex) -> None:
        """Show a long value whole while its row is chosen."""
        before, node = self._payload_model.chosen, self._payload_model.node(index)
        self._payload_model.chosen = node if index.isValid() else None
        if any(each is not None and _is_long(each) for each in (before, node)):
            self.scheduleDelayedItemsLayout()

    def _renew(self) -> None:
        self._content.show_by(self._show, self._show_nothing)

    def _show_nothing(self) -> None:
        self._payload_model.show(None, None)
        self._by_hand = True
        self.setUpdatesEnabled(True)

    def _show(self) -> None:
        verdict = self._content.verdict
        present = verdict is not None and self._content.present
        meanings = None
        if verdict is not None and present:
            meanings = Meanings(verdict.kind, self._messages)
        self._cells.forget()
        self._payload_model.show(self._content.value if present else None, meanings)
        self._reopen()
        self._fit()

    def _reopen(self) -> None:
        """Open to the level asked for, else a small payload whole; then as it was left."""
        level = 9 if self._is_small() else 1
        self._open(level if self._level is None else self._level)
        self._by_hand = False
        for names, opened in [(n, True) for n in self._opened] + [(n, False) for n in self._closed]:
            trail = index_path(self._content.value, names)
            index = self._payload_model.index_of(trail) if trail else QModelIndex()
            if index.isValid():
                self.setExpanded(index, opened)
        self._by_hand = True

    def _is_small(self) -> bool:
        waiting: list[Node] = [self._payload_model.node(QModelIndex())]
        count = 0
        while waiting and count <= SMALL:
            children = waiting.pop().children
            count += len(children)
            waiting += [child for child in children if child.has_children]
        return count <= SMALL

    def _follow(self, trail: IndexPath | None) -> None:
        model = self._payload_model
        if trail is None:
            self.clearSelection()
        elif trail != model.trail(self.currentIndex()) or not self.selectedIndexes():
            index = model.index_of(trail)
            if index.isValid():
                self.setCurrentIndex(index)
                if self.isVisible():  # Qt scrolls to it as soon as the tree is looked at
                    self.scrollTo(index)
            else:
                self.clearSelection()

    def _note_opened(self, index: QModelIndex) -> None:
        self._note(index, self._opened, self._closed)

    def _note_closed(self, index: QModelIndex) -> None:
        self._note(index, self._closed, self._opened)

    def _note(self, index: QModelIndex, now: set[KeyPath], before: set[KeyPath]) -> None:
        """Remember what somebody opened or closed by hand, for the next payload."""
        node = self._payload_model.node(index)
        if self._by_hand and not node.is_range and len(now) < MOST_OPENED:
            now.add(node.names)
            before.discard(node.names)

    def _ask_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def _fit_once(self) -> None:
        if not self._fitted and self.isVisible():
            self._fitted = True
            self._fit()

    def _fit(self) -> None:
        """Give each column what it needs, the value first, the meaning the rest.

        Where there is no room for three columns the meaning stands below the value.
        """
        px, width = self._theme.px, self.viewport().width()
        natural_key, natural_value = self._natural_widths()
        joined = width < px(LEAST_FOR_THREE)
        if joined != self._payload_model.joined:
            self._payload_model.joined = self._cells.with_meaning = joined
            self.setColumnHidden(MEANING, joined)
            self.scheduleDelayedItemsLayout()
        key = min(max(natural_key, px(LEAST_KEY)), width * 2 // 5)
        self.setColumnWidth(KEY, key)
        room = width - key
        value = min(max(natural_value, px(LEAST_VALUE)), room - px(LEAST_MEANING))
        self.setColumnWidth(VALUE, room if joined else value)

    def _natural_widths(self) -> tuple[int, int]:
        """Return the widths that the first keys and values would take in one line.

        Both before a column is changed: after that Qt lays out all rows to say which one is next.
        """
        key, value, index = 0, 0, self._payload_model.index(0, KEY)
        for _ in range(MOST_MEASURED):
            if not index.isValid():
                break
            indent = self._depth(index) * self.indentation()
            key = max(key, self._cells.natural_width(index) + indent)
            value = max(value, self._cells.natural_width(index.siblingAtColumn(VALUE)))
            index = self.indexBelow(index)
        return key, value

    def _depth(self, index: QModelIndex) -> int:
        depth = 1
        while (index := index.parent()).isValid():
            depth += 1
        return depth

    def _measure_anew(self, column: int, before: int, after: int) -> None:
        """Give rows other heights where a text takes more or fewer lines than before."""
        if self._cells.wraps(column, min(before, after)):
            self.scheduleDelayedItemsLayout()

    def drawBranches(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the arrow beside the first line of a row, however many it has."""
        super().drawBranches(painter, QRect(rect.x(), rect.y(), rect.width(), self._line), index)

    def _on_double_click(self, index: QModelIndex) -> None:
        """Copy a value at a double click; a container opens and folds instead."""
        if not self._payload_model.hasChildren(index.siblingAtColumn(KEY)):
            self.copy_wanted.emit()


def _is_long(node: Node) -> bool:
    return isinstance(node.value, str) and len(node.value) > LONGEST

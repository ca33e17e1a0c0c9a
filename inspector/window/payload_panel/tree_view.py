"""The tree of the payload: keeps what is open, follows the chosen member."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from inspector.exact_json.members import IndexPath, KeyPath, index_path
from inspector.exact_json.searching import FilterTree
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.meanings import Meanings
from inspector.window.payload_panel.nodes import Node
from inspector.window.payload_panel.tree_model import KEY, VALUE, TreeModel

MOST_OPENED: Final = 500
"""Opening to a level stops after so many rows, so that no click stalls the window."""
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
        self._payload_model = TreeModel(context.messages, context.theme, self)
        self.setModel(self._payload_model)
        self._set_up()
        content.changed.connect(self._show)
        content.selected.connect(self._follow)
        self._show()

    def _set_up(self) -> None:
        self.setUniformRowHeights(True)
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
        self.header().sectionHandleDoubleClicked.connect(self.resizeColumnToContents)
        self.header().geometriesChanged.connect(self._fit_once)
        self.expanded.connect(self._note_opened)
        self.collapsed.connect(self._note_closed)

    def keep(self, kept: FilterTree | None) -> None:
        """Show only what a filter keeps, open as far as it is small; None shows all."""
        self._payload_model.keep(kept)
        if kept is None:
            self._reopen()
            self._follow(self._content.trail)
        else:
            self._open(9)

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
        """Share the room among the columns until somebody has moved them."""
        super().resizeEvent(event)
        self._fit()

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Choose the member of the selected row."""
        super().selectionChanged(selected, deselected)
        indexes = self.selectedIndexes()
        trail = self._payload_model.trail(indexes[0]) if indexes else None
        if trail is not None:
            self._content.select(trail)

    def _show(self) -> None:
        verdict = self._content.verdict
        present = verdict is not None and self._content.present
        meanings = None
        if verdict is not None and present:
            meanings = Meanings(verdict.kind, self._messages)
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
        """Give each column what it needs, the value first, the meaning the rest."""
        width = self.viewport().width()
        key = min(self.sizeHintForColumn(KEY) + self._theme.px(12), width * 2 // 5)
        self.setColumnWidth(KEY, max(key, self._theme.px(90)))
        room = width - self.columnWidth(KEY)
        value = min(self.sizeHintForColumn(VALUE) + self._theme.px(16), room * 3 // 5)
        self.setColumnWidth(VALUE, max(value, self._theme.px(110)))

"""The payload as a lazy tree: key, value, meaning."""

# ruff: noqa: N802 - the methods that Qt asks for bear its names

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from inspector.exact_json.members import IndexPath
from inspector.exact_json.parsing import write_scalar
from inspector.exact_json.searching import FilterTree
from inspector.messages import Messages
from inspector.window.payload_panel.meanings import Meanings
from inspector.window.payload_panel.nodes import Node, find_node, root_of
from inspector.window.theme import NOTE, Theme
from inspector.window.widgets.text import plain_tip, visible

Index = QModelIndex | QPersistentModelIndex
KEY, VALUE, MEANING = range(3)
LONGEST: Final = 400
"""Longer values are shown by their beginning; copying gives the whole."""
LONGEST_TIP: Final = 2000
NOWHERE: Final = QModelIndex()


class TreeModel(QAbstractItemModel):
    """Rows are made when a view asks for them; attaching a payload costs nothing."""

    def __init__(self, messages: Messages, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._theme = theme
        self._meanings: Meanings | None = None
        self._value: Any = None
        self._root = root_of([])

    @property
    def whole(self) -> bool:
        """True when the payload is one value without members, shown as one row."""
        return not isinstance(self._value, (dict, list, tuple)) or not self._value

    def show(self, value: Any, meanings: Meanings | None) -> None:
        """Show another payload; None as meanings shows an empty tree."""
        self.beginResetModel()
        self._value = value
        self._meanings = meanings
        self._root = root_of([]) if meanings is None else root_of(value)
        self.endResetModel()

    def keep(self, kept: FilterTree | None) -> None:
        """Show only what a filter keeps; None shows all."""
        if self._meanings is None or self.whole:
            return
        self.beginResetModel()
        self._root = root_of(self._value, kept)
        self.endResetModel()

    def node(self, index: Index) -> Node:
        """Return the node of a row; the root for an invalid index."""
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, Node) else self._root

    def trail(self, index: Index) -> IndexPath | None:
        """Return the member that a row shows; None for a range and for no row."""
        if not index.isValid():
            return None
        node = self.node(index)
        if self.whole:
            return ()
        return None if node.is_range else node.trail

    def index_of(self, trail: IndexPath) -> QModelIndex:
        """Return the row of a member; an invalid index for the root and what is not shown."""
        if self.whole and self.rowCount():
            return self.index(0, KEY)
        node = find_node(self._root, trail)
        if node is None or node is self._root:
            return QModelIndex()
        return self.createIndex(node.row, KEY, node)

    # What Qt asks for

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a cell."""
        children = self.node(parent).children
        if not 0 <= row < len(children) or not 0 <= column <= MEANING:
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject has one
        """Return the row above."""
        above = self.node(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, KEY, above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows stand below one."""
        if parent.column() > KEY:
            return 0
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: ARG002 - Qt's signature
        """Return 3: key, value, meaning."""
        return MEANING + 1

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        """Say whether rows stand below one, without making them."""
        return parent.column() <= KEY and self.node(parent).has_children

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            _ = self._messages.gettext
            return (_("Key"), _("Value"), _("Meaning"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, colour, font or tool tip of a cell."""
        if not index.isValid() or self._meanings is None:
            return None
        node, column = self.node(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(node, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.color(self._colour(node, column))
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(NOTE) if column == MEANING else self._theme.data_font()
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(node, column, LONGEST_TIP))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(node, column)
        return None

    def _text(self, node: Node, column: int, longest: int = LONGEST) -> str:
        if column == KEY:
            return self._key(node)
        if column == VALUE:
            return self._value_text(node, longest)
        if self._meanings is None or node.is_range:
            return ""
        return self._meanings.of(() if self.whole else node.names, node.value)

    def _key(self, node: Node) -> str:
        if node.is_range:
            return "{} … {}".format(*node.bounds)
        if self.whole:
            return self._messages.gettext("(whole payload)")
        return shortened(visible(str(node.name)), LONGEST)

    def _value_text(self, node: Node, longest: int) -> str:
        value = node.value
        if node.is_range:
            return self._count(node.size)
        if isinstance(value, dict):
            return f"{{{node.size}}}" if value else "{}"
        if isinstance(value, (list, tuple)):
            return f"[{len(value)}]" if value else "[]"
        if isinstance(value, str):
            return shortened(visible(write_scalar(value[: longest + 1])), longest)
        return shortened(write_scalar(value), longest)

    def _count(self, count: int) -> str:
        return self._messages.ngettext("{count} member", "{count} members", count).format(
            count=count
        )

    def _colour(self, node: Node, column: int) -> str:
        if column == KEY:
            return "muted" if node.is_range or isinstance(node.name, int) else "key"
        if column == MEANING or isinstance(node.value, (dict, list, tuple)):
            return "muted"
        if isinstance(node.value, str):
            return "string"
        return "literal" if node.value is None or isinstance(node.value, bool) else "number"


def shortened(text: str, longest: int) -> str:
    """Return a text, cut with an ellipsis when it is longer than so many characters."""
    return text if len(text) <= longest else f"{text[:longest]}…"

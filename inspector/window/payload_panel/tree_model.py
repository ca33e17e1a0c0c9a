"""The payload as a lazy tree: key, value, meaning."""

# ruff: noqa: N802 - the methods that Qt asks for bear its names

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from inspector.exact_json.members import IndexPath
from inspector.exact_json.writing import write_scalar
from inspector.messages import Messages
from inspector.visible import visible
from inspector.window.payload_panel.meanings import Meanings
from inspector.window.payload_panel.nodes import Node, find_node, root_of
from inspector.window.payload_panel.previews import preview
from inspector.window.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
KEY, VALUE, MEANING = range(3)
LONGEST: Final = 400
"""Longer values are shown by their beginning until their row is chosen."""
LONGEST_CHOSEN: Final = 8_000
"""Even chosen, a longer value is shown by its beginning; copying gives the whole."""
LONGEST_TIP: Final = 2000
NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows."""

    text: str
    token: str
    """The colour token of its text."""
    is_data: bool
    """True for what stands in the payload, False for words about it."""


class TreeModel(QAbstractItemModel):
    """Rows are made when a view asks for them; attaching a payload costs nothing."""

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._meanings: Meanings | None = None
        self._value: Any = None
        self._root = Node(())
        self.joined = False
        """True while the meaning stands below the value."""
        self.chosen: Node | None = None
        """The row whose value is shown in full."""

    @property
    def whole(self) -> bool:
        """True when the payload is one value without members, shown as one row."""
        return not isinstance(self._value, (dict, list, tuple)) or not self._value

    def show(self, value: Any, meanings: Meanings | None) -> None:
        """Show another payload; None as meanings shows an empty tree."""
        root = Node(()) if meanings is None else root_of(value)
        self.beginResetModel()
        self._value = value
        self._meanings = meanings
        self._root = root
        self.chosen = None
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

    def cell(self, index: Index) -> Cell:
        """Return what a cell shows, text and colour at once."""
        node, column = self.node(index), index.column()
        longest = LONGEST_CHOSEN if node is self.chosen else LONGEST
        return Cell(self._text(node, column, longest), self._token(node, column), column != MEANING)

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
        """Count the columns: key, value, meaning."""
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
            value = _("Value and meaning") if self.joined else _("Value")
            return (_("Key"), value, _("Meaning"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text or tool tip of a cell; how it looks is the delegate's."""
        if not index.isValid() or self._meanings is None:
            return None
        node, column = self.node(index), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(node, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(node, column, LONGEST_TIP))
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
        if isinstance(value, (dict, list, tuple)):
            in_list = isinstance(node.name, int) and not self._names_elements(node)
            return preview(value, node.size, inline=in_list)
        if isinstance(value, str):
            return shortened(visible(write_scalar(value[: longest + 1])), longest)
        return shortened(write_scalar(value), longest)

    def _names_elements(self, node: Node) -> bool:
        """Say whether the meaning of a list's element tells what is in it."""
        return self._meanings is not None and bool(
            self._meanings.of_element(node.names, node.value)
        )

    def _count(self, count: int) -> str:
        return self._messages.ngettext("{count} member", "{count} members", count).format(
            count=count
        )

    def _token(self, node: Node, column: int) -> str:
        if column == KEY:
            return "muted" if node.is_range or isinstance(node.name, int) else "key"
        if column == MEANING:
            return "text"
        if isinstance(node.value, (dict, list, tuple)):
            return "muted"
        if isinstance(node.value, str):
            return "string"
        return "literal" if node.value is None or isinstance(node.value, bool) else "number"


def shortened(text: str, longest: int) -> str:
    """Return a text, cut with an ellipsis when it is longer than so many characters."""
    return text if len(text) <= longest else f"{text[:longest]}…"

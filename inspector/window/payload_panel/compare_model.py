"""Two payloads side by side as a lazy tree of differences."""

# ruff: noqa: N802 - the methods that Qt asks for bear its names

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.exact_json.comparison import NOTHING, Difference, State
from inspector.exact_json.json_pointer import names
from inspector.exact_json.writing import write_scalar
from inspector.messages import Messages
from inspector.visible import visible
from inspector.window.payload_panel.tree_model import shortened
from inspector.window.theme import NOTE, Theme
from inspector.window.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
MARK, KEY, LEFT, RIGHT = range(4)
CHUNK: Final = 100
"""Rows given to the view at once."""
LONGEST: Final = 300
NOWHERE: Final = QModelIndex()
MARKS: Final = {State.SAME: "=", State.CHANGED: "≠", State.ADDED: "+", State.REMOVED: "−"}
WORDS: Final = {
    State.SAME: "the same on both sides",
    State.CHANGED: "different",
    State.ADDED: "only on the right",
    State.REMOVED: "only on the left",
}
COLOURS: Final = {
    State.SAME: ("muted", ""),
    State.CHANGED: ("warnText", "warnBg"),
    State.ADDED: ("okText", "okBg"),
    State.REMOVED: ("errText", "errBg"),
}


class Row:
    """One difference at its place in the tree."""

    __slots__ = ("_rows", "difference", "fetched", "only_changes", "parent", "row")

    def __init__(
        self, difference: Difference, parent: Row | None, row: int, *, only_changes: bool
    ) -> None:
        self.difference = difference
        self.parent = parent
        self.row = row
        self.only_changes = only_changes
        self.fetched = 0
        """How many rows below the view knows of."""
        self._rows: list[Row] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """All rows below."""
        if self._rows is None:
            shown = [
                child
                for child in self.difference.children
                if not self.only_changes or child.state is not State.SAME
            ]
            self._rows = [
                Row(child, self, number, only_changes=self.only_changes)
                for number, child in enumerate(shown)
            ]
        return self._rows


class CompareModel(QAbstractItemModel):
    """Mark, key, left and right value of every place."""

    def __init__(self, messages: Messages, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._theme = theme
        self._titles = ("", "")
        self._root: Row | None = None

    def show(
        self, difference: Difference | None, titles: tuple[str, str], *, only_changes: bool
    ) -> None:
        """Show another comparison under the titles of its sides."""
        root: Row | None = None
        if difference is not None:
            top = difference
            if not difference.children and not (only_changes and difference.state is State.SAME):
                top = Difference(difference.state, "", "", None, None, (difference,))
            root = Row(top, None, 0, only_changes=only_changes)
        self.beginResetModel()
        self._titles, self._root = titles, root
        self.endResetModel()

    def difference(self, index: Index) -> Difference | None:
        """Return the place of a row."""
        row = self._row(index)
        return None if row is None or not index.isValid() else row.difference

    def _row(self, index: Index) -> Row | None:
        found = index.internalPointer() if index.isValid() else self._root
        return found if isinstance(found, Row) else None

    # What Qt asks for

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a cell."""
        above = self._row(parent)
        if above is None or not 0 <= row < len(above.rows) or not 0 <= column <= RIGHT:
            return QModelIndex()
        return self.createIndex(row, column, above.rows[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject has one
        """Return the row above."""
        row = self._row(index)
        above = row.parent if row else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, MARK, above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows the view was told of."""
        row = self._row(parent)
        return 0 if row is None or parent.column() > MARK else row.fetched

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: ARG002 - Qt's signature
        """Count the columns: mark, key, left, right."""
        return RIGHT + 1

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        """Say whether rows stand below one."""
        row = self._row(parent)
        return row is not None and parent.column() <= MARK and bool(row.rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether the view does not know all rows yet."""
        row = self._row(parent)
        return row is not None and row.fetched < len(row.rows)

    def fetchMore(self, parent: Index) -> None:
        """Tell the view of some rows more."""
        row = self._row(parent)
        if row is None:
            return
        last = min(row.fetched + CHUNK, len(row.rows))
        self.beginInsertRows(QModelIndex(parent), row.fetched, last - 1)  # type: ignore[arg-type, call-overload, unused-ignore]
        row.fetched = last
        self.endInsertRows()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", self._messages.gettext("Key"), *self._titles)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, colour, font or tool tip of a cell."""
        difference = self.difference(index)
        if difference is None:
            return None
        column = index.column()
        ink, ground = COLOURS[difference.state]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(difference, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.color("key" if column == KEY else ink)
        if role == Qt.ItemDataRole.BackgroundRole and ground and not difference.children:
            return self._theme.color(ground)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.data_font(NOTE)
        return self._words(difference, column, role)

    def _words(self, difference: Difference, column: int, role: int) -> str | None:
        word = self._messages.gettext(WORDS[difference.state])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(word if column == MARK else self._text(difference, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return word if column == MARK else self._text(difference, column)
        return None

    def _text(self, difference: Difference, column: int) -> str:
        if column == MARK:
            return MARKS[difference.state]
        if column == KEY:
            return visible(self._key(difference))
        return value_text(difference.left if column == LEFT else difference.right)

    def _key(self, difference: Difference) -> str:
        left, right = difference.left_pointer, difference.right_pointer
        before, after = (None if p is None else (names(p) or ("",))[-1] for p in (left, right))
        if left == "" or right == "":
            return self._messages.gettext("(whole payload)")
        if before is not None and after is not None and before != after:
            return f"{before} → {after}"
        return before if before is not None else after or ""


def value_text(value: Any) -> str:
    """Return a value in short; nothing for a side that has none."""
    if value is NOTHING:
        return ""
    if isinstance(value, dict):
        return f"{{{len(value)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{len(value)}]"
    if isinstance(value, str):
        return shortened(visible(write_scalar(value[: LONGEST + 1])), LONGEST)
    return shortened(write_scalar(value), LONGEST)

"""The parameters as a table model: one row each, and a blank one to type the next into."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPixmap

from inspector.share_paths import Parameter, SharePath
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.state.path_state import Draft
from inspector.window.state.undo import Step

Index = QModelIndex | QPersistentModelIndex
MIME_TYPE: Final = "application/x-inspector-parameter-row"
NOWHERE: Final = QModelIndex()
BLANK: Final = Parameter("")


class Column(IntEnum):
    """The columns of the table."""

    ON = 0
    NAME = 1
    VALUE = 2
    REMOVE = 3


class ParameterModel(QAbstractTableModel):
    """Shows the draft's parameters and turns edits into changes of the draft.

    It holds no truth of its own: an edit goes to the state, and comes back from there.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._path = context.state.path
        self._rows: tuple[Parameter, ...] = self._path.draft.share_path.parameters
        self._remarks: Mapping[str, str] = {}
        self._appending = False
        roles = Qt.ItemDataRole
        self._role_handlers: dict[Qt.ItemDataRole, Callable[[Column, Parameter], Any]] = {
            roles.DisplayRole: self._text,
            roles.EditRole: self._text,
            roles.CheckStateRole: self._tick,
            roles.ForegroundRole: self._colour,
            roles.FontRole: self._font,
            roles.ToolTipRole: self._remark,
            roles.DecorationRole: self._decoration,
            roles.AccessibleTextRole: self._spoken,
        }
        self._path.draft_changed.connect(self._show)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The rows without the blank one."""
        return self._rows

    def is_blank(self, row: int) -> bool:
        """Tell the last row, which is no parameter yet, and the row of an invalid index."""
        return not 0 <= row < len(self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Count the parameters and the blank row."""
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done with a cell."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable
        if index.column() in (Column.NAME, Column.VALUE):
            flags |= flag.ItemIsEditable
        if not self.is_blank(index.row()):
            flags |= flag.ItemIsDragEnabled
            if index.column() == Column.ON:
                flags |= flag.ItemIsUserCheckable
        return flags

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns that hold text."""
        _ = self._context.messages.gettext
        titles = {Column.NAME: _("Name"), Column.VALUE: _("Value")}
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return titles.get(Column(section), "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's text, tick, colour, font, remark and spoken text."""
        if not index.isValid():
            return None
        give = self._role_handlers.get(Qt.ItemDataRole(role))
        parameter = BLANK if self.is_blank(index.row()) else self._rows[index.row()]
        return give(Column(index.column()), parameter) if give else None

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take an edit of a cell; typing into the blank row adds a parameter."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and not self.is_blank(row):
            self.set_enabled(row, on=Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role != Qt.ItemDataRole.EditRole or column not in (Column.NAME, Column.VALUE):
            return False
        parameter = BLANK if self.is_blank(row) else self._rows[row]
        changed = (
            replace(parameter, name=str(value))
            if column == Column.NAME
            else replace(parameter, value=str(value))
        )
        if changed == parameter:
            return False
        self._appending = self.is_blank(row)
        rows = [*self._rows, BLANK] if self._appending else list(self._rows)
        rows[row] = changed
        self._push(rows, f"parameter {row} {column}")
        self._appending = False
        return True

    def set_enabled(self, row: int, *, on: bool) -> None:
        """Switch a parameter on or off."""
        rows = list(self._rows)
        rows[row] = replace(rows[row], enabled=on)
        self._push(rows)

    def removeRows(self, row: int, count: int, parent: Index = NOWHERE) -> bool:  # noqa: N802
        """Remove parameters."""
        del parent
        self._push([*self._rows[:row], *self._rows[row + count :]])
        return True

    def move(self, row: int, to: int) -> bool:
        """Move a parameter to another place; False where there is no such place."""
        rows = list(self._rows)
        if row == to or not (0 <= row < len(rows) and 0 <= to < len(rows)):
            return False
        rows.insert(to, rows.pop(row))
        self._push(rows)
        return True

    def set_remarks(self, remarks: Mapping[str, str]) -> None:
        """Take what is to be said about parameters, by name, and mark them."""
        if remarks != self._remarks:
            self._remarks = remarks
            self._touch(0, len(self._rows) - 1)

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Name what a drag of rows carries."""
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Pack the row that is dragged."""
        mime = QMimeData()
        mime.setData(MIME_TYPE, str(min(index.row() for index in indexes)).encode())
        return mime

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Move the dragged row; False keeps the view from removing it a second time."""
        del action, column
        start = int(bytes(data.data(MIME_TYPE).data()).decode())
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        self.move(start, min(place - (start < place), len(self._rows) - 1))
        return False

    def _push(self, rows: Sequence[Parameter], merge_key: str | None = None) -> None:
        path = SharePath(self._path.draft.share_path.page, rows)
        self._path.set_share_path(path, Step.EDIT_PARAMETERS, merge_key)

    def _show(self, draft: Draft) -> None:
        """Take over new rows, telling the view only what differs, so that editors stay open."""
        old, new = self._rows, draft.share_path.parameters
        if old == new:
            return
        start = _common(old, new)
        end = min(_common(old[::-1], new[::-1]), len(old) - start, len(new) - start)
        changed = min(len(old), len(new)) - start - end
        first = start + changed
        if len(new) > len(old):
            place = first + 1 if self._appending else first
            self.beginInsertRows(NOWHERE, place, place + len(new) - len(old) - 1)
            self._rows = new
            self.endInsertRows()
        elif len(new) < len(old):
            self.beginRemoveRows(NOWHERE, first, first + len(old) - len(new) - 1)
            self._rows = new
            self.endRemoveRows()
        self._rows = new
        self._touch(start, first)

    def _touch(self, first: int, last: int) -> None:
        last = min(last, self.rowCount() - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, Column.REMOVE))

    def _text(self, column: Column, parameter: Parameter) -> str | None:
        return {Column.NAME: parameter.name, Column.VALUE: parameter.value}.get(column)

    def _tick(self, column: Column, parameter: Parameter) -> Qt.CheckState | None:
        if column is not Column.ON or parameter is BLANK:
            return None
        return Qt.CheckState.Checked if parameter.enabled else Qt.CheckState.Unchecked

    def _colour(self, column: Column, parameter: Parameter) -> QColor | None:
        del column
        return None if parameter.enabled else self._context.theme.color("muted")

    def _font(self, column: Column, parameter: Parameter) -> QFont:
        del column, parameter
        return self._context.theme.data_font()

    def _remark(self, column: Column, parameter: Parameter) -> str | None:
        del column
        return self._remarks.get(parameter.name)

    def _decoration(self, column: Column, parameter: Parameter) -> QPixmap | None:
        theme = self._context.theme
        if column is Column.VALUE and parameter.enabled and parameter.name in self._remarks:
            return theme.pixmap("warn", "warnText", 14)
        if column is Column.REMOVE and parameter is not BLANK:
            return theme.pixmap("close", "muted", 14)
        return None

    def _spoken(self, column: Column, parameter: Parameter) -> str:
        """Say what a screen reader should, also where a cell shows a picture only."""
        _ = self._context.messages.gettext
        texts = {
            Column.ON: _("on") if parameter.enabled else _("off"),
            Column.NAME: parameter.name or _("Name"),
            Column.VALUE: parameter.value or _("Value"),
            Column.REMOVE: _("Remove “{name}”").format(name=parameter.name),
        }
        return visible(texts[column])


def _common(one: Sequence[Parameter], other: Sequence[Parameter]) -> int:
    """Return how many rows both begin with."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))

"""The list as Qt's views see it: fifty thousand rows without a word made before it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from inspector.tickets import Ticket
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.state.files_read import Origin
from inspector.window.state.ticket_rows import TicketRow
from inspector.window.state.verdicts import NO_TICKET
from inspector.window.ticket_list.cells import (
    DATA_COLUMNS,
    Cells,
    Column,
    Listing,
    Section,
    column_titles,
)
from inspector.window.ticket_list.ordering import ListQuery, ordered_rows
from inspector.window.widgets.text import plain_tip
from inspector.window.worker import LatestCall

QUERY_MS: Final = 100
"""How long a query waits for a later one."""
REORDER_MS: Final = 1_000
"""How often a list that is still being judged is put in order anew."""
Index = QModelIndex | QPersistentModelIndex


class TicketListModel(QAbstractTableModel):
    """The tickets of the sheet with their rows, filtered and ordered by a query.

    Signals:
        ordered: the rows stand as the query asks.
    """

    ordered = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._verdicts = context.state.tickets.verdicts
        self._cells = Cells(context.messages)
        self._titles = column_titles(context.messages)
        self._tickets: tuple[Ticket, ...] = (NO_TICKET,)
        self._origins: tuple[Origin, ...] = ()
        self._sections: list[Section] = self._listing().sections()
        self._order: list[int] = [0]
        self._query = ListQuery()
        self._data_font = context.theme.data_font()
        self._icons = {
            tone: context.theme.icon(tone, "muted" if tone == "plain" else f"{tone}Text")
            for tone in ("ok", "warn", "err", "info", "plain")
        }
        self._ordering = LatestCall(ordered_rows, self, delay_ms=QUERY_MS)
        self._ordering.finished.connect(self._take_order)
        self._reorder = QTimer(self, singleShot=True, interval=REORDER_MS)
        self._reorder.timeout.connect(self._put_in_order)

    @property
    def query(self) -> ListQuery:
        """How the list is shown."""
        return self._query

    def set_query(self, query: ListQuery) -> None:
        """Show other rows or another order; they follow when they have been found."""
        if query != self._query:
            self._query = query
            self._put_in_order()

    @property
    def sections(self) -> list[Section]:
        """The columns from left to right."""
        return self._sections

    def show_tickets(self, tickets: tuple[Ticket, ...], origins: tuple[Origin, ...] = ()) -> None:
        """Show the tickets of a sheet, with the user's own columns where they have some."""
        if tickets is self._tickets:
            return
        if len(tickets) == len(self._tickets) and origins == self._origins:
            self._tickets = tickets
            self.refresh()
            return
        self._take(tickets, origins, Listing(tickets, (), origins).sections())

    def show_bare(self, tickets: tuple[Ticket, ...]) -> None:
        """Show the tickets of a sheet in our own columns."""
        self._take(tickets, (), list(Column))

    def _take(
        self, tickets: tuple[Ticket, ...], origins: tuple[Origin, ...], sections: list[Section]
    ) -> None:
        self.beginResetModel()
        self._tickets, self._origins, self._sections = tickets, origins, sections
        self._order = list(range(len(tickets)))
        self.endResetModel()
        if not self._query.plain:
            self._put_in_order()

    def refresh(self) -> None:
        """Take over what was judged since."""
        if self._order:
            last = self.index(len(self._order) - 1, len(self._sections) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if self._query.depends_on_verdicts and not self._reorder.isActive():
            self._reorder.start()

    @property
    def order(self) -> Sequence[int]:
        """The indexes of the tickets shown, from top to bottom; never changed, only replaced."""
        return self._order

    def row_of(self, ticket: int) -> int | None:
        """Return the row of the view in which a ticket stands."""
        if self._query.plain:
            return ticket if ticket < len(self._order) else None
        return self._order.index(ticket) if ticket in self._order else None

    @property
    def outcomes(self) -> tuple[str, ...]:
        """All that the column of outcomes may say."""
        return self._cells.outcomes

    @property
    def present_outcomes(self) -> list[str]:
        """All that the column of outcomes says now."""
        rows = self._verdicts.rows
        waiting = [self._cells.outcome(None, False)] if rows.judged < len(self._tickets) else []
        return [self._cells.outcome(*each) for each, n in rows.outcomes.items() if n] + waiting

    @property
    def causes(self) -> list[str]:
        """All that the column of causes says of the rows judged so far."""
        return self._cells.causes(name for name, n in self._verdicts.rows.facets.items() if n)

    @property
    def kinds(self) -> list[str]:
        """All that the column of kinds says of the rows judged so far."""
        return [self._cells.kind(name) for name, n in self._verdicts.rows.kinds.items() if n]

    @property
    def has_ids(self) -> bool:
        """Whether an id stands in the column of ids."""
        return self._verdicts.rows.identified > 0

    @property
    def highest(self) -> int:
        """The number of the last ticket."""
        return max(len(self._tickets), self._origins[-1].number if self._origins else 0)

    def texts(self, row: int) -> list[str]:
        """Return all cells of a row of the view."""
        return self._cells.whole(self._sections, self._listing().at(self._order[row]))

    def titles(self) -> list[str]:
        """Return the header."""
        return [self._title(section) for section in self._sections]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._sections)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(self._title(self._sections[section]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; Qt asks for some roles that need no look at the row."""
        roles, section = Qt.ItemDataRole, self._sections[index.column()]
        if role == roles.FontRole:
            return self._data_font if section in DATA_COLUMNS else None
        if role in (roles.TextAlignmentRole, roles.BackgroundRole, roles.CheckStateRole):
            return None
        listed = self._listing().at(self._order[index.row()])
        if role in (roles.DisplayRole, roles.AccessibleTextRole):
            return visible(self._cells.text(section, listed))
        if role == roles.ToolTipRole:
            cause = self._cells.sentence(listed.row) if section is Column.CAUSE else ""
            return plain_tip("\n".join(filter(None, (self._cells.text(section, listed), cause))))
        if section is Column.OUTCOME:
            return self._of_outcome(role, listed.row)
        is_muted = role == roles.ForegroundRole and section is Column.NUMBER
        return self._theme.color("muted") if is_muted else None

    def _of_outcome(self, role: int, row: TicketRow | None) -> Any:
        tone = self._cells.tone(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons[tone]
        if role == Qt.ItemDataRole.ForegroundRole and tone != "plain":
            return self._theme.color(f"{tone}Text")
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 returns to the order of the text."""
        wanted = self._sections[column] if column >= 0 else None
        descending = order is Qt.SortOrder.DescendingOrder
        self.set_query(replace(self._query, column=wanted, descending=descending))

    def _title(self, section: Section) -> str:
        return self._titles[section] if isinstance(section, Column) else section

    def _listing(self) -> Listing:
        return Listing(self._tickets, self._verdicts.rows.all, self._origins)

    def _put_in_order(self) -> None:
        listing = Listing(self._tickets, tuple(self._verdicts.rows.all), self._origins)
        self._ordering.start(self._query, listing, self._cells)

    def _take_order(self, order: list[int]) -> None:
        if order == self._order:
            self.ordered.emit()
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        tickets = [self._order[index.row()] for index in old]
        self._order = order
        places = {ticket: row for row, ticket in enumerate(order)} if old else {}
        new = [
            self.index(places[ticket], index.column()) if ticket in places else QModelIndex()
            for index, ticket in zip(old, tickets, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()
        self.ordered.emit()

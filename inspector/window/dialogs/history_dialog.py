"""The history since the window opened: every ticket that was judged, searchable, one click back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from inspector.tickets import Outcome
from inspector.tickets.cases.history import MOST_CHARACTERS, MOST_ENTRIES, Entry
from inspector.tickets.payload.kinds import title
from inspector.tickets.verdict import OUTCOME_WORDS
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.state.ticket_rows import ticket_row
from inspector.window.widgets.search_line import SearchLine
from inspector.window.widgets.text import label

ENTRY: Final = int(Qt.ItemDataRole.UserRole) + 1
MARKS: Final = {
    Outcome.OPENED: ("✔", "okText"),
    Outcome.PARTLY: ("◐", "warnText"),
    Outcome.NOT_OPENED: ("✖", "errText"),
    Outcome.INCOMPLETE: ("…", "muted"),
    Outcome.NO_TICKET: ("…", "muted"),
}
SAVED: Final = ("…", "muted")
"""The mark of a verdict that somebody saved: nothing was decrypted here."""
MOST_SHOWN: Final = 300


class HistoryDialog(Dialog):
    """A line to search by and a table; a click brings a ticket back."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("History since you opened the window"), context, parent)
        self._history = context.state.history
        self.line = SearchLine(context.theme, _("Clear the search"))
        """The line to search by."""
        self.line.setPlaceholderText(_("Search label, kind, AppID, text, cause"))
        self.line.setAccessibleName(_("Search the history"))
        self._model = QStandardItemModel(0, 5, self)
        self.table = QTreeView()
        """The tickets, the latest first."""
        self._set_up_table()
        self._state = label("", "note", wrap=True)
        self.body.addWidget(self.line)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._state)
        self._forget = self.button(_("Forget all"))
        self._forget.clicked.connect(self._history.clear)
        self.buttons.addStretch(1)
        self.close_button()
        self._timer = QTimer(self, singleShot=True, interval=50)
        self._timer.timeout.connect(self._fill)
        self.line.textChanged.connect(self._fill_soon)
        self._history.changed.connect(self._fill_soon)
        self._fill()
        self.size_to(680, 420)

    def _set_up_table(self) -> None:
        _ = self.context.messages.gettext
        self.table.setModel(self._model)
        self.table.setAccessibleName(_("Tickets since you opened the window"))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        titles = (_("Time"), _("Outcome"), _("Kind"), _("Label"), _("ID"))
        self._model.setHorizontalHeaderLabels(titles)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(True)
        self.table.clicked.connect(self._bring_back)
        self.table.activated.connect(self._bring_back)

    def _fill_soon(self, *_: Any) -> None:
        self._timer.start()

    def _fill(self) -> None:
        found = self._history.search(self.line.text())
        self._forget.setEnabled(len(self._history) > 0)
        self._model.removeRows(0, self._model.rowCount())
        for entry in found[:MOST_SHOWN]:
            self._model.appendRow(self._row(entry))
        self._state.setText(" · ".join(self._notes(len(found))))

    def _notes(self, found: int) -> Iterator[str]:
        """Say how many were found, and what is not shown or not kept."""
        _, ngettext = self.context.messages.gettext, self.context.messages.ngettext
        yield ngettext("{count} ticket", "{count} tickets", found).format(count=found)
        if found > MOST_SHOWN:
            yield _("the latest {count} are shown; search for the others").format(count=MOST_SHOWN)
        if dropped := self._history.dropped:
            sentence = ngettext(
                "{count} older ticket was dropped: the history keeps the latest {most}, "
                "{size} MB at most",
                "{count} older tickets were dropped: the history keeps the latest {most}, "
                "{size} MB at most",
                dropped,
            )
            size = MOST_CHARACTERS // 1_000_000
            yield sentence.format(count=f"{dropped:,}", most=f"{MOST_ENTRIES:,}", size=size)
        yield _("Kept in memory only; it is gone when the window closes.")

    def _row(self, entry: Entry) -> list[QStandardItem]:
        _, theme = self.context.messages.gettext, self.context.theme
        words = ticket_row(entry.verdict)
        mark, token = SAVED if words.is_stored else MARKS[entry.verdict.outcome]
        outcome = _(OUTCOME_WORDS[entry.verdict.outcome])
        if words.is_stored:
            outcome = _("Saved verdict: {verdict}").format(verdict=outcome)
        moment = datetime.fromtimestamp(entry.moment).astimezone()
        kind = _(title(entry.verdict.kind)) if entry.verdict.kind else "–"
        texts = (
            f"{moment:%H:%M:%S}",
            f"{mark} {outcome}",
            kind,
            entry.ticket.label or "–",
            words.identity or "–",
        )
        items = [QStandardItem(visible(text)) for text in texts]
        items[0].setData(entry, ENTRY)
        items[1].setForeground(theme.color(token))
        items[4].setFont(theme.data_font())
        return items

    def _bring_back(self, index: QModelIndex) -> None:
        entry = index.siblingAtColumn(0).data(ENTRY)
        if isinstance(entry, Entry):
            self._history.bring_back(entry)

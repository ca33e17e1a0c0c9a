"""The history since the window opened, kept while the window lives and nowhere else."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from inspector.tickets import Verdict
from inspector.tickets.cases.history import Entry, History
from inspector.window.state.ticket_state import TicketState
from inspector.window.state.undo import Step


class SessionHistory(QObject):
    """Remembers every ticket that was judged; brings one back.

    Signals:
        changed: an entry came, or all are gone.
    """

    changed = Signal()

    def __init__(self, tickets: TicketState, parent: QObject) -> None:
        super().__init__(parent)
        self._tickets = tickets
        self._history = History()
        tickets.verdicts.judged.connect(self._remember)

    def __len__(self) -> int:
        """Return how many tickets are remembered."""
        return len(self._history)

    @property
    def dropped(self) -> int:
        """How many tickets have gone because there were too many."""
        return self._history.dropped

    def search(self, words: str) -> list[Entry]:
        """Return the tickets in which all words stand, the latest first."""
        return self._history.search(words)

    def bring_back(self, entry: Entry) -> None:
        """Show a ticket again; undo returns what was shown."""
        self._tickets.load([entry.ticket], Step.EARLIER_TICKET)

    def clear(self) -> None:
        """Forget everything."""
        self._history.clear()
        self.changed.emit()

    def _remember(self, verdict: Verdict) -> None:
        self._history.add(verdict, time.time())
        self.changed.emit()

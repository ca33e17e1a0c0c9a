"""The history since the window opened, kept while the window lives and nowhere else."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.tickets import Verdict
from inspector.window.state.ticket_state import TicketState
from inspector.window.state.undo import Step

if TYPE_CHECKING:
    from inspector.tickets.cases.history import Entry, History


class SessionHistory(QObject):
    """Remembers every ticket that was judged; brings one back.

    Signals:
        changed: an entry came, or all are gone.
    """

    changed = Signal()

    def __init__(self, tickets: TicketState, parent: QObject) -> None:
        super().__init__(parent)
        self._tickets = tickets
        tickets.verdicts.judged.connect(self._remember)

    @cached_property
    def _history(self) -> History:
        """The entries; loaded with the first verdict."""
        from inspector.tickets.cases.history import History

        return History()

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

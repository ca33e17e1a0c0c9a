"""The rows of the list as they come in, with their counts at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from inspector.tickets import Outcome, Ticket
from inspector.window.state.ticket_rows import TicketRow


class RowStore:
    """One row for each ticket, None until it is judged. Counting never walks the rows."""

    def __init__(self) -> None:
        self._rows: list[TicketRow | None] = [None]
        self.judged = 0
        """How many tickets are judged."""
        self.needing = 0
        """How many of them need attention."""
        self.identified = 0
        """How many of them show an id."""
        self.kinds: Counter[str] = Counter()
        """How many of them there are of each kind that is known."""
        self.facets: Counter[str] = Counter()
        """How many of them there are of each `TicketRow.facet`."""
        self.outcomes: Counter[tuple[Outcome, bool, bool]] = Counter()
        """How many of them there are of each outcome, with and without a repair, saved or not."""

    @property
    def all(self) -> Sequence[TicketRow | None]:
        """The rows, in the order of the tickets."""
        return self._rows

    def put(self, index: int, row: TicketRow | None) -> None:
        """Set one row."""
        self._count(self._rows[index], -1)
        self._rows[index] = row
        self._count(row, 1)

    def follow(
        self,
        old: tuple[Ticket, ...],
        new: tuple[Ticket, ...],
        current: int,
        known: Callable[[Ticket], TicketRow | None],
    ) -> bool:
        """Keep the rows of tickets that stay, and say whether others have come in their place.

        An edited field makes one new ticket at `current`; `known` gives the row of a ticket that
        was judged before.
        """
        if len(new) == len(old) and _differ_only_at(current, old, new):
            self.put(current, known(new[current]))
            return False
        self.judged = self.needing = self.identified = 0
        self.kinds.clear()
        self.facets.clear()
        self.outcomes.clear()
        self._rows = [known(ticket) for ticket in new]
        for row in self._rows:
            self._count(row, 1)
        return True

    def _count(self, row: TicketRow | None, by: int) -> None:
        if row is not None:
            self.judged += by
            self.needing += by * row.needs_attention
            self.identified += by * bool(row.identity)
            self.facets[row.facet] += by
            if row.kind:
                self.kinds[row.kind] += by
            self.outcomes[row.outcome, row.repaired, row.is_stored] += by


def _differ_only_at(index: int, old: tuple[Ticket, ...], new: tuple[Ticket, ...]) -> bool:
    return old[:index] == new[:index] and old[index + 1 :] == new[index + 1 :]

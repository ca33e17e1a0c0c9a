"""The history since the window opened: every ticket that was judged, in memory and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from inspector.tickets.ticket import WIRE_NAMES, Ticket
from inspector.tickets.verdict import Verdict

MOST_ENTRIES: Final = 1_000
MOST_CHARACTERS: Final = 50_000_000
"""Characters of all fields together; the oldest entries go first."""
LONGEST_SEARCHED: Final = 100_000
"""Characters of a plaintext that a search looks at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One ticket that was judged."""

    number: int
    """Counts the entries since the window opened, from 1."""
    moment: float
    """When it was judged last, in unix seconds."""
    verdict: Verdict

    @property
    def ticket(self) -> Ticket:
        """The ticket as it was pasted."""
        return self.verdict.ticket

    def matches(self, words: str) -> bool:
        """Say whether every word stands somewhere in it; keys are not searched."""
        text = _searched(self.verdict)
        return all(word in text for word in words.casefold().split())


class History:
    """The tickets that were judged, the latest first. Nothing of it is ever stored."""

    def __init__(self, most: int = MOST_ENTRIES) -> None:
        self._most = most
        self._entries: dict[Ticket, Entry] = {}
        self._added = 0
        self._characters = 0
        self.dropped = 0
        """How many entries have gone because there were too many."""

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        """Give the entries, the latest first."""
        return reversed(self._entries.values())

    def add(self, verdict: Verdict, moment: float) -> Entry:
        """Remember a verdict; one of the same ticket takes the place and number of the older.

        `moment` is unix seconds. A ticket without any field is remembered, too: leave it out.
        """
        old = self._entries.pop(verdict.ticket, None)
        if old is None:
            self._added += 1
            self._characters += _weight(verdict.ticket)
        entry = Entry(old.number if old else self._added, moment, verdict)
        self._entries[verdict.ticket] = entry
        while len(self._entries) > 1 and self._is_full():
            oldest = next(iter(self._entries))
            del self._entries[oldest]
            self.dropped += 1
            self._characters -= _weight(oldest)
        return entry

    def search(self, words: str) -> list[Entry]:
        """Return the entries in which every word stands, the latest first; all without words.

        Searched are the label, the outcome, the kind, the causes, the app id and the text.
        """
        return [entry for entry in self if entry.matches(words)]

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self._characters = self.dropped = 0

    def _is_full(self) -> bool:
        return len(self._entries) > self._most or self._characters > MOST_CHARACTERS


def _searched(verdict: Verdict) -> str:
    from inspector.tickets.payload.kinds import title

    ticket = verdict.ticket
    parts = (
        ticket.label,
        verdict.outcome.value,
        verdict.kind,
        title(verdict.kind),
        ticket.app_id,
        ticket.share_ticket,
        (ticket.raw_data or "")[:LONGEST_SEARCHED],
        (verdict.plaintext or "")[:LONGEST_SEARCHED],
        *(finding.code for finding in verdict.findings),
    )
    return "\n".join(part for part in parts if part).casefold()


def _weight(ticket: Ticket) -> int:
    return sum(len(ticket.field(wire) or "") for wire in WIRE_NAMES.values())

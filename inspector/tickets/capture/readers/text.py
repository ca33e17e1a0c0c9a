"""Any text: names with values beside them, in chats, mails, tickets and everything else."""

from __future__ import annotations

from inspector.tickets.capture.scanning.sightings import Reading
from inspector.tickets.capture.scanning.source import Source

name = "text"


def score(source: Source) -> float:
    """Say that any text may be read, if nothing else knows it better."""
    return 0.1 if source.text.strip() else 0.0


def read(source: Source) -> Reading:
    """Return every known name with its value."""
    return Reading(source.pairs)

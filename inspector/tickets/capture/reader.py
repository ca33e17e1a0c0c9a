"""What a reader of captures offers: how sure it is of a text, and what it sees in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from inspector.tickets.capture.scanning.sightings import Frame, Scan
from inspector.tickets.capture.scanning.source import Source


@dataclass(frozen=True, slots=True)
class CaptureReader:
    """Reads captures of one form."""

    title: str
    """What the form is called on screen, in English, such as `a form body`."""
    name: str
    """What the reader is called in `Capture.reader`, such as `form`."""
    score: Callable[[Source], float]
    """Tells how sure it is that a text is of its form, 0 (not) to 1 (certain)."""
    read: Callable[[Source], Scan]
    """Gives the fields that it sees in a text."""
    parts: Callable[[Source], Iterable[Frame]] | None = None
    """Gives the rows of a text each of which should hold a ticket, labelled; None for a form that
    has none."""

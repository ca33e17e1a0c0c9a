"""Strict JSON, nested to any depth, JSON inside its strings included."""

from __future__ import annotations

from inspector.tickets.capture.scanning.sightings import Reading
from inspector.tickets.capture.scanning.source import Source

name = "json"


def score(source: Source) -> float:
    """Be sure when the whole text is one JSON value."""
    return 0.9 if source.parsed is not None else 0.0


def read(source: Source) -> Reading:
    """Return every known name with its value."""
    return Reading(source.pairs)

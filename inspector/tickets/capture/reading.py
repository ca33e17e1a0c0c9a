"""The seam: any text in, the tickets it holds out, never an exception."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.readers import Reader, readers
from inspector.tickets.capture.scanning.assembly import assemble
from inspector.tickets.capture.scanning.source import Cancelled, Source
from inspector.tickets.fields import MAIN_FIELDS

LONGEST: Final = 256 * 1024 * 1024
"""Characters that are read; of a longer text the rest is left out, and `truncated` says so."""
_LARGE: Final = 1_000_000
"""Characters from which no second reader is asked once one found tickets."""
_LAST_RESORT: Final = 0.05
"""A reader below this score is asked only when no other found tickets."""


class _Result(NamedTuple):
    reader: Reader
    score: float
    capture: Capture

    @property
    def worth(self) -> tuple[int, int, float]:
        """Whole tickets count first, then fields, then how sure the reader was."""
        tickets = self.capture.tickets
        whole = sum(all(ticket.field(name) for name in MAIN_FIELDS) for ticket in tickets)
        return whole, len(self.capture.spans), self.score


def read(
    text: str,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Capture:
    """Return the tickets in a text of any kind. Never raises.

    Args:
        text: What was pasted, dropped or read from a file.
        progress: Told now and then how far the reading came, 0 to 1.
        cancelled: Asked now and then; True ends the reading with an empty capture.
    """
    source = Source(text[:LONGEST], progress, cancelled)
    truncated = len(text) > LONGEST
    try:
        results = _results(source)
    except Cancelled:
        return Capture(truncated=True)
    if not results:
        return Capture(truncated=truncated)
    ranked = sorted(results, key=lambda result: result.worth, reverse=True)
    return replace(
        ranked[0].capture,
        reader=ranked[0].reader.name,
        runner_up=ranked[1].reader.name if len(ranked) > 1 else None,
        truncated=truncated,
    )


def _results(source: Source) -> list[_Result]:
    """Ask the readers, the surest first, and keep those that found tickets."""
    scored = [(reader, _score(reader, source)) for reader in readers()]
    scored = sorted((row for row in scored if row[1] > 0), key=lambda row: -row[1])
    results: list[_Result] = []
    for reader, score in scored:
        if results and score < _LAST_RESORT:
            break
        capture = _capture(reader, source)
        if capture.tickets:
            results.append(_Result(reader, score, capture))
            if len(source.text) > _LARGE:
                break
    return results


def _score(reader: Reader, source: Source) -> float:
    try:
        return reader.score(source)
    except Cancelled:
        raise
    except Exception:  # noqa: BLE001  (a reader that fails has no say, and stops no other)
        return 0.0


def _capture(reader: Reader, source: Source) -> Capture:
    try:
        reading = reader.read(source)
        return assemble(source.text, reading, lambda: source.unnamed(reading.sightings))
    except Cancelled:
        raise
    except Exception:  # noqa: BLE001  (a reader that fails has no say, and stops no other)
        return Capture()

"""What of a text was read without a ticket, so that nothing goes missing in silence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from inspector.findings import Finding, Severity
from inspector.tickets.capture.capture import Span
from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.repeated_rows import repeated_rows
from inspector.tickets.capture.scanning.sightings import Frame
from inspector.tickets.capture.scanning.source import Source

MOST_NAMED: Final = 12
"""Rows that are named one by one; of more the first ones are."""


def left_out(source: Source, reader: CaptureReader, spans: Sequence[Span]) -> tuple[Finding, ...]:
    """Return which rows of a text hold no field of any ticket: how many, and where.

    A row that says again what one with a ticket says is none of them.
    """
    parts = list(reader.parts(source)) if reader.parts else []
    starts = [span.start for span in spans]
    count, without, told = 0, list[tuple[str, Frame]](), list[Frame]()
    for count, part in enumerate(parts or repeated_rows(source, spans), 1):
        at = bisect_left(starts, part.start)
        if at == len(starts) or starts[at] >= part.end:
            without.append((part.label or str(count), part))
        else:
            told.append(part)
    texts = {_text(source, part) for part in told} if without else set()
    empty = [row for row, part in without if _text(source, part) not in texts]
    if not empty:
        return ()
    rows = ", ".join(empty[:MOST_NAMED]) + (", …" if len(empty) > MOST_NAMED else "")
    parameters = {"count": len(empty), "total": count, "rows": rows}
    return (Finding("rows_left_out", Severity.WARNING, None, parameters),)


def _text(source: Source, part: Frame) -> str:
    return source.text[part.start : part.end].strip()

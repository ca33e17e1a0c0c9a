"""JSON lines: one JSON object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning.labels import labelled
from inspector.tickets.capture.scanning.sightings import Frame, Scan
from inspector.tickets.capture.scanning.source import Source

_LINE = re.compile(r"^[ \t\ufeff]*\{.*$", re.MULTILINE)
_SAMPLE = 3


def score(source: Source) -> float:
    """Be sure when the first lines are objects, each complete."""
    lines = [line for line in source.head.splitlines() if line.strip()][:_SAMPLE]
    if len(source.head) < len(source.text) and len(lines) < _SAMPLE:
        return 0.0
    return 0.92 if len(lines) > 1 and all(_is_object(line) for line in lines) else 0.0


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line.lstrip("\ufeff")), dict)
    except (ValueError, RecursionError):
        return False


def read(source: Source) -> Scan:
    """Return every known name with its value, each line a frame."""
    frames = tuple(Frame(*match.span()) for match in _LINE.finditer(source.text))
    return source.with_pairs((), frames)


def parts(source: Source) -> Iterator[Frame]:
    """Yield the lines, labelled as their tickets are."""
    yield from labelled(source.text, (match.span() for match in _LINE.finditer(source.text)))


READERS: Final = (CaptureReader("JSON lines", "jsonl", score, read, parts),)

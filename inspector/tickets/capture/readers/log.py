"""Logs: lines that begin with a time, a level or a marker."""

from __future__ import annotations

import re

from inspector.tickets.capture.scanning.sightings import Reading
from inspector.tickets.capture.scanning.source import Source

name = "log"
_HEAD = re.compile(
    r"^[\[(<]?(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{2}:\d{2}:\d{2}|[A-Z][a-z]{2} [ \d]\d \d{2}:|"
    r"(?:DEBUG|INFO|WARN|ERROR|TRACE)\b)",
    re.MULTILINE,
)


def score(source: Source) -> float:
    """Be fairly sure when lines begin with times."""
    found = len(_HEAD.findall(source.head))
    return 0.65 if found > 1 else 0.4 if found else 0.0


def read(source: Source) -> Reading:
    """Return every known name with its value."""
    return Reading(source.pairs)

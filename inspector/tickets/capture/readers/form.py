"""Form bodies and query strings, and JSON that was percent-encoded."""

from __future__ import annotations

import re

from inspector.tickets.capture.scanning.sightings import Reading
from inspector.tickets.capture.scanning.source import Source

name = "form"
_FORM = re.compile(
    r"(?:[^\s=&?]{0,300}\?)?[\w.%\[\]-]{1,80}=[^&\n]*(?:&[\w.%\[\]-]{1,80}=[^&\n]*)+"
)
_ENCODED = re.compile(r"\s*(?:\w{1,40}=)?[\"']?%(?:25)*(?:7[Bb]|5[Bb])")


def score(source: Source) -> float:
    """Be sure when the text is one line of `name=value` joined by `&`."""
    if _ENCODED.match(source.head):
        return 0.88
    line = source.head.strip()
    if "\n" in line.replace("&\n", "&") or "&" not in line:
        return 0.0
    return 0.86 if _FORM.match(line) else 0.0


def read(source: Source) -> Reading:
    """Return every known name with its value."""
    return Reading(source.pairs)

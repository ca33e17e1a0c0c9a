"""Source text: object literals, arrays and assignments of JavaScript, Python, PHP and Java."""

from __future__ import annotations

import re

from inspector.tickets.capture.scanning.sightings import Reading
from inspector.tickets.capture.scanning.source import Source

name = "script"
_LITERAL = re.compile(
    r"[{,\[(]\s{0,40}[\"']?[A-Za-z_$][\w$]{1,40}[\"']?\s{0,4}(?::|=>|=)\s{0,40}\S"
)
_ASSIGNMENT = re.compile(
    r"\b(?:const|let|var|val|String|string|final|def|byte\[\])\s+\w{1,60}\s{0,20}[=:]"
    r"|\$\w{1,60}\s{0,20}=|^\s{0,40}[A-Za-z_][\w.]{0,60}\s{0,20}:?=\s{0,20}[bur]?[\"']",
    re.MULTILINE,
)


def score(source: Source) -> float:
    """Be fairly sure where a literal or an assignment begins."""
    if _ASSIGNMENT.search(source.head):
        return 0.6
    return 0.5 if _LITERAL.search(source.head) else 0.0


def read(source: Source) -> Reading:
    """Return every known name with its value."""
    return Reading(source.pairs)

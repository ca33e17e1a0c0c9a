"""What is copied from a console's object view: names and quoted values without colons."""

from __future__ import annotations

import re

from inspector.tickets.capture.scanning.sightings import Reading
from inspector.tickets.capture.scanning.source import Source

name = "object_preview"
_ADJACENT = re.compile(r"(?:^|[\s,{])[A-Za-z_]\w{1,40}\"[^\"\n]{1,4000}\"", re.MULTILINE)


def score(source: Source) -> float:
    """Be rather sure when several names touch their values."""
    found = len(_ADJACENT.findall(source.head))
    return 0.7 if found > 1 else 0.3 if found else 0.0


def read(source: Source) -> Reading:
    """Return every known name with its value."""
    return Reading(source.pairs)

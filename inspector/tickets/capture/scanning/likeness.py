"""Whether two values are one, seen through damage, and which of them is the better one."""

from __future__ import annotations

import re

from inspector.tickets.capture.scanning.sightings import Sighting

_NOISE = re.compile(r"[^A-Za-z0-9]+")
_ELISION = re.compile(r"(?:…|\.{3})+  # `…` `......`", re.VERBOSE)


def same(one: str, other: str) -> bool:
    """Tell whether two values are one, seen through damage or elided in the middle."""
    if one == other:
        return True
    first, second = _NOISE.sub("", one), _NOISE.sub("", other)
    return first == second or _elides(one, second) or _elides(other, first)


def _elides(short: str, whole: str) -> bool:
    parts = [_NOISE.sub("", part) for part in _ELISION.split(short)]
    if len(parts) < 2 or len(parts[0]) < 8:
        return False
    return whole.startswith(parts[0]) and whole.endswith(parts[-1])


def is_better(new: Sighting, old: Sighting) -> bool:
    """Prefer the value that is whole over the one that is elided or damaged."""
    if new.trust < old.trust:
        return False
    return len(_NOISE.sub("", new.value)) > len(_NOISE.sub("", old.value)) or (
        len(new.value) == len(old.value) and " " in old.value and " " not in new.value
    )

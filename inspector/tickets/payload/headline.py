"""The id that a payload names: what people came for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from inspector.tickets.payload.kinds import id_names, kinds

LONGEST: Final = 2_000
"""A text payload longer than this is no id."""


@dataclass(frozen=True, slots=True)
class Headline:
    """Name and value of what a payload is about."""

    name: str
    value: str


def headline_of(payload: Any, kind: str | None) -> Headline | None:
    """Return the id that a payload of a kind names, or None where it names none."""
    if isinstance(payload, str):
        known = kinds().get(kind or "")
        named = known is not None and known.identity and len(payload) <= LONGEST
        return Headline(known.identity[0], payload) if known and named else None
    if not isinstance(payload, Mapping):
        return None
    for name in id_names():
        value = payload.get(name)
        if isinstance(value, str) and value:
            return Headline(name, value)
    return None

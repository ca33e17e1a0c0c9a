"""What a reader hands over: fields with their places, and the frames they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from inspector.findings import Finding

LABEL = "label"
"""The pseudo field of a group's name; the others are named as on the wire."""


class Trust(IntEnum):
    """How sure it is that a value is what its name says."""

    UNNAMED = 0
    """It has no name of its own: only what decrypts may take it."""
    WEAK = 1
    """The name says little, such as `data`; the value has the right shape."""
    NAMED = 2


@dataclass(frozen=True, slots=True, repr=False)
class Sighting:
    """One field's value, seen at one place of the text."""

    field: str
    """The field's name on the wire, or `LABEL`."""
    value: str
    """The value, with the escapes of its form undone."""
    start: int
    """Where the raw value begins in the text, in code points."""
    end: int
    """One past its last character."""
    trust: Trust = Trust.NAMED
    listed: bool = False
    """True for one element of an array, such as `shareTickets`."""
    verbatim: str | None = None
    """What stands there where `value` is what it means: an object may be printed, or be the text
    that was signed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the text that belongs together: a request, a row, a line."""

    start: int
    end: int
    label: str | None = None
    """What tells it from others, such as the request's method and address."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What one reader saw in a text."""

    sightings: tuple[Sighting, ...] = ()
    """Sorted by `start`."""
    frames: tuple[Frame, ...] = ()
    """Sorted, without overlap; text outside of them stands for itself."""
    rows: bool = field(default=False)
    """True when each frame is a ticket of its own, as in a table."""
    findings: tuple[Finding, ...] = ()
    """What of the text could not be read."""

"""Calls whose arguments have no names: `decryptData('key', 'iv', 'data')`, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning import tokens, values
from inspector.tickets.capture.scanning.shapes import Shape, shape
from inspector.tickets.capture.scanning.sightings import Scan, Sighting, Trust
from inspector.tickets.capture.scanning.source import Source
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption

_CALL = re.compile(r"[A-Za-z_]\w{0,80}\(\s{0,200}[bBrRuU@]?[\"'`]?[A-Za-z0-9+/]{8}")
_ARGUMENT = re.compile(
    r"[(,\[]\s{0,200}(?:[bBrRuUf@](?=[\"'`]))?"
    r"(?P<quote>[\\^`]{0,9}[\"'`])?(?=[A-Za-z0-9+/])"
)
_LONGEST_SHORT = 32


def score(source: Source) -> float:
    """Be fairly sure where a call begins with something like a value."""
    return 0.45 if _CALL.search(source.head) else 0.0


def read(source: Source) -> Scan:
    """Return the named fields, and the arguments that have no names."""
    taken = {sighting.start for sighting in source.pairs}
    trial = TrialDecryption()
    found: list[Sighting] = []
    short: list[Sighting] = []
    long: list[Sighting] = []
    for argument in _arguments(source):
        if argument.start in taken:
            continue
        (short if argument.field == tokens.SHORT else long).append(argument)
        if len(short) >= 2 and long:
            found.extend(tokens.name_trio(short[-2], short[-1], long[-1], trial))
            short, long = [], []
    return source.with_pairs(found)


def _arguments(source: Source) -> Iterator[Sighting]:
    position = 0
    while match := _ARGUMENT.search(source.text, position):
        position = match.end()
        value = values.base64_value(source.text, match.end(), quoted=bool(match["quote"]))
        if value is None or shape("encryptedData", value.text) is Shape.WORD:
            continue
        position = max(position, value.end)
        kind = tokens.SHORT if len(value.text) <= _LONGEST_SHORT else tokens.LONG
        if not value.text.startswith("wx"):
            yield Sighting(kind, value.text, value.start, value.end, Trust.UNNAMED)


READERS: Final = (CaptureReader("a function call", "call", score, read),)

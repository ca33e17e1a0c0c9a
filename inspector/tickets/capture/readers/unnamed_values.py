"""Values without names anywhere in a text: taken only where a key opens data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning import tokens, values
from inspector.tickets.capture.scanning.sightings import Scan, Sighting
from inspector.tickets.capture.scanning.source import Source
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption

_LITERAL = re.compile(r"[\"'`](?=[A-Za-z0-9+/]{16})")
_MOST_LONG = 200
_MOST_SHORT = 60


def score(source: Source) -> float:
    """Try what no other reader understood."""
    return 0.02 if len(source.text) > 2 * len("AAAAAAAAAAAAAAAAAAAAAA==") else 0.0


def read(source: Source) -> Scan:
    """Return each data that one of the nearest keys opens, with its key and iv."""
    if source.pairs:
        return Scan()
    joined = list(_joined(source))
    found = sorted([*joined, *source.unnamed(tuple(joined))], key=lambda token: token.start)
    short = [token for token in found if token.field == tokens.SHORT]
    trial = TrialDecryption()
    sightings: list[Sighting] = []
    for data in [token for token in found if token.field == tokens.LONG][:_MOST_LONG]:
        near = sorted(short, key=lambda token: abs(token.start - data.start))[:_MOST_SHORT]
        sightings.extend(tokens.proved_trio(near, data, trial))
    return Scan(tuple(sorted(set(sightings), key=lambda s: s.start)))


def _joined(source: Source) -> Iterator[Sighting]:
    """Yield the values of string literals that are put together from several pieces."""
    position = 0
    while match := _LITERAL.search(source.text, position):
        position = match.end()
        value = values.base64_value(source.text, match.end(), quoted=True)
        token = tokens.token_of(*value) if value else None
        if token:
            position = token.end
            yield token
        elif value:
            position = value.past(position)


READERS: Final = (CaptureReader("values without names", "unnamed", score, read),)

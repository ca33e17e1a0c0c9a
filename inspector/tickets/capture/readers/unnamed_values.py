"""Values without names anywhere in a text: taken only where a key opens data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspector.tickets.capture.scanning import tokens, values
from inspector.tickets.capture.scanning.proof import Proof
from inspector.tickets.capture.scanning.sightings import Reading, Sighting
from inspector.tickets.capture.scanning.source import Source

name = "unnamed"
_LITERAL = re.compile(r"[\"'`](?=[A-Za-z0-9+/]{16})")
_MOST_LONG = 200
_MOST_SHORT = 60


def score(source: Source) -> float:
    """Try what no other reader understood."""
    return 0.02 if len(source.text) > 2 * len("AAAAAAAAAAAAAAAAAAAAAA==") else 0.0


def read(source: Source) -> Reading:
    """Return each data that one of the nearest keys opens, with its key and iv."""
    if source.pairs:
        return Reading()
    joined = list(_joined(source))
    found = sorted([*joined, *source.unnamed(tuple(joined))], key=lambda token: token.start)
    short = [token for token in found if token.field == tokens.SHORT]
    proof = Proof()
    sightings: list[Sighting] = []
    for data in [token for token in found if token.field == tokens.LONG][:_MOST_LONG]:
        near = sorted(short, key=lambda token: abs(token.start - data.start))[:_MOST_SHORT]
        sightings.extend(_opened(near, data, proof))
    return Reading(tuple(sorted(set(sightings), key=lambda s: s.start)))


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


def _opened(short: list[Sighting], data: Sighting, proof: Proof) -> list[Sighting]:
    key = next((token for token in short if proof.key_fits(token.value, data.value)), None)
    if key is None:
        return []
    ivs = (token for token in short if proof.iv_fits(key.value, token.value, data.value))
    iv = next((token for token in ivs if token.value != key.value), None)
    named = [("session_key", key), ("encryptedData", data), *([("iv", iv)] if iv else [])]
    return [Sighting(field, token.value, token.start, token.end) for field, token in named]

"""Values without a name: base64 of the right length, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from inspector.long_texts import match_end, search
from inspector.tickets.capture.scanning import shapes, unescaping
from inspector.tickets.capture.scanning.open_ends import PAD, PLAIN_SIGN, PLAIN_SIGNS
from inspector.tickets.capture.scanning.shapes import Belief
from inspector.tickets.capture.scanning.sightings import Sighting, Trust
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption
from inspector.tickets.fields import BLOCK

SHORT: Final = "short"
"""A token that may be a session key or an iv."""
LONG: Final = "long"
"""A token that may be encrypted data."""
_LEAST: Final = 22
"""Signs of a key without padding."""
_BEGINNING = re.compile(
    rf"""
    (?<![A-Za-z0-9+/_\\-]){PLAIN_SIGN}{{{_LEAST}}}  # `r7BXXKkLb8qrSNn05n0qiA`
    """,
    re.VERBOSE,
)
_LONGEST: Final = 35 * _LEAST
"""Characters of that many signs."""
_REST = re.compile(
    rf"""
    (?>(?:[A-Za-z0-9+/_-]++|{PLAIN_SIGN})+)  # `a\/b%2Bc`
    (?>{PAD}{{0,4}})                       # `==` `%3D%3D`
    """,
    re.VERBOSE,
)
_MOST: Final = 20_000


def tokens(text: str, taken: Sequence[Sighting] = ()) -> list[Sighting]:
    """Return the unnamed tokens of a text, those inside named values left out."""
    found: list[Sighting] = []
    remaining = iter(sorted(taken, key=lambda s: s.start))
    named = next(remaining, None)
    for start, end in _places(text):
        while named and named.end <= start:
            named = next(remaining, None)
        if named and named.start < end:
            continue
        token = token_of(unescaping.plain_base64(text[start:end]), start, end)
        if token:
            found.append(token)
        if len(found) >= _MOST:
            break
    return found


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where tokens begin and end, long ones gone through piece by piece."""
    end = 0
    while beginning := search(text, _BEGINNING, _LONGEST, end):
        start = beginning.start()
        end = match_end(text, _REST, PLAIN_SIGNS, start)
        yield start, end


def token_of(value: str, start: int, end: int) -> Sighting | None:
    """Return a value as an unnamed token, or None when its shape says nothing.

    Blanks within it were plus signs, where it is whole with these.
    """
    filled = value.replace(" ", "+")
    size = shapes.decoded_size(filled)
    if size == BLOCK and shapes.shape("iv", filled, Belief.UNNAMED) is shapes.Shape.WHOLE:
        return Sighting(SHORT, value, start, end, Trust.UNNAMED)
    whole = size and size % BLOCK == 0
    if whole and shapes.shape("encryptedData", filled, Belief.UNNAMED) is shapes.Shape.WHOLE:
        return Sighting(LONG, value, start, end, Trust.UNNAMED)
    return None


def name_trio(
    one: Sighting, other: Sighting, data: Sighting, trial: TrialDecryption
) -> list[Sighting]:
    """Name a key, an iv and data that have no names, by what decrypts, or else by their order."""
    key, iv = one, other
    if trial.key_fits(other.value, data.value) and not trial.key_fits(one.value, data.value):
        key, iv = other, one
    return [
        Sighting(name, sighting.value, sighting.start, sighting.end)
        for name, sighting in (("session_key", key), ("iv", iv), ("encryptedData", data))
    ]


def proved_trio(
    short: Sequence[Sighting], data: Sighting, trial: TrialDecryption
) -> list[Sighting]:
    """Name the key among some tokens that opens data, with its iv if that is there; or nothing."""
    key = next((token for token in short if trial.key_fits(token.value, data.value)), None)
    if key is None:
        return []
    iv = trial.fitting_iv(key.value, short, data.value)
    named = [("session_key", key), ("encryptedData", data), *([("iv", iv)] if iv else [])]
    return [Sighting(field, token.value, token.start, token.end) for field, token in named]

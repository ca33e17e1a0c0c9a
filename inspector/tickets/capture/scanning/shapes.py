"""What a value looks like: whole base64 of the right length, damaged data, or just a word."""

from __future__ import annotations

import base64
import binascii
import re
from enum import IntEnum
from itertools import pairwise
from typing import Final

from inspector.tickets.fields import BLOCK

_WHITE = re.compile(r"\s+")
_CLEAN = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")
_HEX = re.compile(r"(?:[0-9a-f]+|[0-9A-F]+)")
UUID: Final = r"""
    [0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}  # `0f6b1c1e-8d2a-4d0c-9c55-2f3e6f1a7b90`
"""
_UUID = re.compile(UUID, re.VERBOSE)
_NOISE = re.compile(r"[^A-Za-z0-9+/=_-]+")
_CAMEL = re.compile(r"[A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d*  # `getSessionKey2` `Data`", re.VERBOSE)
"""An identifier such as `getSessionKeyForUser`."""
_SHORTEST: Final = 8
_SHORTEST_UNPADDED: Final = 12
_LONG: Final = 44
"""Characters of base64 that hold two blocks."""
_LOOK: Final = 400
"""Characters that are enough to tell data from words."""


class Shape(IntEnum):
    """How much a value looks like the field it is taken for."""

    WORD = 0
    """A word, an identifier, a number: no value."""
    DAMAGED = 1
    """Random enough to be data, but not whole."""
    WHOLE = 2
    """Base64 of the right length."""


def decoded_size(text: str) -> int | None:
    """Return how many bytes a base64 text holds, or None when it is not whole base64."""
    if not _CLEAN.fullmatch(text):
        return None
    body = text.rstrip("=")
    padding = len(text) - len(body)
    if len(body) % 4 == 1 or (padding and len(text) % 4):
        return None
    return len(body) * 6 // 8


def fits(field: str, size: int | None) -> bool:
    """Tell whether a field may have that many bytes."""
    if size is None:
        return False
    return size == BLOCK if field != "encryptedData" else size > 0 and size % BLOCK == 0


def shape(field: str, value: str) -> Shape:
    """Return how much a value looks like a session key, an iv or encrypted data."""
    if not _random(value[:_LOOK]):
        special = _UUID.fullmatch(value) if field == "encryptedData" else _hex(field, value)
        return Shape.DAMAGED if special else Shape.WORD
    if fits(field, decoded_size(_WHITE.sub("", value))):
        return Shape.WHOLE
    return Shape.DAMAGED


def is_near_whole(field: str, value: str) -> bool:
    """Tell whether a value is whole but for lost signs, or data too long to be anything else."""
    if shape(field, value) is Shape.WORD:
        return False
    filled = re.sub(r"\s", "+", value)
    whole = fits(field, decoded_size(filled)) or fits(field, decoded_size(_WHITE.sub("", value)))
    return whole or (field == "encryptedData" and len(value) >= _LONG)


def is_wrapped_text(value: str) -> bool:
    """Tell from its first twelve bytes whether base64 wraps a text; data of a cipher does not."""
    head = value[:16].replace("-", "+").replace("_", "/")
    try:
        text = base64.b64decode(head, validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return False
    return bool(text) and all(c.isprintable() or c in "\r\n\t" for c in text)


def is_uuid(value: str) -> bool:
    """Tell whether a value is a UUID, as the platform's handles are."""
    return bool(_UUID.fullmatch(value))


def _hex(field: str, value: str) -> bool:
    """Tell whether a value is hexadecimal; an iv may be 16 such characters used as they are."""
    sizes = (16, 32) if field == "iv" else (32, 48, 64)
    whole = len(value) in sizes or (field == "encryptedData" and len(value) >= 2 * sizes[-1])
    return whole and bool(_HEX.fullmatch(value)) and not value.isdigit()


def _random(value: str) -> bool:
    """Tell data from words by how often the kind of character changes."""
    text = _NOISE.sub("", value)
    if len(text) < _SHORTEST or len(text) < 0.5 * len(value):
        return False
    upper = sum(c.isupper() for c in text)
    lower = sum(c.islower() for c in text)
    if not upper or not lower:
        return text.endswith("==") and len(text) == 24 and changes(text) > 0.2
    if text.endswith("="):
        return changes(text) >= (0.08 if len(text) == 24 else 0.2)
    if len(text) < _SHORTEST_UNPADDED or _CAMEL.fullmatch(text):
        return False
    return changes(text) >= (0.2 if len(text) == 22 else 0.35)


def changes(text: str) -> float:
    """Return how often the kind of character changes, as a share of the length (data: 0.6)."""
    kinds = ["U" if c.isupper() else "l" if c.islower() else "o" for c in text.rstrip("=")]
    return sum(a != b for a, b in pairwise(kinds)) / max(len(kinds), 1)

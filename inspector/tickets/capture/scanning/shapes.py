"""What a value looks like: whole base64 of the right length, damaged data, or just a word."""

from __future__ import annotations

import base64
import binascii
import re
from enum import IntEnum
from typing import Final

from inspector.long_texts import consists_of, without
from inspector.tickets.capture.scanning.randomness import randomness
from inspector.tickets.elision import ELIDED, LETTERS, WORDS
from inspector.tickets.fields import BLOCK

_WHITE = re.compile(r"\s+")
_CLEAN = re.compile(r"[A-Za-z0-9+/_-]+")
_HEX = re.compile(r"(?:[0-9a-f]+|[0-9A-F]+)  # `8f20` `8F20`", re.VERBOSE)
UUID: Final = r"""
    [0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}  # `0f6b1c1e-8d2a-4d0c-9c55-2f3e6f1a7b90`
"""
_UUID = re.compile(UUID, re.VERBOSE)
_NOISE = re.compile(r"[^A-Za-z0-9+/=_-]+")
_CLOSING: Final = ("]", ")", "}", ">")
_HEXADECIMAL = re.compile(
    r"""
      (?:0[xX])?(?:(?:0[xX]|\\++x)?[0-9A-Fa-f]{2}[ :+-]?)+[0-9A-Fa-f]?  # `0x8f` `8f:20`
    | [0-9]{1,3}(?:[ +][0-9]{1,3}){14,}[ +]?                            # numbers, fifteen or more
    """,
    re.VERBOSE,
)
"""Bytes that are written otherwise, perhaps cut off."""
_ELIDED = re.compile(ELIDED, re.VERBOSE | re.IGNORECASE)
_LETTERS = re.compile(LETTERS, re.VERBOSE)
_WORDS = re.compile(WORDS, re.VERBOSE)
_DOTS = re.compile(r"[….]+  # `…` `...`", re.VERBOSE)
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/=_-]")
_EXACT = re.compile(r"[A-Za-z0-9+/_-]{21}[AQgw]  # `r7BXXKkLb8qrSNn05n0qiA`", re.VERBOSE)
"""Base64 of one block without padding; the last character holds two bits."""
_SHORTEST: Final = 8
_SHORT: Final = 16
"""Characters below which a text says less of itself."""
_LONG: Final = 44
"""Characters of base64 that hold two blocks."""
_LOOK: Final = 400
"""Characters that are enough to tell data from words."""
_DISTINCT: Final = 5
"""Different characters that a text of data has at least; `xxxxxxxx` is none."""
_PADDED: Final = 6.0
"""What each sign of padding adds to the randomness of a text: words do not end in `=`."""


class Belief(IntEnum):
    """How random a value must look to be believed, as `randomness` scores."""

    EXACT = -20
    """A value as long as a key, to the last bit, behind such a name: none of 400,000 is lost, and
    six of a thousand identifiers of that length are believed."""
    LITERAL = -15
    """A quoted string behind a name that means nothing else: one in 100,000 is lost."""
    NAMED = -6
    """A word behind such a name; in source text it may be an identifier."""
    UNNAMED = 0
    """A token that stands anywhere."""


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
    body = text.rstrip("=")
    padding = len(text) - len(body)
    if not body or padding > 2 or not consists_of(body, _CLEAN):
        return None
    if len(body) % 4 == 1 or (padding and len(text) % 4):
        return None
    return len(body) * 6 // 8


def fits(field: str, size: int | None) -> bool:
    """Tell whether a field may have that many bytes."""
    if size is None:
        return False
    return size == BLOCK if field != "encryptedData" else size > 0 and size % BLOCK == 0


def is_exact(value: str) -> bool:
    """Tell whether a value is exactly base64 of a key's length, but without padding."""
    return bool(_EXACT.fullmatch(value))


def is_masked(value: str) -> bool:
    """Tell whether characters of a value were left out or masked; of dots, both ends must show."""
    rest = _ELIDED.sub("", value)
    if rest == value or _NO_BASE64.search(rest):
        return False
    if any(not _DOTS.fullmatch(mask[0]) for mask in _ELIDED.finditer(value)):
        return True
    first, _, last = _ELIDED.sub("…", value).partition("…")
    return len(first) > 3 and len(last) > 1


def is_lettered(value: str) -> bool:
    """Tell whether all of a value is a mask of letters, as `xxxx==` is."""
    return bool(_LETTERS.fullmatch(value))


def is_worded(value: str) -> bool:
    """Tell whether a value says of itself that it is masked or to be filled in: `REDACTED`."""
    return bool(_LETTERS.fullmatch(value) or _WORDS.fullmatch(value))


def shape(field: str, value: str, belief: Belief = Belief.NAMED) -> Shape:
    """Return how much a value looks like a session key, an iv or encrypted data."""
    if not is_random(value[:_LOOK], belief):
        return Shape.DAMAGED if _is_special(field, value, belief) else Shape.WORD
    if fits(field, decoded_size(without(value, _WHITE))):
        return Shape.WHOLE
    return Shape.DAMAGED


def is_near_whole(field: str, value: str, belief: Belief = Belief.NAMED) -> bool:
    """Tell whether a value is whole but for lost signs, or data too long to be anything else."""
    if shape(field, value, belief) is Shape.WORD:
        return False
    filled = re.sub(r"\s", "+", value)
    whole = fits(field, decoded_size(filled)) or fits(field, decoded_size(without(value, _WHITE)))
    return whole or (field == "encryptedData" and len(value) >= _LONG)


def is_wrapped_text(value: str) -> bool:
    """Tell from its first twelve bytes whether base64 wraps a text; data of a cipher does not."""
    head = value[:16].replace("-", "+").replace("_", "/")
    try:
        text = base64.b64decode(head, validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return False
    return bool(text) and all(c.isprintable() or c in "\r\n\t" for c in text)


def is_base64(value: str) -> bool:
    """Tell whether a value is base64, whole or damaged, not bytes in another notation."""
    return value[-1:] not in _CLOSING and not _HEXADECIMAL.fullmatch(value)


def is_uuid(value: str) -> bool:
    """Tell whether a value is a UUID, as the platform's handles are."""
    return bool(_UUID.fullmatch(value))


def _is_special(field: str, value: str, belief: Belief) -> bool:
    """Tell a value that is no base64: a handle for data, hexadecimal, something masked."""
    if field == "encryptedData" and _UUID.fullmatch(value):
        return True
    masked = belief < Belief.UNNAMED and (is_masked(value) or is_lettered(value))
    return masked or _hex(field, value, belief)


def _hex(field: str, value: str, belief: Belief) -> bool:
    """Tell whether a value is hexadecimal; an iv may be 16 such characters used as they are."""
    if field == "encryptedData":
        least = 4 * BLOCK if belief < Belief.UNNAMED else 8 * BLOCK
        whole = len(value) >= least or len(value) == 2 * BLOCK
    else:
        whole = len(value) in ((BLOCK, 2 * BLOCK) if field == "iv" else (32, 48, 64))
    digits = value.isdigit() and (field != "iv" or belief == Belief.UNNAMED)
    return whole and bool(_HEX.fullmatch(value)) and not digits


def is_random(value: str, belief: Belief = Belief.NAMED) -> bool:
    """Tell data from words, identifiers and numbers."""
    text = _NOISE.sub("", value)
    if len(text) < _SHORTEST or 2 * len(text) < len(value):
        return False
    if _HEXADECIMAL.fullmatch(text) or _UUID.fullmatch(text) or len(set(text)) < _DISTINCT:
        return False
    least = belief if len(text) >= _SHORT else belief / 2
    body = text.rstrip("=")
    return randomness(body) + _PADDED * min(len(text) - len(body), 2) > least

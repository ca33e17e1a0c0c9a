"""Base64, read and written here only.

Strictly it is the alphabet of RFC 4648 section 4, whole groups, correct padding.
"""

from __future__ import annotations

import base64
import binascii
import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence

from inspector.long_texts import PIECE, pieces

_STRICT = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


class NotBase64(ValueError):
    """The text is no base64 as the platform writes it."""


def decode(text: str) -> bytes:
    """Return the bytes of a base64 text without any tolerance but for unused last bits.

    Raises:
        NotBase64: A character outside the alphabet, a broken group or wrong padding.
    """
    if not _STRICT.fullmatch(text):
        raise NotBase64
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotBase64 from error


def encode(data: bytes) -> str:
    """Return the base64 text of bytes, as the platform writes it."""
    return base64.b64encode(data).decode("ascii")


def exact(text: str | None) -> bytes:
    """Return the bytes of base64 that is as the platform writes it to the last bit, else none.

    It is asked for every field of every row of a file, so it raises nothing.
    """
    if text and len(text) > PIECE:
        return _exact_long(text)
    try:
        data = a2b_base64(text or "")
    except ValueError:
        return b""
    return data if b2a_base64(data, newline=False).decode() == text else b""


def _exact_long(text: str) -> bytes:
    """Return what `exact` does, of a text of many pieces, each of which is whole groups."""
    if text.find("=", 0, -2) >= 0:
        return b""
    found = [*map(exact, pieces(text))]
    return b"".join(found) if all(found) else b""


def exact_all(texts: Sequence[str]) -> list[bytes]:
    """Return what `exact` does of each text, faster where all of them are exact.

    All are written again and compared at once: no text of base64 has a line end.
    """
    try:
        found = [*map(a2b_base64, texts)]
    except ValueError:
        return [*map(exact, texts)]
    is_exact = b"".join(map(b2a_base64, found)) == "\n".join((*texts, "")).encode()
    return found if is_exact else [*map(exact, texts)]


def decode_loosely(characters: str) -> bytes:
    """Return the whole bytes in characters of the alphabet, without `=`."""
    usable = len(characters) - (len(characters) % 4 == 1)
    whole = characters[:usable] + "=" * (-usable % 4)
    if usable <= PIECE:
        return base64.b64decode(whole)
    return b"".join(map(base64.b64decode, pieces(whole)))

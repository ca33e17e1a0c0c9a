"""Bodies that a network log keeps in base64, compressed or not."""

from __future__ import annotations

import base64
import binascii
import codecs
import zlib
from typing import Final, NamedTuple

MOST_TIMES: Final = 20
"""How many times its packed size is unpacked of a body: JSON seldom packs better, bombs do."""
LEAST: Final = 1024
"""Bytes that are unpacked of the smallest body."""
_MAGIC_OR_BARE: Final = (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS)
"""How deflate may be wrapped: as gzip or zlib, which show it themselves, or not at all."""
TOO_NEW: Final = ("br", "zstd", "dcb", "dcz")
"""Codings that no supported Python has."""


class Body(NamedTuple):
    """What a body in base64 holds."""

    text: str | None
    """Its text; None where it is none, such as a picture."""
    coding: str | None = None
    """The coding that kept it from being read."""


def body(packed: str, coding: str) -> Body:
    """Return the text of a body.

    Args:
        packed: The body in base64.
        coding: Its `Content-Encoding`; logs keep that even where they unpacked the body.
    """
    try:
        data = base64.b64decode(packed, validate=False)
    except (binascii.Error, ValueError):
        return Body(None)
    for held in (data, *(_inflated(data, bits) for bits in _MAGIC_OR_BARE)):
        text = _text(held)
        if text:
            return Body(text)
    names = [name.strip().lower() for name in coding.split(",")]
    return Body(None, next((name for name in names if name in TOO_NEW), None))


def _text(data: bytes) -> str | None:
    """Return bytes as text, a character that is cut off at the end left out."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        return decoder.decode(data)
    except UnicodeDecodeError:
        return None


def _inflated(data: bytes, bits: int) -> bytes:
    """Return what deflate packed, as far as it goes and is not too large; nothing for others."""
    try:
        return zlib.decompressobj(bits).decompress(data, LEAST + MOST_TIMES * len(data))
    except zlib.error:
        return b""

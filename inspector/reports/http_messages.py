"""Raw HTTP messages, as the sessions in a `.saz` file are: the body is unpacked as it was sent."""

from __future__ import annotations

import re
import zlib
from typing import Final

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a message; a larger one stays as it is."""
MOST_TIMES: Final = 50
"""How many times its packed size a body may be unpacked."""
_FIRST_LINE: Final = re.compile(rb"(?:HTTP/1\.[01] [0-9]{3}|[A-Z]{3,10} [^\r\n]{1,8000} HTTP/1)")
_PACKED: Final = re.compile(rb"^Content-Encoding:[ \t]*(?:x-)?(?:gzip|deflate)\b", re.I | re.M)
_CHUNKED: Final = re.compile(rb"^Transfer-Encoding:[^\r\n]*\bchunked\b", re.I | re.M)
_SIZE: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r\n")


def is_message(head: bytes) -> bool:
    """Say whether bytes begin as an HTTP message does."""
    return bool(_FIRST_LINE.match(head))


def plain(message: bytes) -> bytes:
    """Return a message with its body put together and unpacked; as it is where that fails."""
    head, blank, body = message.partition(b"\r\n\r\n")
    if _CHUNKED.search(head):
        body = _joined(body)
    if not _PACKED.search(head):
        return head + blank + body
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            unpacked = zlib.decompressobj(bits).decompress(body, MOST_TIMES * len(body) + 1024)
        except zlib.error:
            continue
        return head + blank + unpacked
    return message


def _joined(body: bytes) -> bytes:
    """Return the chunks of a body without their sizes, as far as they go."""
    pieces: list[bytes] = []
    at = 0
    while (size := _SIZE.match(body, at)) and int(size[1], 16):
        end = size.end() + int(size[1], 16)
        pieces.append(body[size.end() : end])
        at = end + len(b"\r\n")
    return b"".join(pieces) or body

"""Compressed files and bodies that no supported Python opens: they are told, not read."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from inspector.reports.http_messages import is_message
from inspector.texts import is_utf8
from inspector.tickets.capture.scanning.bodies import TOO_NEW

_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_CODED: Final = re.compile(
    rb"^Content-Encoding:[ \t]*(%b)\b" % "|".join(TOO_NEW).encode("ascii"), re.I | re.M
)
_SHOWN: Final = re.compile(
    rb"^Content-Type:[ \t]*(?:image|font|video|audio|text/css|text/javascr|application/javascr)",
    re.I | re.M,
)
"""Bodies in which nobody looks for a ticket."""


def shut_coding(name: str, head: bytes) -> str | None:
    """Return the coding that keeps a file, or the HTTP message in it, from being read.

    Args:
        name: The file's name: Brotli has no mark of its own.
        head: Its first bytes.
    """
    if head.startswith(_ZSTD):
        return "zstd"
    if PurePath(name).suffix.lower() == ".br" and not is_utf8(head):
        return "br"
    return _of_message(head) if is_message(head) else None


def _of_message(message: bytes) -> str | None:
    head, _, body = message.partition(b"\r\n\r\n")
    if is_utf8(body) or _SHOWN.search(head):
        return None  # some proxies unpack a body and leave the header
    found = _CODED.search(head)
    return found[1].decode("ascii").lower() if found else None

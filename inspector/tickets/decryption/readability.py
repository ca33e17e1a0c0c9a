"""How much decrypted bytes look like the text of a payload, in bits of evidence.

A byte of a payload is likelier or less likely than one in 256; the logarithms of these ratios
are added up. Bytes of a wrong key reach a sum of n bits at most once in 2**n blocks, so a sum
is a proof whose strength is known. Figures were set for compact JSON with ids, not fitted.
"""

from __future__ import annotations

import re
import string
from functools import cache
from math import log2
from typing import Final

from inspector.tickets.decryption.cipher import LONGEST_PADDING
from inspector.tickets.fields import BLOCK

PROOF: Final = 20.0
"""Bits that make a block believed readable: by chance once in a million."""

NOISE_BITS: Final = -9.0
"""Weight of a byte that no text holds: a control character or a lone piece of UTF-8."""

_WIDE: Final = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]"
    rb"|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]"
    rb"|\xc2[\xa0-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}"
)
_WIDE_BITS: Final = {2: -1.0, 3: 6.0, 4: 10.0}
"""Bits of one character by its length in UTF-8 (Chinese needs three bytes, emoji four)."""
_COMMON_LEADS: Final = b"\xc3\xce\xcf\xd0\xd1"
"""First bytes of accented Latin, Greek and Cyrillic letters."""
_COMMON_BITS: Final = 2.5
_HEAD: Final = re.compile(rb"[\x80-\xbf]{1,3}")
_TAIL: Final = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
_NOISE: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@cache
def _weights() -> tuple[float, ...]:
    """Return the bits of each of the 256 byte values when it stands alone."""
    share = dict.fromkeys(range(0x20, 0x7F), 0.0015)
    share |= dict.fromkeys(string.ascii_letters.encode() + string.digits.encode(), 0.65 / 62)
    share |= {ord('"'): 0.1, ord(":"): 0.03, ord(","): 0.03}
    share |= dict.fromkeys(b"{}[]_-/.+ \\", 0.008)
    share |= dict.fromkeys(b"\n\r\t", 0.002)
    return tuple(log2(share[byte] * 256) if byte in share else NOISE_BITS for byte in range(256))


def evidence(data: bytes) -> float:
    """Return the bits of evidence that these bytes are text; noise is far below zero.

    Characters cut by either end are neither evidence nor noise.
    """
    weights = _weights()
    if data.isascii():
        return sum(map(weights.__getitem__, data))
    head, tail = _HEAD.match(data), _TAIL.search(data)
    core = data[head.end() if head else 0 : tail.start() if tail else None]
    bits = 0.0
    for match in _WIDE.finditer(core):
        bits += _COMMON_BITS if match[0][0] in _COMMON_LEADS else _WIDE_BITS[len(match[0])]
    return bits + sum(map(weights.__getitem__, _WIDE.sub(b"", core)))


def is_noise_free(data: bytes) -> bool:
    """Return whether nothing in the bytes is impossible in text, cut characters aside."""
    head, tail = _HEAD.match(data), _TAIL.search(data)
    core = data[head.end() if head else 0 : tail.start() if tail else None]
    if _NOISE.search(core):
        return False
    return core.isascii() or _WIDE.sub(b"", core).isascii()


def last_block_evidence(block: bytes) -> float:
    """Return the bits for a last block: what its padding proves and what its text does."""
    count = block[-1] if block else 0
    within = min(count, BLOCK)
    if 1 <= count <= LONGEST_PADDING and block[-within:] == bytes([count]) * within:
        return 8.0 * within - 4.0 + evidence(block[: BLOCK - within])
    return evidence(block)


def is_readable(block: bytes) -> bool:
    """Return whether a block of 16 bytes is text through and through."""
    return is_noise_free(block) and evidence(block) >= NOISE_BITS

"""Where blocks begin in a piece of base64 whose beginning is lost.

Characters carry six bits and blocks 128, so a piece begins at an even bit of some block: one of
64 places, and each is tried. At a wrong place every block is noise; at the right one the blocks
after the first, whose predecessor is lost, decrypt to text under the right key. The first 108
characters are looked at, at most five blocks a trial, so that the cost does not grow with the
data; 64 trials make chance likelier by six bits, so six more are asked. Where that stretch
holds too little to prove it, the end decides: data that is whole at its end leaves up to four
places, and its padding proves one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Final

from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import block_decryptor, xor
from inspector.tickets.decryption.readability import PROOF, evidence, last_block_evidence
from inspector.tickets.fields import BLOCK

WINDOW: Final = 108
"""Characters that are looked at: four whole blocks wherever they begin."""
PHASES: Final = 64
_NOISE: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
PLACES_BITS: Final = 12.0
"""Trying many places makes chance hits likelier; so many bits more are demanded than for one."""


def skipped_bits(characters: str, key: bytes) -> int | None:
    """Return the bits (even, below 128) before the first whole block, None if none gives text."""
    decrypt = block_decryptor(key)
    window = characters[:WINDOW]
    pieces = list(_all_after(window))
    raw_blocks = decrypt(b"".join(pieces))
    best, best_bits, start = None, PROOF + PLACES_BITS, 0
    for number, data in enumerate(pieces):
        plain = xor(raw_blocks[start + BLOCK : start + len(data)], data[:-BLOCK]) if data else b""
        start += len(data)
        bits = _text_bits(plain)
        if bits > best_bits:
            best, best_bits = 2 * number, bits
    return _skip_before_padding(characters, decrypt) if best is None else best


def _skip_before_padding(characters: str, decrypt: Callable[[bytes], bytes]) -> int | None:
    """Return the bits to skip when the data ends in whole blocks, proved by the padding."""
    unused = len(characters) % 4 % 3 * 2 if len(characters) % 4 else 0
    for tail in dict.fromkeys((unused, 0, 2, 4)):
        skip = (len(characters) * 6 - tail) % (8 * BLOCK)
        data = blocks_after(characters, skip)[-3 * BLOCK :]
        if len(data) < 2 * BLOCK or skip % 2:
            continue
        plain = [
            xor(decrypt(data[at : at + BLOCK]), data[at - BLOCK : at])
            for at in range(BLOCK, len(data), BLOCK)
        ]
        bits = [*map(evidence, plain[:-1]), last_block_evidence(plain[-1])]
        if max(sum(bits), bits[-1]) > PROOF + PLACES_BITS:
            return skip
    return None


def blocks_after(characters: str, skip: int) -> bytes:
    """Return the whole blocks in characters of base64 after skipping so many bits."""
    data = decode_loosely(characters + "A" * (-len(characters) % 4))
    usable = len(characters) * 6 - skip
    if usable < 8 * BLOCK:
        return b""
    value = int.from_bytes(data, "big") >> (len(data) * 8 - len(characters) * 6)
    size = usable // (8 * BLOCK) * BLOCK
    value = (value & ((1 << usable) - 1)) >> (usable - 8 * size)
    return value.to_bytes(size, "big")


def _all_after(characters: str) -> Iterator[bytes]:
    """Give what `blocks_after` gives for each of the places where a block may begin."""
    data = decode_loosely(characters + "A" * (-len(characters) % 4))
    value = int.from_bytes(data, "big") >> (len(data) * 8 - len(characters) * 6)
    for skip in range(0, 2 * PHASES, 2):
        usable = len(characters) * 6 - skip
        size = max(0, usable) // (8 * BLOCK) * BLOCK
        mask = (1 << 8 * size) - 1
        yield (value >> max(0, usable - 8 * size) & mask).to_bytes(size, "big")


def _text_bits(plain: bytes) -> float:
    """Return the best evidence of two blocks in a row, of one where there are no more.

    A pair of the first four holds one of the two in the middle, so where neither looks like
    text, nothing more is looked at: that is nearly all of the noise of wrong places.
    """
    middle = (plain[BLOCK : 2 * BLOCK], plain[2 * BLOCK : 3 * BLOCK])
    if not any(not _NOISE.search(block) and evidence(block) > 0 for block in middle):
        return 0.0
    bits = [evidence(plain[at : at + BLOCK]) for at in range(0, len(plain), BLOCK)]
    pairs = [first + second for first, second in itertools.pairwise(bits)]
    return max(pairs or bits, default=0.0)

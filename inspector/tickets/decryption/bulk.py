"""The data of many tickets decrypted together, each under its own key.

What a cipher takes for a short text is nearly all its making. From some thousand blocks on,
the lanes of large integers are faster (`many_keys`), one for each block.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from inspector.tickets.decryption import cipher
from inspector.tickets.decryption.many_keys import Bits, decrypt_lanes
from inspector.tickets.fields import BLOCK

LEAST_LANES: Final = 2_000
"""Blocks from which on lanes are faster."""
MOST_LANES: Final = 40_000
"""More blocks at once gain nothing and only take memory."""
LONGEST: Final = 64 * BLOCK
"""Bytes of one text; for a longer one a cipher of its own is faster."""
EIGHT: Final = range(8)


Sealed = tuple[bytes, bytes, bytes]
"""Key, iv and data: a block each of the first two, whole blocks of the last."""


def decrypt_all(given: Sequence[Sealed]) -> list[bytes]:
    """Return for each what comes out of the cipher (CBC), padding included."""
    short = [each for each in given if len(each[2]) <= LONGEST]
    decrypted = _decrypt_short(short)
    if len(short) == len(given):
        return decrypted
    found = iter(decrypted)
    return [next(found) if len(each[2]) <= LONGEST else cipher.decrypt(*each) for each in given]


def _decrypt_short(given: Sequence[Sealed]) -> list[bytes]:
    """Do so with texts that are not long, as many at a time as go into lanes together."""
    before = [0, *accumulate([len(data) // BLOCK for _, _, data in given])]
    decrypted: list[bytes] = []
    while (start := len(decrypted)) < len(given):
        end = min(bisect_left(before, before[start] + MOST_LANES), len(given))
        some = given[start:end]
        if before[end] - before[start] >= LEAST_LANES:
            decrypted += _in_lanes(some)
        else:
            decrypted += [cipher.decrypt(*each) for each in some]
    return decrypted


def _in_lanes(given: Sequence[Sealed]) -> list[bytes]:
    """Decrypt some texts, a lane for each of their blocks."""
    keys = b"".join([key * (len(data) // BLOCK) for key, _, data in given])
    blocks = b"".join([data for _, _, data in given])
    before = b"".join([(iv + data)[: len(data)] for _, iv, data in given])
    lanes = -(-len(blocks) // BLOCK // 8) * 8
    turn = _Turn(lanes)
    every = (1 << lanes) - 1
    raw_blocks = decrypt_lanes(turn.planes(keys), turn.planes(blocks), every)
    plain = cipher.xor(turn.texts(raw_blocks)[: len(blocks)], before)
    ends = [*accumulate([len(data) for _, _, data in given])]
    return [plain[start:end] for start, end in zip([0, *ends], ends, strict=False)]


class _Turn:
    """Turns blocks into planes of their bits and back: squares of 8 x 8 bits along a diagonal."""

    def __init__(self, lanes: int) -> None:
        self._lanes = lanes
        self._steps = [
            (shift, int.from_bytes(bytes.fromhex(mask) * (lanes // 8), "big"))
            for shift, mask in (
                (7, "00aa00aa00aa00aa"),
                (14, "0000cccc0000cccc"),
                (28, "00000000f0f0f0f0"),
            )
        ]

    def planes(self, blocks: bytes) -> list[Bits]:
        """Return the 16 bytes of all blocks, each as eight planes."""
        columns = [blocks[at::BLOCK].ljust(self._lanes, b"\0") for at in range(BLOCK)]
        return [self._planes(self._turned(column)) for column in columns]

    def texts(self, planes: Sequence[Bits]) -> bytearray:
        """Return the blocks of such planes."""
        blocks = bytearray(BLOCK * self._lanes)
        column = bytearray(self._lanes)
        for at, bits in enumerate(planes):
            for bit in EIGHT:
                column[bit::8] = bits[bit].to_bytes(self._lanes // 8, "little")
            blocks[at::BLOCK] = self._turned(column)
        return blocks

    def _turned(self, column: bytes | bytearray) -> bytes:
        value = int.from_bytes(column, "little")
        for shift, mask in self._steps:
            change = (value ^ value >> shift) & mask
            value ^= change ^ change << shift
        return value.to_bytes(self._lanes, "little")

    @staticmethod
    def _planes(column: bytes) -> Bits:
        a, b, c, d, e, f, g, h = [int.from_bytes(column[bit::8], "little") for bit in EIGHT]
        return a, b, c, d, e, f, g, h

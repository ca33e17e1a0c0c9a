"""Many keys on the data of many tickets: which of them may belong together.

One key schedule serves the last blocks of all tickets, which are decrypted in one call. The
last block is what decides: it needs no iv, and under the right key it ends in padding, 1 to 16
bytes that tell their own number. Of all trials under wrong keys about one in a thousand gets
through the test of two bytes, which is done for all tickets at once, and one in ten thousand
through that of the whole block. So what is given here are candidates, never proofs: a proof is
that the ticket opens whole.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import block_decryptor, xor
from inspector.tickets.decryption.readability import last_block_evidence
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import is_proof, key_evidence
from inspector.tickets.fields import BLOCK

LEAST_BITS: Final = 0.0
"""Evidence that a last block must have; those of usual payloads have 25 and more."""
READINGS: Final = 4
"""Readings of data on which a candidate is tried once more."""
LATEST: Final = 4
"""Data whose readings are remembered: key after key is tried on the same."""
MANY: Final = 65_536
"""Keys that may be tried on one ticket: more than that are in no file that people have."""
TAIL: Final = 44
"""Characters of base64, in whole groups of four, that hold two blocks."""
_BEFORE_ONE: Final = frozenset((string.ascii_letters + string.digits + '}]"_-+/=.~').encode())
"""What may stand before a padding of one byte: the end of JSON or of an id."""
_ONE: Final = 0x7D
_NO_COUNT, _NO_CHARACTER = 0xFF, 0xFE


class LastBlocks(NamedTuple):
    """The end of a ticket's data."""

    before: bytes
    """The last block but one, or the iv of data that is one block."""
    last: bytes


class KeyTrials:
    """Tries keys on the ends of some tickets' data."""

    def __init__(self, ends: Sequence[LastBlocks]) -> None:
        self._ends = ends
        self._blocks = b"".join(end.last for end in ends)
        self._before_last = _column(ends, BLOCK - 1)
        self._before_second = _column(ends, BLOCK - 2)

    def candidates(self, key: bytes) -> list[int]:
        """Return the indices of the ends that may have come from this key."""
        if not self._ends:
            return []
        raw_blocks = block_decryptor(key)(self._blocks)
        size = len(self._ends)
        last = _whole(raw_blocks[BLOCK - 1 :: BLOCK]) ^ self._before_last
        second = _whole(raw_blocks[BLOCK - 2 :: BLOCK]) ^ self._before_second
        counts = last.to_bytes(size, "little").translate(_COUNTS)
        characters = second.to_bytes(size, "little").translate(_CHARACTERS)
        equal = (_whole(counts) ^ _whole(characters)).to_bytes(size, "little")
        found: list[int] = []
        at = equal.find(0)
        while at >= 0:
            block = xor(raw_blocks[at * BLOCK : (at + 1) * BLOCK], self._ends[at].before)
            if last_block_evidence(block) >= LEAST_BITS:
                found.append(at)
            at = equal.find(0, at + 1)
        return found


def trials(keys: Iterable[bytes], ends: Sequence[LastBlocks]) -> Iterator[tuple[int, int]]:
    """Give the pairs of a key and an end that may belong together, as indices."""
    tried = KeyTrials(ends)
    for index, key in enumerate(keys):
        for end in tried.candidates(key):
            yield index, end


def ends_of(encrypted_data: str, iv: bytes = b"") -> list[LastBlocks]:
    """Return how data as pasted may end: once where it is clean, else as its blanks are read.

    Nothing is returned of data that is too short, or damaged at its end.
    """
    found = (_end(form, iv) for form in forms_of(encrypted_data))
    return [end for end in dict.fromkeys(found) if end is not None]


def forms_of(encrypted_data: str) -> list[str]:
    """Return data as pasted in each way to take its blanks: as lost `+`, and as nothing."""
    text = Pasted("encryptedData", encrypted_data).cleaned[0].text.strip()
    return list(dict.fromkeys((text.replace(" ", "+"), "".join(text.split()))))


def is_likely(key: bytes, end: LastBlocks, trials: int) -> bool:
    """Say whether an end of data proves one of so many keys by itself, as most ends do."""
    block = xor(block_decryptor(key)(end.last), end.before)
    return is_proof(last_block_evidence(block), trials)


def fits(key: bytes, encrypted_data: str) -> bool:
    """Say whether a key turns any of the data, as pasted, into text: sure enough to go on."""
    wholes = whole_blocks(encrypted_data)
    return any(len(data) <= 2 * BLOCK or is_proof(key_evidence(key, data)) for data in wholes)


def stands_out(key: bytes, encrypted_data: str) -> bool:
    """Say whether a key is proved by the data though it is one of `MANY`, whatever is damaged."""
    return any(is_proof(key_evidence(key, data), MANY) for data in whole_blocks(encrypted_data))


@lru_cache(LATEST)
def whole_blocks(encrypted_data: str) -> tuple[bytes, ...]:
    """Return the whole blocks of the data in each way to read it."""
    readings = Pasted("encryptedData", encrypted_data).readings[:READINGS]
    return tuple([each.data[: len(each.data) // BLOCK * BLOCK] for each in readings])


def _end(text: str, iv: bytes) -> LastBlocks | None:
    characters = text.rstrip("=")
    padding = len(text) - len(characters)
    over = {2: 2, 1: 3}.get(padding, len(characters) % 4)
    tail = characters[-(TAIL + over) :]
    if over == 1 or not tail.isascii() or not all(c.isalnum() or c in "+/" for c in tail):
        return None
    data = decode_loosely(tail)[-2 * BLOCK :]
    if len(data) == 2 * BLOCK:
        return LastBlocks(data[:BLOCK], data[BLOCK:])
    return LastBlocks(iv, data) if len(data) == BLOCK == len(iv) else None


def _column(ends: Sequence[LastBlocks], place: int) -> int:
    return _whole(bytes(end.before[place] for end in ends))


def _whole(column: bytes) -> int:
    return int.from_bytes(column, "little")


_COUNTS: Final = bytes(
    _ONE if byte == 1 else byte if 2 <= byte <= BLOCK else _NO_COUNT for byte in range(256)
)
"""The last byte of a block -> what the one before it must be turned to by `_CHARACTERS`."""
_CHARACTERS: Final = bytes(
    byte if 2 <= byte <= BLOCK else _ONE if byte in _BEFORE_ONE else _NO_CHARACTER
    for byte in range(256)
)

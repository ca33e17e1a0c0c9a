"""Many keys on data that was cut at its end: which one opens all that is left.

Such data ends in no padding, and often within a block, so its end says nothing of the key
(`key_trials`). What decides is its beginning: one key schedule serves the first blocks of all
tickets, and of all wrong keys one in 65,536 makes one begin with `{"`.

What is left then must prove the key: it begins with what is fixed in a payload of a known kind,
and nothing in its whole blocks is impossible in text. Under a wrong key each of the n fixed
bytes comes by chance once in 256, for any of fewer than 2**6 names. Of m random bytes that
follow, fewer than one in 2**m are UTF-8 without noise, and fewer than one in 2**(m - 3) if a
character may be cut at their end. So 8 * n - 6 + m - 3 bits are proved.
`PROVED` of them leave a chance of 2**-40, less than one in 10**12, for 2**28 trials, which
are 250 million and more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import block_decryptor, decrypt, xor
from inspector.tickets.decryption.readability import is_noise_free
from inspector.tickets.decryption.search.first_block import fixed_bytes
from inspector.tickets.decryption.search.key_trials import READINGS, forms_of, whole_blocks
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.fields import BLOCK

PROVED: Final = 68
"""Bits: 40 for one in 10**12, and 28 for the trials."""
NAMES: Final = 6
"""Bits that the number of names takes, any of which may stand first."""
CUT_CHARACTERS: Final = 3
_HEAD: Final = 24
"""Characters of base64, in whole groups of four, that hold one block."""
_OPENING: Final = b'{"'


class FirstBlock(NamedTuple):
    """The beginning of a ticket's data."""

    iv: bytes
    data: bytes


def first_blocks(encrypted_data: str, iv: str) -> list[FirstBlock]:
    """Return how data as pasted may begin; nothing where it or the iv is missing or damaged."""
    ivs = _ivs(iv)
    found = dict.fromkeys(_begin(form) for form in forms_of(encrypted_data)) if ivs else ()
    return [FirstBlock(each, data) for data in found if data is not None for each in ivs]


def cut_trials(keys: Iterable[bytes], blocks: Sequence[FirstBlock]) -> Iterator[tuple[int, int]]:
    """Give the pairs of a key and a first block that begin as known payloads do, as indices."""
    if not blocks:
        return
    joined = b"".join(block.data for block in blocks)
    size = len(blocks)
    first, second = (_column(blocks, place) for place in range(len(_OPENING)))
    for index, key in enumerate(keys):
        raw_blocks = block_decryptor(key)(joined)
        differs = _whole(raw_blocks[::BLOCK]) ^ first | _whole(raw_blocks[1::BLOCK]) ^ second
        columns = differs.to_bytes(size, "little")
        at = columns.find(0)
        while at >= 0:
            text = xor(raw_blocks[at * BLOCK : (at + 1) * BLOCK], blocks[at].iv)
            if fixed_bytes(text):
                yield index, at
            at = columns.find(0, at + 1)


def opens_cut(key: bytes, encrypted_data: str, iv: str) -> bool:
    """Say whether a key is proved by all whole blocks of data, whatever its end."""
    wholes = [data for data in whole_blocks(encrypted_data) if data]
    return any(
        fixed_bytes(decrypt(key, each, data[:BLOCK])) and is_proved(decrypt(key, each, data))
        for each in _ivs(iv)
        for data in wholes
    )


def is_proved(decrypted: bytes) -> bool:
    """Say whether decrypted whole blocks cannot have come from a wrong key."""
    fixed = fixed_bytes(decrypted[:BLOCK])
    if not fixed or not is_noise_free(decrypted):
        return False
    return 8 * fixed - NAMES + len(decrypted) - fixed - CUT_CHARACTERS >= PROVED


def _ivs(iv: str) -> list[bytes]:
    return [reading.data for reading in Pasted("iv", iv).key_readings[:READINGS]]


def _begin(text: str) -> bytes | None:
    head = text[:_HEAD]
    if len(head) < _HEAD or not head.isascii() or not all(c.isalnum() or c in "+/" for c in head):
        return None
    return decode_loosely(head)[:BLOCK]


def _column(blocks: Sequence[FirstBlock], place: int) -> int:
    return _whole(bytes(block.iv[place] ^ _OPENING[place] for block in blocks))


def _whole(column: bytes) -> int:
    return int.from_bytes(column, "little")

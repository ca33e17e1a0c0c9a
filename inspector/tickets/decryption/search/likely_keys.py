"""Which of many known keys are worth a closer look: those that make text of any block looked at.

A close look at a key costs twenty times a first one, which decrypts a few blocks of the data
and mostly ends at a control character. Damage leaves at least one of these blocks whole, or the
key would not be proved by them either. Where keys are few, all of them are looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.cipher import block_decryptor, xor
from inspector.tickets.decryption.readability import is_noise_free, last_block_evidence
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.fields import BLOCK

FEW: Final = 40
"""So many keys are looked at closely in any case."""
READINGS: Final = 4
"""Readings of the data that are looked at."""
ENDS: Final = 4
"""Blocks that are looked at from either end."""
ASKED: Final = 500
"""Keys between two looks at whether the search is to end."""
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class _Probe(NamedTuple):
    """A block of the data, and what it is chained to."""

    block: bytes
    before: bytes
    is_last: bool


def likely_keys(
    keys: Sequence[str], data: Pasted | None, iv: Pasted | None, cancelled: Callable[[], bool]
) -> Iterator[str]:
    """Give the known keys that are worth a closer look, the likeliest first."""
    if len(keys) <= FEW or data is None:
        yield from keys
        return
    probes = list(dict.fromkeys(_probes(data, iv)))
    test = _test(probes)
    for number, key in enumerate(keys):
        if number % ASKED == 0 and cancelled():
            return
        if any(map(test, _bytes(key))):
            yield key
    yield from keys[:FEW]


def _bytes(key: str) -> Sequence[bytes]:
    """Return the up to two ways to read a key; there is one nearly always."""
    exact = base64_text.exact(key)
    if len(exact) == BLOCK:
        return (exact,)
    return [reading.data for reading in Pasted("session_key", key).key_readings[:2]]


def _probes(data: Pasted, iv: Pasted | None) -> Iterator[_Probe]:
    """Give the blocks at either end of each way to read the data."""
    notations = [reading.data for reading in data.notations]
    for text in notations or [reading.data for reading in data.readings[:READINGS]]:
        blocks = [text[at : at + BLOCK] for at in range(0, len(text) - BLOCK + 1, BLOCK)]
        last = len(blocks) - 1
        for at in sorted({*range(1, 1 + ENDS), *range(last + 1 - ENDS, last + 1)}):
            if 0 < at <= last:
                yield _Probe(blocks[at], blocks[at - 1], at == last)
        if len(blocks) == 1:
            yield from (
                _Probe(blocks[0], each.data, True) for each in (iv.key_readings if iv else ())
            )


def _test(probes: Sequence[_Probe]) -> Callable[[bytes], bool]:
    """Return what says whether a key makes text of any of some blocks."""
    blocks = b"".join([probe.block for probe in probes])
    before = b"".join([probe.before for probe in probes])
    starts = [(at * BLOCK, probe.is_last) for at, probe in enumerate(probes)]

    def test(key: bytes) -> bool:
        plain = xor(block_decryptor(key)(blocks), before)
        return any(_may_be_text(plain[at : at + BLOCK], is_last) for at, is_last in starts)

    return test


def _may_be_text(block: bytes, is_last: bool) -> bool:
    if is_last and block[-1] <= 2 * BLOCK:
        return last_block_evidence(block) > 0
    return not _CONTROL.search(block) and is_noise_free(block)

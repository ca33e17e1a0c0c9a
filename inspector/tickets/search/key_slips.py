"""A session key with one slip: a few thousand trials of two blocks each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from inspector.tickets.opening import BLOCK, block_decryptor
from inspector.tickets.readability import PROOF, evidence, last_block_evidence
from inspector.tickets.repair import Reading
from inspector.tickets.repair.marked import merge
from inspector.tickets.repair.readings import decode_loosely
from inspector.tickets.search.gap_beam import xor
from inspector.tickets.search.pasted import Pasted
from inspector.tickets.search.proof import key_evidence
from inspector.tickets.search.slips import slips

TRIALS_BITS: Final = 13.0
"""Trials make chance hits likelier; this many bits more are demanded than for one."""


def find(
    pasted: Pasted, data: bytes, ivs: Sequence[bytes], cancelled: Callable[[], bool]
) -> Reading | None:
    """Return the key one slip away that fits the data (whole blocks), if there is one."""
    if not data:
        return None
    test = _tester(data, ivs)
    for text in pasted.nearly_short:
        for number, characters in enumerate(slips(text)):
            if number % 512 == 0 and cancelled():
                return None
            key = decode_loosely(characters)
            if test(key) and key_evidence(key, data, ivs) >= PROOF + TRIALS_BITS:
                return as_corrected(pasted, characters)
    return None


def as_corrected(pasted: Pasted, characters: str) -> Reading:
    """Return the reading of a field whose text was corrected to these 22 characters."""
    changes = pasted.shorts[0].changes if pasted.shorts else pasted.gapped[0].marked.changes
    place = _first_difference(pasted, characters)
    return Reading(
        characters + "==", decode_loosely(characters), merge(changes, "typo_corrected", 1, place)
    )


def _first_difference(pasted: Pasted, characters: str) -> tuple[int, ...]:
    """Return the place in the pasted text from which the corrected one differs."""
    form = pasted.gapped[0]
    if len(form.chunks) != 1:
        return ()
    pairs = enumerate(zip(form.chunks[0], characters, strict=False))
    same = next((at for at, (old, new) in pairs if old != new), len(form.chunks[0]) - 1)
    return form.marked.place(form.gaps[0].start + len(form.gaps[0].text) + same)


def _tester(data: bytes, ivs: Sequence[bytes]) -> Callable[[bytes], bool]:
    """Return a quick test of a key: is any of at most two blocks text?"""
    count = len(data) // BLOCK
    numbers = [1, count - 1] if count > 2 else [count - 1]
    probes = [
        (data[n * BLOCK : (n + 1) * BLOCK], data[(n - 1) * BLOCK : n * BLOCK] if n else None, n)
        for n in numbers
    ]
    if count == 2:
        probes.append((data[:BLOCK], None, 0))
    chained = b"".join(block for block, _, _ in probes)

    def test(key: bytes) -> bool:
        turned = block_decryptor(key)(chained)
        for index, (_, before, number) in enumerate(probes):
            block = turned[index * BLOCK : (index + 1) * BLOCK]
            for previous in ivs if before is None else (before,):
                plain = xor(block, previous)
                bits = last_block_evidence(plain) if number == count - 1 else evidence(plain)
                if bits >= PROOF / 2:
                    return True
        return False

    return test

"""A session key with one slip: a few thousand trials of two blocks each.

Every key one slip away (`slips`) from the up to four ways to read the field is tried, at most
some 8,000, on two blocks: the second, which needs no iv, and the last, whose padding is known.
A wrong key makes noise of both, and mostly one control character tells. What passes is weighed
on more of the data, and 13 bits more are asked than of a single key, as so many trials make
chance likelier by that much. The cost does not depend on the length of the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from inspector.tickets.decryption.cipher import block_decryptor
from inspector.tickets.decryption.readability import PROOF, evidence, last_block_evidence
from inspector.tickets.decryption.repair import Reading
from inspector.tickets.decryption.repair.marked import merge
from inspector.tickets.decryption.repair.readings import decode_loosely
from inspector.tickets.decryption.search.gap_beam import xor
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import key_evidence
from inspector.tickets.decryption.search.slips import slips
from inspector.tickets.fields import BLOCK

_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
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
    last = len(data) // BLOCK - 1
    numbers = {1, last} if last > 1 else {0, last}
    probes = [(n, data[n * BLOCK : (n + 1) * BLOCK]) for n in sorted(numbers)]
    chained = b"".join(block for _, block in probes)
    before = {n: [data[(n - 1) * BLOCK : n * BLOCK]] if n else ivs for n in numbers}

    def test(key: bytes) -> bool:
        turned = block_decryptor(key)(chained)
        return any(
            _may_be_text(xor(turned[at * BLOCK : (at + 1) * BLOCK], previous), is_last=n == last)
            for at, (n, _) in enumerate(probes)
            for previous in before[n]
        )

    return test


def _may_be_text(plain: bytes, *, is_last: bool) -> bool:
    """Return whether a block is worth a closer look; most noise is told by one byte."""
    if is_last:
        return plain[-1] <= BLOCK and last_block_evidence(plain) >= PROOF / 2
    return not _CONTROL.search(plain) and evidence(plain) >= PROOF / 2

"""A session key with one slip: a few thousand trials of two blocks each.

Every key one slip away (`slips`) from the up to four ways to read the field is tried, at most
some 8,000, on two blocks: the second, which needs no iv, and the last, whose padding is known.
A wrong key makes noise of both, and mostly one control character tells. What passes is weighed
on more of the data, and 13 bits more are asked than of a single key, as so many trials make
chance likelier by that much. The cost does not depend on the length of the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from inspector.tickets.decryption.base64_text import decode_loosely, encode
from inspector.tickets.decryption.cipher import block_decryptor, xor
from inspector.tickets.decryption.readability import PROOF, evidence, last_block_evidence
from inspector.tickets.decryption.repair import Reading
from inspector.tickets.decryption.repair.marked import merge
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import key_evidence
from inspector.tickets.decryption.search.slip_lanes import LaneTrial, Probe, candidates
from inspector.tickets.decryption.search.slips import slips
from inspector.tickets.fields import BLOCK, SHORT_SIZE

_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
TRIALS_BITS: Final = 13.0
"""Trials make chance hits likelier; this many bits more are demanded than for one."""


@dataclass(frozen=True, slots=True)
class SlipSearch:
    """What a search for a slip in a key needs to know of a ticket."""

    key: Pasted
    data: bytes
    """Whole blocks."""
    ivs: tuple[bytes, ...] = ()


class SlippedKeys:
    """Finds keys with slips; what was looked for before, many together, it knows already."""

    def __init__(self, searches: Sequence[SlipSearch] = ()) -> None:
        found = find_all(searches, _never) if searches else []
        self._known = {_name(each): key for each, key in zip(searches, found, strict=True)}

    def find(self, search: SlipSearch, cancelled: Callable[[], bool]) -> Reading | None:
        """Return the key one slip away that fits the data, if there is one."""
        name = _name(search)
        return self._known[name] if name in self._known else find_all([search], cancelled)[0]


def _name(search: SlipSearch) -> tuple[str, bytes, tuple[bytes, ...]]:
    return search.key.text, search.data, search.ivs


def _never() -> bool:
    return False


def find_all(searches: Sequence[SlipSearch], cancelled: Callable[[], bool]) -> list[Reading | None]:
    """Return for each search the key one slip away that fits, all of them tried together."""
    found: list[Reading | None] = [None] * len(searches)
    texts = [
        (number, text)
        for number, search in enumerate(searches)
        for text in (search.key.nearly_short if search.data else ())
    ]
    whole = [(number, text) for number, text in texts if len(text) == SHORT_SIZE]
    trials = [LaneTrial(text, _probes(searches[number])) for number, text in whole]
    if cancelled():
        return found
    for (number, _), keys in zip(whole, candidates(trials), strict=True):
        if found[number] is None:
            found[number] = _proved(searches[number], map(bare_text, keys), cancelled)
    for number, text in texts:
        if found[number] is None and len(text) != SHORT_SIZE:
            found[number] = _proved(searches[number], slips(text), cancelled)
    return found


def _proved(
    search: SlipSearch, texts: Iterable[str], cancelled: Callable[[], bool]
) -> Reading | None:
    """Return the first of some keys that is proved to fit."""
    test = _tester(search.data, search.ivs)
    for number, characters in enumerate(texts):
        if number % 512 == 511 and cancelled():
            return None
        key = decode_loosely(characters)
        if test(key) and key_evidence(key, search.data, search.ivs) >= PROOF + TRIALS_BITS:
            return as_corrected(search.key, characters)
    return None


def bare_text(key: bytes) -> str:
    """Return the 22 characters of a key."""
    return encode(key)[:SHORT_SIZE]


def as_corrected(pasted: Pasted, characters: str) -> Reading:
    """Return the reading of a field whose text was corrected to these 22 characters."""
    changes = pasted.traced[0].changes if pasted.traced else pasted.gapped[0].marked.changes
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


def _probes(search: SlipSearch) -> tuple[Probe, ...]:
    """Return the at most two blocks on which keys are tried, each with what it is chained to."""
    data = search.data
    last = len(data) // BLOCK - 1
    numbers = (1, last) if last > 1 else sorted({0, last})
    return tuple(
        Probe(data[number * BLOCK : (number + 1) * BLOCK], before, number == last)
        for number in numbers
        for before in ([data[(number - 1) * BLOCK : number * BLOCK]] if number else search.ivs)
    )


def _tester(data: bytes, ivs: Sequence[bytes]) -> Callable[[bytes], bool]:
    """Return a quick test of a key: is any of at most two blocks text?"""
    last = len(data) // BLOCK - 1
    numbers = {1, last} if last > 1 else {0, last}
    probes = [(n, data[n * BLOCK : (n + 1) * BLOCK]) for n in sorted(numbers)]
    chained = b"".join(block for _, block in probes)
    before = {n: [data[(n - 1) * BLOCK : n * BLOCK]] if n else ivs for n in numbers}

    def test(key: bytes) -> bool:
        raw_blocks = block_decryptor(key)(chained)
        return any(
            _may_be_text(
                xor(raw_blocks[at * BLOCK : (at + 1) * BLOCK], previous), is_last=n == last
            )
            for at, (n, _) in enumerate(probes)
            for previous in before[n]
        )

    return test


def _may_be_text(plain: bytes, *, is_last: bool) -> bool:
    """Return whether a block is worth a closer look; most noise is told by one byte."""
    if is_last:
        return plain[-1] <= BLOCK and last_block_evidence(plain) >= PROOF / 2
    return not _CONTROL.search(plain) and evidence(plain) >= PROOF / 2

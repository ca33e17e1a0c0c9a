"""All keys one slip away from some texts, as lanes of large integers, tried on blocks at once.

Which bits of a key a slip turns depends on the text in a few ways only: a wrong character turns
the same bits in every text, two swapped ones those in which they differ, a wrong case those of
the case. So the lanes are made for all slips together, bit by bit, instead of key by key. What
is said of a lane is whether its block looks like text; that is a first look, not a proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from inspector.tickets.decryption.many_keys import Bits, decrypt_lanes
from inspector.tickets.decryption.search.slips import ALPHABET
from inspector.tickets.fields import BLOCK, SHORT_SIZE

SIX: Final = range(6)
KEY_BITS: Final = 8 * BLOCK
MOST_LANES: Final = 60_000
"""Lanes of one run through the cipher; more gain nothing and only take memory."""


class Probe(NamedTuple):
    """A block to try keys on."""

    block: bytes
    before: bytes
    """What it is chained to: the block before it, or the iv."""
    is_last: bool
    """Whether it must end in padding."""


class LaneTrial(NamedTuple):
    """A text of 22 characters, and the blocks on which the keys near it are tried."""

    text: str
    probes: tuple[Probe, ...]


def candidates(trials: Sequence[LaneTrial]) -> list[list[bytes]]:
    """Return for each trial the keys one slip away from its text that make text of a block."""
    found: list[list[bytes]] = [[] for _ in trials]
    for some in _portions(trials):
        lanes = _Lanes([trials[index] for index in some])
        for index, key in lanes.passing():
            if key not in found[some[index]]:
                found[some[index]].append(key)
    return found


def _portions(trials: Sequence[LaneTrial]) -> Iterator[list[int]]:
    """Give the indices of some trials at a time, not too many lanes together."""
    portion: list[int] = []
    lanes = 0
    for index, trial in enumerate(trials):
        lanes += len(trial.probes) * _slips().lanes
        if portion and lanes > MOST_LANES:
            yield portion
            portion, lanes = [], len(trial.probes) * _slips().lanes
        portion.append(index)
    if portion:
        yield portion


class _Lanes:
    """The lanes of some trials side by side: for each probe of each trial all of its keys."""

    def __init__(self, trials: Sequence[LaneTrial]) -> None:
        self._stretches = [(at, probe) for at, each in enumerate(trials) for probe in each.probes]
        self._keys = [_slips().planes(trial.text) for trial in trials]
        self._width = (_slips().lanes + 7) // 8
        self._ones = b"\xff" * self._width
        self._zeros = bytes(self._width)

    def passing(self) -> Iterator[tuple[int, bytes]]:
        """Give trial and key of each lane whose block looks like text."""
        every = self._joined([True] * len(self._stretches))
        last = self._joined([probe.is_last for _, probe in self._stretches])
        planes = self._key_planes()
        keys = [_byte(planes, at) for at in range(BLOCK)]
        blocks = self._constants([probe.block for _, probe in self._stretches])
        before = self._constants([probe.before for _, probe in self._stretches])
        turned = decrypt_lanes(keys, blocks, every)
        plain = [_xor(a, b) for a, b in zip(turned, before, strict=True)]
        passed = (last & _ends_in_padding(plain, every)) | ((every ^ last) & _is_text(plain, every))
        while passed:
            place = (passed & -passed).bit_length() - 1
            passed &= passed - 1
            stretch, lane = divmod(place, 8 * self._width)
            trial = self._stretches[stretch][0]
            if lane < _slips().lanes:
                yield trial, _key(self._keys[trial], lane)

    def _key_planes(self) -> list[int]:
        size = self._width
        rows = [[plane.to_bytes(size, "little") for plane in planes] for planes in self._keys]
        return [
            int.from_bytes(b"".join([rows[at][bit] for at, _ in self._stretches]), "little")
            for bit in range(KEY_BITS)
        ]

    def _joined(self, values: Sequence[bool | int]) -> int:
        parts = [self._ones if value else self._zeros for value in values]
        return int.from_bytes(b"".join(parts), "little")

    def _constants(self, texts: Sequence[bytes]) -> list[Bits]:
        """Return the planes of 16 bytes that are the same in all lanes of a stretch."""
        planes = [
            self._joined([text[bit // 8] >> (7 - bit % 8) & 1 for text in texts])
            for bit in range(KEY_BITS)
        ]
        return [_byte(planes, at) for at in range(BLOCK)]


def _byte(planes: Sequence[int], at: int) -> Bits:
    """Return a byte of planes that are counted from the highest bit of the first byte."""
    h, g, f, e, d, c, b, a = planes[8 * at : 8 * at + 8]
    return a, b, c, d, e, f, g, h


def _key(planes: Sequence[int], lane: int) -> bytes:
    value = 0
    for plane in planes:
        value = value << 1 | plane >> lane & 1
    return value.to_bytes(BLOCK, "big")


def _xor(x: Bits, y: Bits) -> Bits:
    a, b, c, d, e, f, g, h = (p ^ q for p, q in zip(x, y, strict=True))
    return a, b, c, d, e, f, g, h


@dataclass(frozen=True, slots=True)
class _SlipLanes:
    """Where each slip has its lane."""

    lanes: int
    wrong: tuple[int, ...]
    """Bit of the key -> the lanes where a wrong character turns it."""
    swaps: tuple[int, ...]
    """Place -> the lanes where its character is swapped with another."""
    runs: tuple[int, ...]
    """Place -> the lanes of runs it lies in, of the first of three changes of case."""
    run_count: int

    def planes(self, text: str) -> list[int]:
        """Return the 128 bits of all keys one slip away, the highest of the first byte first."""
        codes = [ALPHABET.index(character) for character in text]
        turned = [
            [ALPHABET.index(changed) ^ code for changed, code in zip(other, codes, strict=True)]
            for other in (text.swapcase(), text.upper(), text.lower())
        ]
        every = (1 << self.lanes) - 1
        differing = [0] * 6  # bit of a character -> the swaps whose two characters differ in it
        for code, lanes in zip(codes, self.swaps, strict=True):
            for shift in SIX:
                differing[shift] ^= lanes if code >> shift & 1 else 0
        planes: list[int] = []
        for bit in range(KEY_BITS):
            place, shift = bit // 6, 5 - bit % 6
            flips = self.wrong[bit] | (differing[shift] & self.swaps[place])
            for number, changes in enumerate(turned):
                if changes[place] >> shift & 1:
                    flips |= self.runs[place] << number * self.run_count
            planes.append(flips ^ every if codes[place] >> shift & 1 else flips)
        return planes


@cache
def _slips() -> _SlipLanes:
    lane = 0
    wrong = [0] * KEY_BITS
    for place in range(SHORT_SIZE):
        bits = [bit for bit in SIX if 6 * place + bit < KEY_BITS]
        for turned in itertools.product((0, 1), repeat=len(bits)):
            if any(turned):
                for bit in itertools.compress(bits, turned):
                    wrong[6 * place + bit] |= 1 << lane
                lane += 1
    swaps = [0] * SHORT_SIZE
    for first, second in itertools.combinations(range(SHORT_SIZE), 2):
        swaps[first] |= 1 << lane
        swaps[second] |= 1 << lane
        lane += 1
    runs = [0] * SHORT_SIZE
    spans = list(itertools.combinations(range(SHORT_SIZE + 1), 2))
    for number, (start, end) in enumerate(spans):
        for place in range(start, end):
            runs[place] |= 1 << lane + number
    return _SlipLanes(lane + 3 * len(spans), tuple(wrong), tuple(swaps), tuple(runs), len(spans))


def _ends_in_padding(plain: Sequence[Bits], every: int) -> int:
    """Return the lanes whose last two bytes may be the end of a text and its padding.

    Where there is one byte of padding, what stands before it is a character.
    """
    a, b, c, d, e, f, g, h = plain[15]
    is_count = (e ^ (a | b | c | d)) & (every ^ (f | g | h))  # 1 to 15, or 16
    is_one = is_count & a & (every ^ (b | c | d))
    p, q, r, s, t, u, v, w = plain[14]
    unequal = (a ^ p) | (b ^ q) | (c ^ r) | (d ^ s) | (e ^ t) | (f ^ u) | (g ^ v) | (h ^ w)
    return (is_count & (every ^ unequal)) | (is_one & (u | v) & (every ^ w))


def _is_text(plain: Sequence[Bits], every: int) -> int:
    """Return the lanes whose block holds nothing that no text holds.

    Of characters in several bytes each begins and goes on as UTF-8 has it; those at the ends of
    the block may be cut.
    """
    passed = every
    was_high, was_lead = every, 0  # before the block anything may stand
    for a, b, c, d, e, f, g, h in plain:
        white = d & ((a ^ b ^ c) ^ (a & b & c)) & (every ^ (e | f | g))  # 9, 10, 12 and 13
        is_ascii = (f | g | white) & (every ^ h)
        leads, goes_on = h & g, h & (every ^ g)
        passed &= (goes_on & was_high) | ((is_ascii | leads) & (every ^ was_lead))
        was_high, was_lead = h, leads
    return passed

"""Which gaps were `+`: decided block by block, by what decrypts under a key.

Gap by gap, each kept state is continued with each number of `+` that the gap may stand for, and
the blocks that got whole are decrypted and weighed. A wrong choice shifts all that follows, so
the block where it stands and those after it turn to noise and the state falls behind. The best
96 states are kept, more than the choices of three gaps with four options or six with two, so
the right one can be lost only where more gaps than that stand in one block. Each gap costs at
most 96 times four trials of eight blocks, so time grows with the number of gaps; when eight
blocks of even the best state were noise, the key is wrong and the search ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, TypeAlias

from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import block_decryptor, xor
from inspector.tickets.decryption.readability import evidence
from inspector.tickets.decryption.repair.gaps import GappedText
from inspector.tickets.decryption.repair.readings import is_whole
from inspector.tickets.fields import BLOCK

WIDTH: Final = 96
"""States kept after each gap."""
SLACK: Final = 60.0
"""Bits behind the best at which a state is given up."""
LEAST: Final = -25.0
"""Bits of a block of noise, all of them being equal."""
CHOICE_BITS: Final = 2.0
"""Price of each step away from the likeliest option of a gap."""


_Choice: TypeAlias = "tuple[_Choice, int] | None"
"""The choices so far, the latest outermost: states share what they have in common."""


@dataclass(frozen=True, slots=True)
class _State:
    bits: float
    choice: _Choice
    pending: str
    """Characters that fill no group of four yet."""
    carry: bytes
    """Bytes that fill no block yet."""
    previous: bytes | None
    """The block before, or the iv; None when it is not known."""
    size: int
    """Characters so far."""
    blocks: int


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What follows a gap, and how it is decoded and decrypted."""

    text: str
    decode: Callable[[str], bytes]
    """Remembers what it gave: states that differ far behind go on with the same text."""
    decrypt: Callable[[bytes], bytes]


def choices_that_decrypt(
    gapped: GappedText,
    key: bytes,
    iv: bytes | None,
    cancelled: Callable[[], bool],
) -> list[tuple[int, ...]]:
    """Return the best choices for all gaps, best first; none when nothing gets readable.

    Nor are there any where more gaps than characters stand: nothing would decide them.
    """
    if gapped.size < len(gapped.gaps) // 2:
        return []
    decrypt = block_decryptor(key)
    states = [_State(0.0, None, "", b"", iv, 0, 0)]
    for index, gap in enumerate(gapped.gaps):
        text = gapped.chunks[index] if index < len(gapped.chunks) else ""
        chunk = _Chunk(text, cache(decode_loosely), decrypt)
        grown = [
            _advance(state, rank, pluses, chunk)
            for state in states
            for rank, pluses in enumerate(gap.options)
        ]
        states = _best(grown)
        if cancelled() or (states[0].blocks >= 8 and states[0].bits < 6 * LEAST):
            return []
    ended = [replace(s, bits=s.bits + (0 if is_whole(s.size) else LEAST)) for s in states]
    return [_unrolled(state.choice) for state in _best(ended) if state.bits > 0]


def _unrolled(choice: _Choice) -> tuple[int, ...]:
    pluses: list[int] = []
    while choice is not None:
        choice, last = choice
        pluses.append(last)
    return tuple(reversed(pluses))


def _best(states: list[_State]) -> list[_State]:
    states.sort(key=_rank)
    floor = states[0].bits - SLACK
    return [state for state in states[:WIDTH] if state.bits >= floor]


def _rank(state: _State) -> float:
    return -state.bits


def _advance(state: _State, rank: int, pluses: int, chunk: _Chunk) -> _State:
    """Return the state after a gap, its option of a rank being so many `+`, and a chunk."""
    pending = state.pending + "+" * pluses + chunk.text
    usable = len(pending) // 4 * 4
    data = state.carry + chunk.decode(pending[:usable])
    whole = len(data) // BLOCK * BLOCK
    bits = state.bits - CHOICE_BITS * rank
    previous = state.previous
    for start in _starts(whole):
        before = data[start - BLOCK : start] if start else previous
        if before is not None:
            block = data[start : start + BLOCK]
            bits += max(LEAST, evidence(xor(chunk.decrypt(block), before)))
    return _State(
        bits,
        (state.choice, pluses),
        pending[usable:],
        data[whole:],
        data[whole - BLOCK : whole] if whole else previous,
        state.size + pluses + len(chunk.text),
        state.blocks + whole // BLOCK,
    )


def _starts(whole: int) -> list[int]:
    """Return which blocks to look at: all of a few, of many the first ones and the last."""
    starts = list(range(0, whole, BLOCK))
    return starts if len(starts) <= 8 else [*starts[:6], *starts[-2:]]

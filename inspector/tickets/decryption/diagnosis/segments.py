"""The readable and the corrupt parts of data under the right key, as segments.

Where characters are missing in the middle, the blocks after the loss begin elsewhere; each
segment is a run of blocks that share their beginning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from inspector.tickets.decryption import cipher
from inspector.tickets.decryption.cipher import BadPadding
from inspector.tickets.decryption.readability import is_noise_free, is_readable
from inspector.tickets.decryption.search.alignment import blocks_after, skipped_bits
from inspector.tickets.fields import BLOCK
from inspector.tickets.verdict import BlockState

MOST_SEGMENTS: Final = 4
MOST_BLOCKS: Final = 20_000
"""Of longer data only noise is looked for, not how likely each block is."""
LOST: Final = 3
"""Blocks of noise in a row that may come from characters lost before them."""
MOST_RANGES: Final = 20
"""So many blocks or ranges of them are numbered."""
_NOISE: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xc0\xc1\xf5-\xff]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of whole blocks."""

    plain: bytes = field(repr=False)
    """Decrypted; the first block is noise when `headless`."""
    states: tuple[BlockState, ...]
    headless: bool
    """The block before it is not known, so its first block cannot be read."""
    rest: int
    """Bits after its last whole block."""

    @property
    def corrupt(self) -> list[int]:
        """Indices of the corrupt blocks."""
        return [index for index, state in enumerate(self.states) if state is BlockState.CORRUPT]


def cut_segments(characters: str, key: bytes, iv: bytes | None, skip: int = 0) -> list[Segment]:
    """Return the segments of data given as characters of base64 without `=`.

    `skip` is the number of bits before the first whole block.
    """
    segments: list[Segment] = []
    headless = iv is None or skip > 0
    while len(segments) < MOST_SEGMENTS:
        segment = _segment(characters, key, iv or bytes(BLOCK), skip, headless=headless)
        loss = _loss(characters, key, skip, segment.states)
        if loss is None:
            return [*segments, segment]
        count, after, found = loss
        segments.append(
            Segment(segment.plain[: count * BLOCK], segment.states[:count], headless, 0)
        )
        characters, skip, headless = characters[after:], found, True
    return segments


def _loss(
    characters: str, key: bytes, skip: int, states: tuple[BlockState, ...]
) -> tuple[int, int, int] | None:
    """Return where characters are lost; None where nothing proves it.

    Returns:
        How many blocks stand before the loss, from which character on what follows it is sought,
        and how many bits of that come before its first whole block.
    """
    first, last = _blocks_before_noise(states), _last_readable(states) + 1
    # A block of the noise looks like text by chance, once in thousands of tickets.
    for count in dict.fromkeys((first, last)):
        after = -(-(skip + (count + 1) * 8 * BLOCK) // 6)
        found = skipped_bits(characters[after:], key) if len(states) - count >= LOST else None
        if found is not None and (count == last or (after * 6 + found - skip) % (8 * BLOCK)):
            return count, after, found
    return None


def _segment(characters: str, key: bytes, iv: bytes, skip: int, *, headless: bool) -> Segment:
    data = blocks_after(characters, skip)
    plain = cipher.decrypt(key, iv, data)
    rest = len(characters) * 6 - skip - len(data) * 8
    return Segment(plain, _states(plain, headless=headless), headless, rest)


def _blocks_before_noise(states: tuple[BlockState, ...]) -> int:
    """Return how many blocks stand before the first noise that a loss may have caused."""
    noise = 0
    for index, state in enumerate(states):
        noise = noise + 1 if state is BlockState.CORRUPT else 0
        if noise == LOST:
            return index + 1 - LOST
    return _last_readable(states) + 1


def _last_readable(states: tuple[BlockState, ...]) -> int:
    readable = [index for index, state in enumerate(states) if state is not BlockState.CORRUPT]
    return readable[-1] if readable else -1


def _states(plain: bytes, *, headless: bool) -> tuple[BlockState, ...]:
    count = len(plain) // BLOCK
    if not count:
        return ()
    if count > MOST_BLOCKS:
        states = [BlockState.READABLE] * count
        for match in _NOISE.finditer(plain, 0, (count - 1) * BLOCK):
            states[match.start() // BLOCK] = BlockState.CORRUPT
    else:
        states = [
            BlockState.READABLE if is_readable(plain[at : at + BLOCK]) else BlockState.CORRUPT
            for at in range(0, len(plain), BLOCK)
        ]
    if headless:
        states[0] = BlockState.CORRUPT
    states[-1] = last_state(plain[-BLOCK:], states[-1])
    _fill(plain, states)
    if count <= MOST_BLOCKS:
        _check_borders(plain, states)
    return tuple(states)


def _fill(plain: bytes, states: list[BlockState]) -> None:
    """Set the states of blocks that padding of more than a block reaches into."""
    filled, rest = divmod(_padding(plain), BLOCK)
    if filled:
        states[-filled:] = [BlockState.PADDING] * filled
    if filled and rest and len(states) > filled:
        end = len(plain) - filled * BLOCK - rest
        if is_noise_free(plain[end + rest - BLOCK : end]):
            states[-filled - 1] = BlockState.READABLE


def _check_borders(plain: bytes, states: list[BlockState]) -> None:
    """Spoil a block whose last character is cut and does not go on in the next one.

    Only the first block and one after a corrupt one can be so, being corrupt in few bytes.
    """
    text = len(plain) - _padding(plain)
    for index in range(len(states) - 1):
        doubtful = index == 0 or states[index - 1] is BlockState.CORRUPT
        if not doubtful or states[index] is not BlockState.READABLE:
            continue
        end = min((index + 1) * BLOCK + 3, text)
        if states[index + 1] is BlockState.READABLE and not is_noise_free(
            plain[index * BLOCK : end]
        ):
            states[index] = BlockState.CORRUPT


def _padding(plain: bytes) -> int:
    try:
        return cipher.padding_length(plain)
    except BadPadding:
        return 0


def last_state(block: bytes, otherwise: BlockState) -> BlockState:
    """Return the state of a last block, which may be padding in part or in whole."""
    try:
        padding = cipher.padding_length(block)
    except BadPadding:
        return otherwise
    if padding == BLOCK:
        return BlockState.PADDING
    if not is_noise_free(block[:-padding]):
        return otherwise
    return BlockState.READABLE if padding > 1 else otherwise_readable(block, otherwise)


def otherwise_readable(block: bytes, otherwise: BlockState) -> BlockState:
    """Return readable for a block whose 15 bytes of text are text."""
    return BlockState.READABLE if is_readable(block[:-1] + b" ") else otherwise


def numbers_of(blocks: Sequence[int]) -> str:
    """Return the numbers of blocks, neighbours as one range, such as `2, 8–18`."""
    runs = [
        [block + 1 for _, block in run]
        for _, run in groupby(enumerate(blocks), key=lambda placed: placed[1] - placed[0])
    ]
    written = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    return ", ".join([*written[:MOST_RANGES], *(["…"] if len(runs) > MOST_RANGES else [])])

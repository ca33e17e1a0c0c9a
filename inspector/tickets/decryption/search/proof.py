"""Proof: what is needed to say that key and data belong together, and that a ticket opened.

Every block but the first decrypts without the iv, given the block before it. So a key is proved
by itself: the evidence of single blocks and of two in a row is taken, and n bits come from a
wrong key once in 2**n blocks (`readability`). Six blocks at either end are enough, which keeps
the cost the same for data of any length. A ticket counts as opened only when all of it agrees:
right padding, UTF-8, and JSON or a known kind of text.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Any, Final

from inspector.exact_json import parsing
from inspector.tickets.decryption.cipher import BadPadding, block_decryptor, padding_length, xor
from inspector.tickets.decryption.readability import (
    PROOF,
    evidence,
    is_noise_free,
    last_block_evidence,
)
from inspector.tickets.fields import BLOCK
from inspector.tickets.payload.kinds import recognise

TEXT_PROOF: Final = 50.0
"""Bits that a text which is no JSON needs, padding included, to count as decrypted."""
FEW: Final = 2
"""Of so few blocks one is all that may be left."""
PAIR: Final = 8.0
ALONE: Final = 16.0
"""Bits that two readable blocks in a row, or one between noise, prove less where there are many:
any of them may look like text by chance, and noise beside it speaks against it."""
SAMPLE: Final = 6
"""Blocks that are looked at from either end of long data."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A text that came out whole: padding right, UTF-8, and JSON or a text kind."""

    text: str = field(repr=False)
    payload: Any = field(repr=False)
    kind: str | None
    padding: int


class NotText(ValueError):
    """What came out of the cipher is not proved to be a text."""


class NoPayload(ValueError):
    """It is a text, decrypted beyond doubt, but neither JSON nor a known kind of text."""

    def __init__(self, text: str, padding: int, reason: str, position: int) -> None:
        super().__init__(reason)
        self.padding = padding
        self.text = text
        """The whole text."""
        self.position = position
        """Where JSON ends to make sense, in characters from 0."""


def open_whole(decrypted: bytes, *, alone: bool = False) -> Opened:
    """Return what decrypted bytes say when they are a payload from the first byte to the last.

    Args:
        decrypted: What came out of the cipher, padding included.
        alone: Nothing else was tried. Then any text will do: right padding and UTF-8 without a
            control character come from a wrong key once in 2**24 times.

    Raises:
        NotText: The padding is wrong, it is no UTF-8, or too little is there to be sure.
        NoPayload: A text beyond doubt, but no payload.
    """
    try:
        padding = padding_length(decrypted)
        text = decrypted[:-padding].decode("utf-8").removeprefix("\ufeff")
    except (BadPadding, UnicodeDecodeError) as error:
        raise NotText from error
    if not text:
        return Opened("", "", None, padding)
    reason, position = "", 0
    try:
        payload = parsing.parse(text)
    except parsing.NotJson as error:
        payload, reason, position = text, error.reason, error.position
    sure = 8.0 * padding + evidence(decrypted[:-padding][:1024]) >= TEXT_PROOF
    sure = sure or (alone and is_noise_free(decrypted[:-padding]))
    if isinstance(payload, dict | list) or (sure and not reason):
        return Opened(text, payload, recognise(payload), padding)
    kind = recognise(text) if sure or _has_text_form(text) else None
    if kind is not None:
        return Opened(text, text, kind, padding)
    if not sure:
        raise NotText
    raise NoPayload(text, padding, reason, position)


def _has_text_form(text: str) -> bool:
    """Return whether a short text has the form of an activityId, which proves itself."""
    number, _, rest = text.partition("_")
    return len(number) >= 3 and number.isdecimal() and len(rest) >= 5


def key_evidence(key: bytes, data: bytes, ivs: Sequence[bytes] = ()) -> float:
    """Return the bits that prove key and data to belong together, best of what was looked at.

    `data` is whole blocks. Only blocks at both ends are looked at. The iv is not needed;
    each iv given has its first block counted too.
    """
    decrypt = block_decryptor(key)
    return evidence_of_blocks([*_first_blocks(decrypt(data[:BLOCK]), ivs), *_plain(decrypt, data)])


def evidence_of_blocks(bits: Sequence[float]) -> float:
    """Return the most that two blocks in a row prove, or one of them alone."""
    pairs = [first + second for first, second in itertools.pairwise(bits)]
    if len(bits) <= FEW:
        return max([*bits, *pairs], default=0.0)
    return max(max(pairs) - PAIR, max(bits) - ALONE)


def is_proof(bits: float, trials: int = 1) -> bool:
    """Return whether so many bits are enough to believe one of so many keys."""
    return bits >= PROOF + 2 + log2(trials)


def _first_blocks(raw_blocks: bytes, ivs: Sequence[bytes]) -> list[float]:
    return [max((evidence(xor(raw_blocks, iv)) for iv in ivs if raw_blocks), default=0.0)]


def _plain(decrypt: Callable[[bytes], bytes], data: bytes) -> list[float]:
    """Return the evidence of the sampled blocks after the first."""
    count = len(data) // BLOCK
    numbers = list(range(1, count))
    if count > 2 * SAMPLE + 1:
        numbers = [*numbers[:SAMPLE], *numbers[-SAMPLE:]]
    bits = []
    for number in numbers:
        start = number * BLOCK
        plain = xor(decrypt(data[start : start + BLOCK]), data[start - BLOCK : start])
        bits.append(last_block_evidence(plain) if number == count - 1 else evidence(plain))
    return bits

"""One wrong character in the data: the block it corrupts tells which character was meant.

A wrong character makes noise of the block it stands in (of two, where it stands across their
border) and turns a few bits of the block behind, and nothing else. So only the 22 or 23
characters that touch the unreadable block are tried, each as all 63 others: about 1,400 trials
of one block or two, whatever the length of the data. The first is taken that makes the block
readable and leaves the next one free of noise. Two wrong characters in one block are not looked
for: there would be a million pairs, and chance would find one.
"""

from __future__ import annotations

from collections.abc import Iterator

from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import block_decryptor, xor
from inspector.tickets.decryption.readability import (
    PROOF,
    evidence,
    is_noise_free,
    last_block_evidence,
)
from inspector.tickets.decryption.search import first_block
from inspector.tickets.decryption.search.slips import ALPHABET
from inspector.tickets.decryption.search.solution import Solution
from inspector.tickets.fields import BLOCK


def fixes_first_block(solution: Solution) -> str | None:
    """Return the data's characters with one replaced so that the first block gets readable."""
    if solution.key is None or solution.iv is None or solution.data is None:
        return None
    decrypt, iv = block_decryptor(solution.key.data), solution.iv.data
    characters = solution.data.text.rstrip("=")
    for text in _variants(characters[:64], 0):
        data = decode_loosely(text)[: 2 * BLOCK]
        if len(data) < 2 * BLOCK:
            return None
        raw_blocks = decrypt(data)
        after = xor(raw_blocks[BLOCK:], data[:BLOCK])
        if first_block.may_begin(xor(raw_blocks[:BLOCK], iv)) and is_noise_free(after):
            return text + characters[64:]
    return None


def fixes_block(solution: Solution, index: int) -> str | None:
    """Return the data's characters with one replaced so that a later block gets readable."""
    if solution.key is None or solution.data is None or index < 1:
        return None
    decrypt = block_decryptor(solution.key.data)
    characters = solution.data.text.rstrip("=")
    start = (index - 1) * BLOCK // 3 * 4
    skip = (index - 1) * BLOCK % 3
    for text in _variants(characters[start : start + 72], (skip + BLOCK) * 8):
        data = decode_loosely(text)[skip : skip + 3 * BLOCK]
        if len(data) < 2 * BLOCK:
            return None
        before, block, after = data[:BLOCK], data[BLOCK : 2 * BLOCK], data[2 * BLOCK :]
        plain = xor(decrypt(block), before)
        if max(evidence(plain), last_block_evidence(plain)) < PROOF:
            continue
        if len(after) < BLOCK or is_noise_free(xor(decrypt(after), block)):
            return characters[:start] + text + characters[start + 72 :]
    return None


def _variants(text: str, bit: int) -> Iterator[str]:
    """Give the text with each character that touches the block from a bit on replaced."""
    last = min((bit + 8 * BLOCK - 1) // 6, len(text) - 1)
    for place in range(bit // 6, last + 1):
        for character in ALPHABET:
            if character != text[place]:
                yield text[:place] + character + text[place + 1 :]

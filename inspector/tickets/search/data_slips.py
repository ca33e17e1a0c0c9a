"""One wrong character in the data: the block it spoils tells which character was meant."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.tickets.opening import BLOCK, block_decryptor
from inspector.tickets.readability import PROOF, evidence, is_noise_free, last_block_evidence
from inspector.tickets.repair.readings import decode_loosely
from inspector.tickets.search import first_block
from inspector.tickets.search.gap_beam import xor
from inspector.tickets.search.slips import ALPHABET
from inspector.tickets.search.solution import Solution


def fixes_first_block(solution: Solution) -> str | None:
    """Return the data's characters with one replaced so that the first block gets readable."""
    if solution.key is None or solution.iv is None or solution.data is None:
        return None
    decrypt = block_decryptor(solution.key.data)
    characters = solution.data.text.rstrip("=")
    for text in _variants(characters, 0):
        block = decode_loosely(text[:64])[: 2 * BLOCK]
        if len(block) < 2 * BLOCK:
            return None
        turned = decrypt(block)
        if first_block.may_begin(xor(turned[:BLOCK], solution.iv.data)) and is_noise_free(
            xor(turned[BLOCK:], block[:BLOCK])
        ):
            return text
    return None


def fixes_block(solution: Solution, index: int) -> str | None:
    """Return the data's characters with one replaced so that a later block gets readable."""
    if solution.key is None or solution.data is None or index < 1:
        return None
    decrypt = block_decryptor(solution.key.data)
    characters = solution.data.text.rstrip("=")
    start = (index - 1) * BLOCK // 3 * 4
    skip = (index - 1) * BLOCK % 3
    for text in _variants(characters, index):
        data = decode_loosely(text[start : start + 72])[skip : skip + 3 * BLOCK]
        blocks = [data[at : at + BLOCK] for at in range(0, len(data) // BLOCK * BLOCK, BLOCK)]
        if len(blocks) < 2:
            return None
        plain = xor(decrypt(blocks[1]), blocks[0])
        if max(evidence(plain), last_block_evidence(plain)) < PROOF:
            continue
        if len(blocks) < 3 or is_noise_free(xor(decrypt(blocks[2]), blocks[1])):
            return text
    return None


def _variants(characters: str, index: int) -> Iterator[str]:
    """Give the text with each character that touches a block replaced by every other."""
    first = index * BLOCK * 8 // 6
    last = min(((index + 1) * BLOCK * 8 - 1) // 6, len(characters) - 1)
    for place in range(first, last + 1):
        for character in ALPHABET:
            if character != characters[place]:
                yield characters[:place] + character + characters[place + 1 :]

"""Which iv: as pasted, another reading of it, the key itself, or one a slip away.

The iv changes the first 16 bytes only, and nothing else in the ticket vouches for them. So what
opens as pasted is shown as pasted. A slip is corrected only where all that follows says so; in
other cases it is proposed, and where several ivs would do as well, that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from inspector.tickets.decryption import cipher
from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import xor
from inspector.tickets.decryption.repair import Reading
from inspector.tickets.decryption.repair.readings import LAST_OF_SHORT
from inspector.tickets.decryption.search import first_block, iv_slips
from inspector.tickets.decryption.search.key_slips import as_corrected
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import NoPayload, NotText, is_proof, open_whole
from inspector.tickets.decryption.search.solution import Solution
from inspector.tickets.fields import BLOCK, SHORT_SIZE

MOST_PROPOSED: Final = 4
"""Of more ivs that would do nobody could choose."""


def choose_iv(pasted: Pasted | None, solution: Solution, cancelled: Callable[[], bool]) -> Solution:
    """Return the solution, whose key and data are decided, with the iv that fits best."""
    if solution.key is None or solution.data is None:
        return solution
    raw_blocks = cipher.decrypt(solution.key.data, bytes(BLOCK), solution.data.data)
    best = _as_pasted(solution, raw_blocks, _readings(pasted), cancelled)
    if best.opened is None:
        legacy = _with_one(replace(solution, legacy=True), raw_blocks, solution.key)
        best = legacy if legacy.opened else best
    if pasted is None or best.legacy or not is_proof(solution.bits) or cancelled():
        return best
    if best.opened is not None and (best.opened.kind is not None or not best.opened.text):
        return _told_where_open(best, raw_blocks)
    return _with_slips(best, pasted, raw_blocks)


def _readings(pasted: Pasted | None) -> list[Reading]:
    """Return the readings of the iv that suppose nothing that left no trace."""
    if pasted is None:
        return []
    characters = [pasted.as_characters] if pasted.as_characters else []
    return pasted.traced or characters


def _as_pasted(
    solution: Solution, raw_blocks: bytes, ivs: Sequence[Reading], cancelled: Callable[[], bool]
) -> Solution:
    """Return what the best of the readings opens; of equally good ones the first."""
    best, best_rank = solution, 0
    for iv in ivs:
        tried = _with_one(solution, raw_blocks, iv)
        rank = _rank(tried)
        if rank > best_rank:
            best, best_rank = tried, rank
        if rank == first_block.AS_OBSERVED + 1 or cancelled():
            break
    return best


def _with_one(solution: Solution, raw_blocks: bytes, iv: Reading) -> Solution:
    """Return the solution with what one iv opens; `raw_blocks` is the data under one of zeros."""
    used = None if solution.legacy else iv
    try:
        opened = open_whole(xor(raw_blocks[:BLOCK], iv.data) + raw_blocks[BLOCK:])
    except NoPayload as problem:
        return solution if solution.legacy else replace(solution, iv=used, no_payload=problem)
    except NotText:
        return replace(solution, legacy=False)
    return replace(solution, iv=used, opened=opened)


def _rank(solution: Solution) -> int:
    """Rank what an iv gave: 4 to 2 opened, begun as observed to anyhow; 1 a text, 0 nothing."""
    if solution.opened is not None:
        return first_block.rank(solution.opened.text) + 1
    return int(solution.no_payload is not None)


def _with_slips(best: Solution, pasted: Pasted, raw_blocks: bytes) -> Solution:
    """Correct one slip where that is beyond doubt, else propose what it may have been."""
    as_pasted = best.opened.text if best.opened else None
    found = iv_slips.find(raw_blocks, pasted, as_pasted)
    corrected = tuple((as_corrected(pasted, text), opened) for text, opened in found)
    if len(corrected) == 1 and first_block.is_beyond_doubt(corrected[0][1], as_pasted):
        return replace(best, iv=corrected[0][0], opened=corrected[0][1], no_payload=None)
    if best.opened is not None:
        best = _told_where_open(best, raw_blocks)
    return replace(best, other_ivs=(*best.other_ivs, *(iv for iv, _ in corrected))[:MOST_PROPOSED])


def _told_where_open(best: Solution, raw_blocks: bytes) -> Solution:
    """Add the other ivs that would do as well, where the last character lost its meaning.

    It carries two bits. One that carries more was mistyped, and which two bits were meant is
    open wherever the sixteenth byte of the text may be any of the four.
    """
    iv, opened = best.iv, best.opened
    changed = iv is not None and any(c.code == "typo_corrected" for c in iv.changes)
    if iv is None or opened is None or not changed:
        return best
    others = []
    for last in LAST_OF_SHORT:
        text = iv.text[: SHORT_SIZE - 1] + last
        other = Reading(text + "==", decode_loosely(text), iv.changes)
        tried = _with_one(replace(best, opened=None), raw_blocks, other)
        if other.data != iv.data and _rank(tried) >= _rank(best):
            others.append(other)
    if not others:
        return best
    changes = tuple(change for change in iv.changes if change.code != "typo_corrected")
    return replace(
        best, iv=replace(iv, changes=changes), other_ivs=tuple(others), equal_ivs=len(others)
    )

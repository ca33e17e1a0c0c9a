"""Which places of a field are marked: those that were repaired, and those that are corrupt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from inspector.messages import Messages
from inspector.tickets import BlockState, Repair, Verdict
from inspector.tickets.fields import BLOCK
from inspector.window.widgets.marks import MOST_MARKS, Mark
from inspector.window.widgets.text import grouped

LONGEST_ALIGNED: Final = 200_000
"""Characters up to which a pasted text is aligned with its repaired form."""
READ_AS: Final = {" ": "+", "-": "+", "_": "/"}
"""Characters of a pasted text and what they stand for in the repaired one."""


def field_marks(messages: Messages, name: str, verdict: Verdict | None) -> list[Mark]:
    """Return the places to mark in a field, by its name on the wire."""
    value = verdict.ticket.field(name) if verdict else None
    if not verdict or not value:
        return []
    marks = [m for r in verdict.repairs if r.field == name for m in _repair_marks(messages, r)]
    if name == "encryptedData":
        marks += _block_marks(messages, verdict, value)
    elif name == "iv" and verdict.cause == "iv_wrong":
        marks.append(Mark(0, len(value), "err", messages.gettext("This iv is not the right one")))
    return marks


def _repair_marks(messages: Messages, repair: Repair) -> Iterator[Mark]:
    tip = messages.gettext("Repaired here")
    return (Mark(place, place + 1, "warn", tip) for place in repair.places)


def _block_marks(messages: Messages, verdict: Verdict, value: str) -> list[Mark]:
    """Mark the ciphertext of corrupt blocks, unless nothing is readable anyway."""
    states = verdict.blocks
    if verdict.readable_blocks in (0, len(states)) or BlockState.CORRUPT not in states:
        return []
    repaired = verdict.repaired.encrypted_data or value
    places = _alignment(value, repaired)
    marks = []
    for first, last in islice(_runs(states), MOST_MARKS):
        start, end = first * BLOCK * 4 // 3, -(-(last + 1) * BLOCK * 4 // 3)
        begin, stop = _at(places, start), _at(places, min(end, len(repaired)) - 1)
        if begin is None or stop is None:
            continue
        tip = messages.gettext("Bytes {first} to {last} are corrupted").format(
            first=grouped(first * BLOCK), last=grouped((last + 1) * BLOCK - 1)
        )
        marks.append(Mark(begin, stop + 1, "err", tip))
    return marks


def _runs(states: Sequence[BlockState]) -> Iterator[tuple[int, int]]:
    """Yield first and last block of each run of corrupt blocks."""
    end, left = 0, states.count(BlockState.CORRUPT)
    while left:
        first = end = states.index(BlockState.CORRUPT, end)
        while end < len(states) and states[end] is BlockState.CORRUPT:
            end += 1
        left -= end - first
        yield first, end - 1


def _at(places: Sequence[int], index: int) -> int | None:
    return places[index] if 0 <= index < len(places) else None


def _alignment(pasted: str, repaired: str) -> Sequence[int]:
    """Return for each repaired character where it stands in the pasted text.

    Empty when the two cannot be brought together by leaving pasted characters out.
    """
    if pasted == repaired:
        return range(len(pasted))
    if len(pasted) > LONGEST_ALIGNED:
        return ()
    places: list[int] = []
    for place, character in enumerate(pasted):
        if len(places) == len(repaired):
            break
        if repaired[len(places)] in (character, READ_AS.get(character)):
            places.append(place)
    return places if len(places) >= len(repaired.rstrip("=")) else ()

"""An iv with one slip, found when what the first block must look like leaves one only.

The iv is added to the first block alone, after decryption: the data is decrypted once, and each
of the few thousand ivs a slip away (`slips`) costs one exclusive or of 16 bytes and a look at
what the payload then begins with. The rest of the payload says nothing about the iv, so no
amount of text proves one. Therefore all slips are tried, never only up to the first that fits,
the whole payload is read for those that begin well, and an answer is given only where one of
them is the best.
"""

from __future__ import annotations

from collections.abc import Iterable

from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import xor
from inspector.tickets.decryption.search import first_block
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import NoPayload, NotText, Opened, open_whole
from inspector.tickets.decryption.search.slips import slips, undoubled
from inspector.tickets.fields import BLOCK


def find(raw_blocks: bytes, pasted: Pasted, as_pasted: str | None) -> list[tuple[str, Opened]]:
    """Return the ivs one slip away, as 22 characters, with what they open, the best ones only.

    `raw_blocks` is the data decrypted with an iv of zeros under the right key, `as_pasted` the
    text that opens without any correction, of which only its spelling can be doubted. The right
    iv is always among those that fit, if it is one slip away at all; of a text that was corrupt
    in other ways too, that is not sure, so then the known beginning alone must decide.
    """
    for likely in (undoubled, slips):
        texts = [text for near in pasted.nearly_short for text in likely(near)]
        if _is_corrupt_otherwise(pasted) and _count_beginnings(raw_blocks, texts) != 1:
            continue
        found = _fitting(raw_blocks, texts)
        if as_pasted is not None:
            found = [each for each in found if first_block.is_worth_a_doubt(each[1], as_pasted)]
        best = max((rank for _, _, rank in found), default=0)
        if best:
            return [(text, opened) for text, opened, rank in found if rank == best]
    return []


def _is_corrupt_otherwise(pasted: Pasted) -> bool:
    form = pasted.gapped[0]
    return len(form.chunks) > 1 or bool(form.illegal)


def _count_beginnings(raw_blocks: bytes, texts: Iterable[str]) -> int:
    """Count the ivs that leave the known beginning as it must be, whatever follows it."""
    heads = {xor(raw_blocks[:BLOCK], decode_loosely(text)) for text in texts}
    return sum(map(first_block.begins_literally, heads))


def _fitting(raw_blocks: bytes, texts: Iterable[str]) -> list[tuple[str, Opened, int]]:
    """Return the texts under which the payload begins as one of a known kind, with its rank."""
    found: dict[bytes, tuple[str, Opened, int]] = {}
    for characters in texts:
        iv = decode_loosely(characters)
        head = xor(raw_blocks[:BLOCK], iv)
        if iv in found or not first_block.may_begin(head):
            continue
        try:
            opened = open_whole(head + raw_blocks[BLOCK:])
        except (NotText, NoPayload):
            continue
        if (rank := first_block.rank(opened.text)) >= 2:
            found[iv] = (characters, opened, rank)
    return list(found.values())

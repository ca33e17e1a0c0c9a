"""Texts of any kind as stretches: whole where they are a document, else cut between lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.reports.batches import Batch, Captures
from inspector.reports.blocks import Blocks
from inspector.reports.errors import TooLarge
from inspector.tickets.capture.capture import LONGEST

STRETCH: Final = 8 * 1024 * 1024
"""Bytes of a log that are read in one go."""
BEFORE_CUT: Final = 256 * 1024
"""Bytes before a cut in which a better place for it is looked for."""
_ENTRY: Final = re.compile(rb"\n(?=[\r\n]|[\[{]|[0-9A-Z][^\n]{0,12}[0-9][-:/ T])")
"""Where an entry of a log begins: a blank line before it, a bracket, a date."""


def document(file: str, blocks: Blocks) -> Iterator[Batch]:
    """Give a text that means something only as a whole, such as a HAR, in one stretch.

    Raises:
        TooLarge: It is longer than what is read.
    """
    pieces: list[bytes] = []
    size = 0
    for block in blocks:
        pieces.append(block)
        size += len(block)
        if size > LONGEST:
            raise TooLarge(LONGEST)
    yield Batch(Captures(file), 1, b"".join(pieces), blocks.encoding, blocks.place())


def stretches(file: str, blocks: Blocks) -> Iterator[Batch]:
    """Give the stretches of a log or another text; one that is not long is one stretch."""
    form = Captures(file)
    line = 1
    pieces: list[bytes] = []
    size = 0
    for block in blocks:
        pieces.append(block)
        size += len(block)
        if size < STRETCH:
            continue
        text = b"".join(pieces)
        cut = _cut(text)
        yield Batch(form, line, text[:cut], blocks.encoding, blocks.place())
        line += text.count(b"\n", 0, cut)
        pieces, size = [text[cut:]], len(text) - cut
    if text := b"".join(pieces):
        yield Batch(form, line, text, blocks.encoding, blocks.place())


def _cut(text: bytes) -> int:
    """Return the end of the last line after which a new entry begins, near the end."""
    start = max(0, len(text) - BEFORE_CUT)
    ends = [entry.end() for entry in _ENTRY.finditer(text, start)]
    return ends[-1] if ends else len(text)

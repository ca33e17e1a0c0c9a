"""Files of delimited text: what their columns are, and their stretches."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from inspector.reports.batches import ROWS, Batch, CellRows, DelimitedLines
from inspector.reports.blocks import Blocks, decode
from inspector.reports.columns import Columns
from inspector.reports.recognition import HEADER_WITHIN, SAMPLE, recognise
from inspector.reports.records import Dialect, Records, skips_first, sniff


@dataclass(frozen=True, slots=True)
class Delimited:
    """A file of delimited text, seen by its beginning."""

    file: str
    dialect: Dialect
    columns: Columns
    before: int
    """Records before the first row: titles and the header, and a line that tells the delimiter."""

    def batches(self, blocks: Blocks) -> Iterator[Batch]:
        """Give the stretches of the file.

        Blocks without quotes go on as they are; where there are quotes, a row may be several
        lines, so they are cut into records here.
        """
        lines = _Lines(blocks)
        records = Records(lines, self.dialect)
        number = sum(1 for _ in islice(records, self.before)) + 1
        plain = DelimitedLines(self.file, self.columns, self.dialect)
        cells = CellRows(self.file, self.columns)
        while True:
            block = lines.whole_block(self.dialect.quote) if records.between else None
            if block is not None:
                yield Batch(plain, number, block, blocks.encoding, blocks.place())
                number += block.count(b"\n")
                continue
            rows = _some(records, lines)
            if not rows:
                return
            yield Batch(cells, number, rows, None, blocks.place())
            number += len(rows)

    def records(self, blocks: Blocks) -> Iterator[tuple[int, Iterable[Sequence[str]]]]:
        """Give the cells of the rows of each stretch, with the number of its first one."""
        for batch in self.batches(blocks):
            if isinstance(batch.form, DelimitedLines):
                lines = decode(batch.data, batch.encoding).removesuffix("\n").split("\n")
                yield batch.first, self.dialect.cells(lines)
            else:
                yield batch.first, batch.data


def seen(file: str, head: str, suffix: str, meanings: Mapping[str, str]) -> Delimited:
    """Return what a file of delimited text is by its beginning.

    `suffix` may tell the delimiter, `meanings` what some columns hold.
    """
    dialect = sniff(head, "\t" if suffix in (".tsv", ".tab") else None)
    skipped = int(skips_first(head))
    records = Records(iter(io.StringIO(head, newline="")), dialect)
    rows = list(islice(records, SAMPLE + HEADER_WITHIN + skipped))[skipped:]
    recognised = recognise(rows)
    before = skipped + (0 if recognised.header is None else recognised.header + 1)
    return Delimited(file, dialect, recognised.columns.with_meanings(meanings), before)


def _some(records: Records, lines: _Lines) -> list[list[str]]:
    """Return some records, no more than there are in the block if one ends where it ends."""
    rows: list[list[str]] = []
    for cells in records:
        rows.append(cells)
        if len(rows) >= ROWS or (lines.is_between and records.between):
            break
    return rows


class _Lines(Iterator[str]):
    """The lines of blocks, one by one or a whole block at a time."""

    def __init__(self, blocks: Blocks) -> None:
        self._source = blocks
        self._blocks = iter(blocks)
        self._lines: deque[str] = deque()
        self._next: bytes | None = None

    @property
    def is_between(self) -> bool:
        """Whether all lines of a block were given and none of the next."""
        return not self._lines

    def whole_block(self, quote: str) -> bytes | None:
        """Return the next block if nothing of it was given and each of its lines is a row."""
        if self._lines:
            return None
        block = self._next = self._next or next(self._blocks, None)
        if block is None or quote.encode() in block or block.count(b"\r") != block.count(b"\r\n"):
            return None
        self._next = None
        return block

    def __next__(self) -> str:
        while not self._lines:
            block = self._next or next(self._blocks)
            self._next = None
            text = decode(block, self._source.encoding)
            self._lines.extend(io.StringIO(text, newline=""))
        return self._lines.popleft()

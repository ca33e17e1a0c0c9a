"""The sheets of a workbook as tables, read in a process that can be ended and is bounded."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from itertools import chain, groupby
from operator import attrgetter
from typing import Final

from inspector.reports.apart import MOST_MEMORY, Ended, iterate_apart
from inspector.reports.batches import Batch, CellRows
from inspector.reports.blocks import Blocks
from inspector.reports.entry import Entry
from inspector.reports.errors import Unfolds
from inspector.reports.recognition import recognise
from inspector.reports.table import FileForm, Table
from inspector.reports.workbook import SheetRows, sheets

LARGEST: Final = 1_000_000_000
"""Bytes of a workbook, packed as it is, that are read."""


def workbook_tables(
    entry: Entry,
    blocks: Blocks,
    meanings: Mapping[str, str],
    cancelled: Callable[[], bool] | None = None,
) -> Generator[Table, None, None]:
    """Give a table for each visible sheet with anything in it, the first one under the file's name.

    Raises:
        ReportError: It is no workbook, is encrypted, or unfolds to more than is read.
    """
    with closing(_rows(entry, blocks, cancelled)) as rows:
        for number, (sheet, stretches) in enumerate(groupby(rows, key=attrgetter("sheet"))):
            name = f"{entry.name}/{sheet}" if number else entry.name
            yield _table(entry, name, meanings, stretches)


def _table(
    entry: Entry, name: str, meanings: Mapping[str, str], stretches: Iterator[SheetRows]
) -> Table:
    seen = next(stretches)
    recognised = recognise(seen.rows)
    columns = recognised.columns.with_meanings(meanings)
    header = 0 if recognised.header is None else recognised.header + 1
    body = SheetRows(seen.sheet, seen.first + header, seen.rows[header:])
    form = CellRows(name, columns)

    def batches() -> Iterator[Batch]:
        for some in chain([body], stretches):
            yield Batch(form, some.first, some.rows, None, entry.size)

    return Table(name, FileForm.WORKBOOK, columns, entry.size, batches)


def _rows(
    entry: Entry, blocks: Blocks, cancelled: Callable[[], bool] | None
) -> Generator[SheetRows, None, None]:
    is_plain = entry.member is None and entry.path.is_file() and entry.path.suffix.lower() != ".gz"
    source = entry.path.absolute() if is_plain else blocks.whole(LARGEST)
    if multiprocessing.parent_process() is not None:  # this one can be ended already
        yield from sheets(source)
        return
    try:
        yield from iterate_apart(sheets, source, cancelled=cancelled)
    except Ended:
        raise Unfolds(MOST_MEMORY) from None

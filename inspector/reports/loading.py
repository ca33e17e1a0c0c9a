"""Files -> everything they hold, for a window that shows it all: rows, texts and troubles.

It can be done in a process of its own: finding tickets in 100 MB means single calls into C that
keep Python's lock for seconds, in which a window could not move; and a process can be ended.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Final

from inspector.reports.apart import MOST_MEMORY, Ended, iterate_apart
from inspector.reports.batches import Batch, Captures, capture_rows
from inspector.reports.blocks import decode
from inspector.reports.columns import Columns
from inspector.reports.errors import ReportError, Unfolds
from inspector.reports.files import open_tables
from inspector.reports.row import Row
from inspector.reports.table import FileForm, Table, Trouble
from inspector.tickets import Capture, read

LARGE_BYTES: Final = 4_000_000
"""Files of fewer bytes together are read here; a process takes a moment to start."""
MOST_KEPT: Final = 2_000_000
"""Characters of a text that are kept to be shown."""
PROGRESS_SECONDS: Final = 0.1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of one file is."""

    name: str
    read: int
    """Bytes."""
    size: int
    """Bytes; 0 where it is not known."""


@dataclass(frozen=True, slots=True)
class LoadedText:
    """A text in which tickets were looked for, as it stood."""

    text: str = field(repr=False)
    """Cut where it is too long to be shown."""
    capture: Capture = field(repr=False)
    """Its places count in the whole text."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one file, or sheet, or member of an archive holds."""

    name: str
    form: FileForm
    columns: Columns | None
    rows: tuple[Row, ...] = field(repr=False)
    """Those without a ticket among them."""
    text: LoadedText | None = None
    """Where it is no table: what was read, the first stretch of a very long one."""
    is_whole: bool = True
    """Whether that is all it holds; not where the reading of it was cancelled."""


def load(
    paths: Sequence[Path],
    meanings: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Progress | Loaded | Trouble]:
    """Give what some files hold, one after the other, and now and then how far it is.

    Args:
        paths: Files, folders and archives.
        meanings: See `open_tables`.
        cancelled: Asked now and then; True ends it early, with what was read until then.
    """
    return _joined(_parts(paths, meanings, cancelled))


def load_apart(
    paths: Sequence[Path],
    meanings: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Progress | Loaded | Trouble]:
    """Do what `load` does, large files in a process of its own, which `cancelled` ends at once."""
    if _size(paths) < LARGE_BYTES:
        yield from load(paths, meanings, cancelled)
        return
    try:
        yield from _joined(iterate_apart(_parts, paths, meanings, cancelled=cancelled or _never))
    except Ended:
        yield Trouble(paths[0].name, Unfolds(MOST_MEMORY))


def _parts(
    paths: Sequence[Path],
    meanings: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Progress | Loaded | Trouble]:
    """Give what `load` gives, each table in parts of which the last alone is whole.

    So what was read is at hand with whoever waits for it, even when the process is ended.
    """
    for table in open_tables(paths, meanings, cancelled=cancelled):
        if isinstance(table, Trouble):
            yield table
            continue
        try:
            yield from _parts_of(table, cancelled or _never)
        except (OSError, ReportError) as error:
            yield Trouble(table.name, error)
        if cancelled is not None and cancelled():
            return


def _parts_of(table: Table, cancelled: Callable[[], bool]) -> Iterator[Progress | Loaded]:
    rows: list[Row] = []
    text: LoadedText | None = None
    told = time.monotonic()
    for number, batch in enumerate(table.batches()):
        if isinstance(batch.form, Captures):
            found = _read(batch, cancelled)
            rows += capture_rows(table.name, batch.first, found.text, found.capture)
            text = text if number else LoadedText(found.text[:MOST_KEPT], found.capture)
        else:
            rows += batch.rows()
        if cancelled():
            break
        if time.monotonic() - told > PROGRESS_SECONDS:
            told = time.monotonic()
            yield Loaded(table.name, table.form, table.columns, tuple(rows), text, is_whole=False)
            rows, text = [], None
            yield Progress(table.name, batch.place, table.size)
    yield Loaded(table.name, table.form, table.columns, tuple(rows), text, is_whole=not cancelled())


def _joined(
    parts: Iterator[Progress | Loaded | Trouble],
) -> Iterator[Progress | Loaded | Trouble]:
    """Put the parts of each table together; of the last one there may be no more."""
    waiting: list[Loaded] = []
    for part in parts:
        if isinstance(part, Loaded):
            waiting.append(part)
            if not part.is_whole:
                continue
            yield _one(waiting)
            waiting.clear()
        else:
            if isinstance(part, Trouble):
                waiting.clear()
            yield part
    if any(not row.is_empty for part in waiting for row in part.rows):
        yield _one(waiting)


def _one(parts: Sequence[Loaded]) -> Loaded:
    rows = tuple(chain.from_iterable(part.rows for part in parts))
    text = next((part.text for part in parts if part.text is not None), None)
    return replace(parts[-1], rows=rows, text=text)


def _read(batch: Batch, cancelled: Callable[[], bool]) -> LoadedText:
    text = decode(batch.data, batch.encoding)
    return LoadedText(text, read(text, cancelled=cancelled))


def _size(paths: Sequence[Path]) -> int:
    total = 0
    for path in paths:
        with suppress(OSError):
            total += sys.maxsize if path.is_dir() else path.stat().st_size
    return total


def _never() -> bool:
    return False

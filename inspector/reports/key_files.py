"""Files of session keys -> the keys, each with what its file says of whose it is.

Dumps come in any layout: a plain list, a table with or without a header, JSON, a console's
`sess:1 -> KEY (ttl 30)`, SQL, a log. What stands beside a key in its row is its owner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from inspector.reports.blocks import Blocks, decode
from inspector.reports.columns import Columns
from inspector.reports.delimited import seen
from inspector.reports.entries import entries
from inspector.reports.entry import Entry
from inspector.reports.errors import NoText
from inspector.reports.files import DELIMITED, is_workbook, place_of
from inspector.reports.key_texts import Found, KeyLines, keys_in_cells, keys_in_json
from inspector.reports.workbook_tables import workbook_tables
from inspector.texts import is_binary


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A session key of a file."""

    key: str = field(repr=False)
    """In the alphabet and with the padding of the platform."""
    file: str
    number: int
    """The row or line where it stands, counted from 1."""
    owner: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What stands beside it, by the names of the columns; a line of text without the key."""


def read_keys(
    paths: Iterable[Path], *, cancelled: Callable[[], bool] | None = None
) -> tuple[KnownKey, ...]:
    """Return the session keys of some files, each once, in their order.

    Raises:
        OSError: A file cannot be read.
        ReportError: A file is not what its name says, or more than what is read.
    """
    found: dict[str, KnownKey] = {}
    for entry in entries(list(paths)):
        for number, (key, owner) in _numbered(entry, cancelled):
            if key not in found:
                found[key] = KnownKey(key, entry.name, number, owner)
    return tuple(found.values())


def _numbered(entry: Entry, cancelled: Callable[[], bool] | None) -> Iterator[tuple[int, Found]]:
    stream, raw = entry.open()
    with raw, stream:
        blocks = Blocks(stream, place_of(raw))
        for number, each in _rows(entry, blocks, cancelled):
            if cancelled is not None and cancelled():
                return
            for found in each:
                yield number, found


def _rows(
    entry: Entry, blocks: Blocks, cancelled: Callable[[], bool] | None
) -> Iterator[tuple[int, Iterable[Found]]]:
    """Give the keys of each row or line of a file, with its number."""
    if is_workbook(entry, blocks.first):
        with closing(workbook_tables(entry, blocks, {}, cancelled)) as tables:
            for table in tables:
                columns = table.columns or Columns(())
                for batch in table.batches():
                    yield from _of_table(columns, batch.first, batch.data)
        return
    head = decode(blocks.head, blocks.encoding)
    if is_binary(head):
        raise NoText
    if head.lstrip().startswith(("{", "[")):
        yield from _of_json(blocks)
        return
    text = seen(entry.name, head, entry.suffix, {})
    if entry.suffix in DELIMITED or _names_keys(text.columns):
        for first, rows in text.records(blocks):
            yield from _of_table(text.columns, first, rows)
        return
    yield from _of_lines(blocks)


def _names_keys(columns: Columns) -> bool:
    return "session_key" in columns.fields and len(columns.names) > 1


def _of_table(
    columns: Columns, first: int, rows: Iterable[Sequence[str]]
) -> Iterator[tuple[int, Iterable[Found]]]:
    for number, cells in enumerate(rows, first):
        yield number, keys_in_cells(columns.names, cells, columns.fields.get("session_key"))


def _of_json(blocks: Blocks) -> Iterator[tuple[int, Iterable[Found]]]:
    """Give the keys of one document or, if it is none, of lines; they are in memory anyway."""
    text = "".join(decode(block, blocks.encoding) for block in blocks)
    whole = keys_in_json(text)
    if whole is not None:
        yield from ((number, [found]) for number, found in enumerate(whole, 1))
        return
    lines = KeyLines()
    for number, line in enumerate(text.split("\n"), 1):
        found = keys_in_json(line)
        yield number, list(lines.keys(line)) if found is None else found


def _of_lines(blocks: Blocks) -> Iterator[tuple[int, Iterable[Found]]]:
    lines = KeyLines()
    number = 1
    for block in blocks:
        for line in decode(block, blocks.encoding).removesuffix("\n").split("\n"):
            yield number, lines.keys(line)
            number += 1

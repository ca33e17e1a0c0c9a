"""The road from files to rows: each file, or sheet, or member of an archive, is a table.

Window and terminal alike read files here, and here only. What a file is, is told by its content
first; its name decides where the content leaves it open.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from inspector.exact_json.parsing import NotJson, parse
from inspector.reports import captures
from inspector.reports.batches import ROWS, Batch, JsonLines, ReadyRows
from inspector.reports.blocks import Blocks, decode
from inspector.reports.codings import shut_coding
from inspector.reports.columns import Columns
from inspector.reports.delimited import Delimited, seen
from inspector.reports.entries import MOST_INNER, entries, within
from inspector.reports.entry import MOST_LAYERS, WORKBOOKS, Entry
from inspector.reports.errors import (
    BrokenFile,
    Compressed,
    DamagedCase,
    Nested,
    NoText,
    ReportError,
)
from inspector.reports.json_array import begins_as_array, items
from inspector.reports.recognition import by_name
from inspector.reports.row import NO_CELLS, Row
from inspector.reports.table import FileForm, Table, Trouble
from inspector.reports.tarballs import is_tarball
from inspector.reports.workbook_tables import workbook_tables
from inspector.texts import OLE, ZIP, is_binary
from inspector.tickets import read
from inspector.tickets.capture.scanning.field_names import FieldNames
from inspector.tickets.cases.case_file import CaseFileError, is_case_file, read_case_file
from inspector.tickets.fields import MAIN_FIELDS

LINES: Final = (".jsonl", ".ndjson")
DELIMITED: Final = (".csv", ".tsv", ".tab", ".psv")
DOCUMENTS: Final = (".har", ".json", ".xml", ".html", ".htm")
SEEN: Final = 3
"""Lines or items of JSON that are looked at."""


def open_tables(
    paths: Sequence[Path],
    meanings: Mapping[str, str] | None = None,
    *,
    but: Path | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Generator[Table | Trouble, None, None]:
    """Give the tables of some files, folders and archives, in order; `-` is the standard input.

    Each is to be read to its end before the next one is asked for.

    Args:
        paths: What to read.
        meanings: What a user says that columns hold: name, or number from 1, -> `MEANINGS`.
        but: A file that is being written; it is passed over where it lies in a folder.
        cancelled: Asked while a workbook is read in its own process; True ends that.
    """
    for path in paths:
        try:
            for entry in entries([path], but):
                yield from _tables(entry, meanings or {}, cancelled)
        except (OSError, ReportError) as error:
            yield Trouble(path.name, error)


def read_rows(
    path: Path,
    meanings: Mapping[str, str] | None = None,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Row]:
    """Give the reports of one file or folder, in its order.

    Raises:
        OSError: It cannot be read.
        ReportError: It is not what its name says, or more than what is read.
    """
    for table in open_tables([path], meanings, cancelled=cancelled):
        if isinstance(table, Trouble):
            raise table.error
        yield from table.rows()


def _tables(
    entry: Entry, meanings: Mapping[str, str], cancelled: Callable[[], bool] | None
) -> Iterator[Table | Trouble]:
    try:
        stream, raw = entry.open()
    except (OSError, ReportError) as error:
        yield Trouble(entry.name, error)
        return
    with raw, stream:
        try:
            blocks = Blocks(stream, place_of(raw))
            if is_workbook(entry, blocks.first):
                yield from workbook_tables(entry, blocks, meanings, cancelled)
            elif blocks.first.startswith(ZIP) or is_tarball(blocks.first):
                for each in _piped(entry, blocks):
                    yield from _tables(each, meanings, cancelled)
            elif coding := shut_coding(entry.name, blocks.first):
                yield Trouble(entry.name, Compressed(coding))
            else:
                yield _text_or_false_workbook(entry, blocks, meanings)
        except (OSError, ReportError) as error:
            yield Trouble(entry.name, error)


def _piped(entry: Entry, blocks: Blocks) -> Iterator[Entry]:
    """Give the members of an archive that came through a pipe.

    Raises:
        Nested: It did not, so it was not opened where the members of archives are.
    """
    if entry.path.is_file() or entry.archive is not None or entry.held is not None:
        raise Nested
    yield from within(replace(entry, held=blocks.whole(MOST_INNER)), MOST_LAYERS)


def is_workbook(entry: Entry, head: bytes) -> bool:
    """Say whether a file is a workbook, whose first bytes are given."""
    return head.startswith(OLE) or (entry.suffix in WORKBOOKS and head.startswith(ZIP))


def _text_or_false_workbook(entry: Entry, blocks: Blocks, meanings: Mapping[str, str]) -> Table:
    """Return a table; programs write tables of text, or pages, under a workbook's name."""
    table = _text_table(entry, blocks, meanings)
    is_page = blocks.head.lstrip().startswith(b"<")
    if entry.suffix in WORKBOOKS and table.form is FileForm.TEXT and not is_page:
        raise BrokenFile
    return table


def _text_table(entry: Entry, blocks: Blocks, meanings: Mapping[str, str]) -> Table:
    head = decode(blocks.head, blocks.encoding)
    if is_binary(head):
        raise NoText
    name, size = entry.name, entry.size
    if name.endswith(".ticket.json") or is_case_file(head):
        return Table(name, FileForm.CASES, None, size, lambda: _cases(name, blocks))
    lines = JsonLines(name, meanings)
    if entry.suffix in LINES or _are_lines_of_json(head):
        columns = _columns_of(head.lstrip().split("\n", 1)[0], meanings)
        return Table(name, FileForm.JSON_LINES, columns, size, lambda: _lines(lines, blocks))
    if begins_as_array(head) and (item := next(items(iter([head])), "")) and _is_report(item):
        columns = _columns_of(item, meanings)
        return Table(name, FileForm.JSON_ARRAY, columns, size, lambda: _items(lines, blocks))
    if entry.suffix not in DOCUMENTS and not head.lstrip().startswith(("{", "[")):
        found = seen(name, head, entry.suffix, meanings)
        if entry.suffix in DELIMITED or _is_table(found):
            columns = found.columns
            return Table(name, FileForm.DELIMITED, columns, size, lambda: found.batches(blocks))
        return Table(name, FileForm.TEXT, None, size, lambda: captures.stretches(name, blocks))
    return Table(name, FileForm.TEXT, None, size, lambda: captures.document(name, blocks))


def _is_table(found: Delimited) -> bool:
    """Say whether columns were recognised so surely that a file of any name is a table.

    Tabs below a header are such a sign, too: Excel writes them into files named .txt.
    """
    columns = found.columns
    named = [name for name in MAIN_FIELDS if name in columns.fields]
    is_named = "encryptedData" in named and len(named) > 1
    is_tabbed = bool(columns.texts and found.before) and found.dialect.delimiter == "\t"
    return len(columns.names) > 1 and (is_named or is_tabbed)


def _are_lines_of_json(head: str) -> bool:
    """Say whether the first lines are objects, one of them with a report in it."""
    lines = [line for line in head.split("\n")[:-1] if line.strip()][:SEEN]
    objects = [line for line in lines if line.lstrip().startswith("{")]
    return len(lines) > 1 and len(objects) == len(lines) and any(map(_is_report, lines))


def _is_report(text: str) -> bool:
    """Say whether a text is an object with encrypted data in it."""
    try:
        value = parse(text)
    except NotJson:
        return False
    if not isinstance(value, dict):
        return False
    named = "encryptedData" in by_name(tuple(value), FieldNames())
    return named or any(ticket.encrypted_data for ticket in read(text).tickets)


def _columns_of(line: str, meanings: Mapping[str, str]) -> Columns | None:
    try:
        value = parse(line)
    except NotJson:
        return None
    if not isinstance(value, dict):
        return None
    return Columns(tuple(value), by_name(tuple(value), FieldNames())).with_meanings(meanings)


def _lines(form: JsonLines, blocks: Blocks) -> Iterator[Batch]:
    line = 1
    for block in blocks:
        yield Batch(form, line, block, blocks.encoding, blocks.place())
        line += block.count(b"\n")


def _items(form: JsonLines, blocks: Blocks) -> Iterator[Batch]:
    """Give the items of an array as lines: a line end within one is white space."""
    texts = (decode(block, blocks.encoding) for block in blocks)
    found = (item.replace("\n", " ").replace("\r", " ") for item in items(texts))
    number = 1
    while lines := list(islice(found, ROWS)):
        yield Batch(form, number, "\n".join(lines).encode(), "utf-8", blocks.place())
        number += len(lines)


def _cases(name: str, blocks: Blocks) -> Iterator[Batch]:
    """Give the tickets of a case file; masked ones bring their verdicts along."""
    try:
        cases = read_case_file(b"".join(blocks)).cases
    except CaseFileError as error:
        raise DamagedCase(error.finding) from error
    rows = [
        Row(name, number, NO_CELLS, case.ticket, verdict=case.verdict)
        for number, case in enumerate(cases, 1)
    ]
    yield Batch(ReadyRows(name), 1, rows, None, blocks.place())


def place_of(raw: BinaryIO) -> Callable[[], int]:
    """Return what tells how far a stream was read; a pipe has no places."""
    return raw.tell if raw.seekable() else _nowhere


def _nowhere() -> int:
    return 0

"""Sheets of which most is empty are read in the room that their cells take, exactly as others."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from inspector.reports import read_rows, sparse_sheets
from inspector.reports.errors import Unfolds
from inspector.reports.sparse_sheets import column_number, without_empty_places
from inspector.reports.workbook import SheetRows, sheets
from tests.cli.running import mint

Cells = Iterable[tuple[int, int, object]]
LAST_ROW, LAST_COLUMN = 1_048_575, 16_383


def workbook(*tables: Cells) -> bytes:
    """Return a workbook of sheets with these cells: row, column (both from 0), value."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for cells in tables:
            sheet = book.add_worksheet()
            for row, column, value in cells:
                sheet.write(row, column, value)
    return made.getvalue()


def with_sheet(data: bytes, old: str, new: str) -> bytes:
    """Return a workbook with something else in its first sheet's XML."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(made, "w") as copy:
        for name in book.namelist():
            content = book.read(name)
            if name == "xl/worksheets/sheet1.xml":
                changed = re.sub(old, new, content.decode())
                assert changed != content.decode()
                content = changed.encode()
            copy.writestr(name, content)
    return made.getvalue()


def cells_of(data: bytes) -> list[tuple[str, int, list[str]]]:
    """Return the rows with anything in them: sheet, number, cells."""
    read: list[SheetRows] = list(sheets(data))
    rows = [(each.sheet, n, row) for each in read for n, row in enumerate(each.rows, each.first)]
    return [each for each in rows if any(each[2])]


def at_the_edge(data: bytes) -> Iterator[tuple[str, int, list[str]]]:
    """Give the rows without the columns that are empty in front of all others of their sheet."""
    for name, some in groupby(cells_of(data), key=itemgetter(0)):
        rows = list(some)
        edge = min(next(n for n, cell in enumerate(cells) if cell) for _, _, cells in rows)
        yield from ((name, number, cells[edge:]) for _, number, cells in rows)


def table_and(*stray: tuple[int, int, object]) -> Cells:
    return [(row, column, f"{row} {column}") for row in range(20) for column in range(5)] + [*stray]


@pytest.mark.parametrize(
    "place",
    [(0, LAST_COLUMN), (LAST_ROW, 0), (LAST_ROW, LAST_COLUMN), (3_000, LAST_COLUMN), (400_000, 19)],
)
def test_a_stray_cell_costs_nothing_and_stands_where_it_stood(place: tuple[int, int]) -> None:
    row, column = place
    rows = cells_of(workbook(table_and((row, column, "stray"))))
    assert [cells[:5] for _, _, cells in rows[:20]] == [
        [f"{r} {c}" for c in range(5)] for r in range(20)
    ]
    assert [number for _, number, _ in rows[:20]] == list(range(1, 21))
    (stray,) = [cells for _, number, cells in rows if number == row + 1]
    assert (len(stray), stray[-1]) == (column + 1, "stray")


def test_sparse_or_not_the_cells_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    values = ["text", "=x", 7, 0.5, 13800138000, True, date(2018, 8, 30), "群聊 <&>", ""]
    for turn in range(40):
        tables = [
            [
                (chance.randrange(2_000 if turn % 2 else 20), chance.randrange(60), value)
                for value in chance.choices(values, k=chance.randrange(1, 60))
            ]
            for _ in range(chance.randrange(1, 4))
        ]
        data = workbook(*tables)
        monkeypatch.setattr(sparse_sheets, "SMALL", 10**9)
        as_it_is = list(at_the_edge(data))
        monkeypatch.setattr(sparse_sheets, "SMALL", -1)
        monkeypatch.setattr(sparse_sheets, "EMPTY_TIMES", 0)
        assert without_empty_places(data) is not None
        assert list(at_the_edge(data)) == as_it_is, turn


def test_a_table_beside_a_stray_cell_gives_its_tickets(tmp_path: Path) -> None:
    tickets = [mint() for _ in range(3)]
    names = list(tickets[0].wire)
    cells = [(0, column, name) for column, name in enumerate(names)]
    for row, ticket in enumerate(tickets, 400):
        cells += [(row, column, ticket.wire[name]) for column, name in enumerate(names)]
    cells.append((LAST_ROW, LAST_COLUMN, " "))
    file = tmp_path / "reports.xlsx"
    file.write_bytes(workbook(cells))
    rows = [row for row in read_rows(file) if row.ticket.iv]
    assert [(row.number, row.ticket.iv) for row in rows] == [
        (number, ticket.wire["iv"]) for number, ticket in enumerate(tickets, 401)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"<dimension[^>]*>", '<dimension ref="A1"/>'),
        (r"<dimension[^>]*>", ""),
        (r"<(/?)([a-z]\w*)(?=[ />])(?! xmlns)", r"<\1x:\2"),
        (r'<c r="(\w+)"', r'<c s="0" r="\1"'),
        (r"<row[^>]*>(.*?)</row>(<row[^>]*>.*</row>)", r"\2<row>\1</row>"),
    ],
)
def test_the_xml_of_other_programs_is_known(old: str, new: str) -> None:
    data = with_sheet(workbook([(0, 0, 1), (9, 3, 2), (LAST_ROW, LAST_COLUMN, 3)]), old, new)
    if "x:" in new:
        data = with_sheet(data, r'xmlns="', 'xmlns:x="')
    assert without_empty_places(data) is not None
    found = [(number, cells[-1], len(cells)) for _, number, cells in cells_of(data)]
    assert found == [(1, "1", 1), (10, "2", 4), (LAST_ROW + 1, "3", LAST_COLUMN + 1)]


def test_what_is_full_or_small_is_left_as_it_is() -> None:
    assert without_empty_places(workbook(table_and())) is None
    assert without_empty_places(workbook(table_and((300, 900, "near")))) is None
    assert without_empty_places(workbook([])) is None
    assert without_empty_places(b"PK\x03\x04broken") is None
    assert without_empty_places(b"") is None


def test_cells_all_over_a_sheet_are_refused_before_they_are_unfolded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sparse_sheets, "MOST_MEMORY", 10_000_000)
    with pytest.raises(Unfolds):
        without_empty_places(workbook([(n * 60, n, "x") for n in range(600)]))


def test_a_place_between_two_parts_of_a_sheet_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(table_and((3_000, LAST_COLUMN, "stray")))
    for size in (61, 67, 73, 89):
        monkeypatch.setattr(sparse_sheets, "CHUNK", size)
        monkeypatch.setattr(sparse_sheets, "SHEET", re.compile(b"^"))
        assert without_empty_places(data) is not None, size


def test_columns_are_counted_as_excel_does() -> None:
    assert [column_number(name) for name in (b"A", b"Z", b"AA", b"ZZ", b"XFD")] == [
        1, 26, 27, 702, 16_384,
    ]  # fmt: skip
    names = [sparse_sheets._name(number) for number in range(1, 16_385)]
    assert [column_number(name) for name in names] == list(range(1, 16_385))

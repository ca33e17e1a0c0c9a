"""Rows come out of every kind of file, with their numbers and their other columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from inspector.reports import BrokenTable, read_keys, read_rows
from tests.cli.running import Minted, mint

Table = list[list[object]]


def as_csv(table: Table, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(table)
    return out.getvalue().encode(encoding)


def as_xlsx(table: Table) -> bytes:
    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)
    return out.getvalue()


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write(name: str, data: bytes) -> Path:
        file = tmp_path / name
        file.write_bytes(data)
        return file

    return write


Written = Callable[[str, bytes], Path]


def tickets(count: int) -> list[Minted]:
    return [mint() for _ in range(count)]


def report(header: list[object], minted: list[Minted]) -> Table:
    rows = [[n, t.session_key, t.iv, t.encrypted_data, f"用户{n}"] for n, t in enumerate(minted)]
    return [header, *rows]


HEADERS: list[list[object]] = [
    ["order", "session_key", "iv", "encryptedData", "user"],
    ["order", "sessionKey", "IV", "encrypted_data", "user"],
    ["order", "会话密钥", "初始向量", "加密数据", "user"],
    ["order", "wx_session_key", "ivStr", "encryptedDataStr", "user"],
    ["order", "key", "iv", "data", "user"],
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("kind", ["csv", "semicolon", "tsv", "excel", "xlsx"])
def test_a_table_is_read_by_the_names_of_its_columns(
    written: Written, header: list[object], kind: str
) -> None:
    minted = tickets(3)
    table = report(header, minted)
    files: dict[str, tuple[str, Callable[[], bytes]]] = {
        "csv": ("r.csv", lambda: as_csv(table)),
        "semicolon": ("r.csv", lambda: as_csv(table, ";", "gb18030")),
        "tsv": ("r.tsv", lambda: as_csv(table, "\t")),
        "excel": ("r.csv", lambda: as_csv(table, ",", "utf-8-sig")),
        "xlsx": ("r.xlsx", lambda: as_xlsx(table)),
    }
    name, data = files[kind]
    rows = read_rows(written(name, data()))
    assert [row.number for row in rows] == [2, 3, 4]
    assert [row.columns for row in rows] == [
        {"order": str(n), "user": f"用户{n}"} for n in range(3)
    ]
    for row, made in zip(rows, minted, strict=True):
        got = (row.ticket.session_key, row.ticket.iv, row.ticket.encrypted_data)
        assert got == (made.session_key, made.iv, made.encrypted_data)


def test_json_lines_are_rows(written: Written) -> None:
    minted = tickets(2)
    lines = [json.dumps({"n": n, "who": None, **t.wire}) for n, t in enumerate(minted)]
    rows = read_rows(written("r.jsonl", "\n\n".join(lines).encode()))
    assert [row.number for row in rows] == [1, 3]
    assert [row.columns for row in rows] == [{"n": "0", "who": ""}, {"n": "1", "who": ""}]
    assert [row.ticket.iv for row in rows] == [t.iv for t in minted]


def test_a_broken_line_stays_a_row(written: Written) -> None:
    rows = read_rows(written("r.jsonl", b"nonsense\n" + mint().json.encode()))
    assert [row.number for row in rows] == [1, 2]
    assert rows[0].ticket.encrypted_data is None
    assert rows[0].columns == {"text": "nonsense"}


def test_a_ticket_pasted_into_a_cell_is_found(written: Written) -> None:
    made = mint()
    table: Table = [["user", "message"], ["A", f"hello {made.json}"], ["B", "no ticket here"]]
    rows = read_rows(written("r.csv", as_csv(table)))
    (hit,) = [row for row in rows if row.ticket.encrypted_data]
    assert hit.ticket.session_key == made.session_key
    assert "A" in hit.columns.values()


def test_a_table_without_header_is_read_too(written: Written) -> None:
    minted = tickets(2)
    table: Table = [[t.session_key, t.iv, t.encrypted_data] for t in minted]
    rows = read_rows(written("r.csv", as_csv(table)))
    assert [row.ticket.encrypted_data for row in rows] == [t.encrypted_data for t in minted]
    assert [row.number for row in rows] == [1, 2]


def test_odd_tables_keep_every_cell(written: Written) -> None:
    table: Table = [
        ["iv", "", "x", "x"],
        ["i", "1", "2", "3", "4"],
        [],
        ["i"],
        ["", "", "", ""],
        ["", "5", "6", "7"],
    ]
    rows = read_rows(written("r.csv", as_csv(table)))
    assert [row.number for row in rows] == [2, 4, 6]
    assert rows[0].columns == {"column 2": "1", "x": "2", "x'": "3", "column 5": "4"}


def test_cells_of_a_workbook_read_as_a_person_reads_them(written: Written) -> None:
    table: Table = [["iv", "phone", "ratio", "day"], ["i", 13800138000, 0.5, date(2018, 8, 30)]]
    file = written("r.xlsx", b"")
    with Workbook(str(file), {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(table):
            sheet.write_row(number, 0, cells)
    (row,) = read_rows(file)
    assert row.columns == {"phone": "13800138000", "ratio": "0.5", "day": "2018-08-30"}


def test_free_text_gives_its_tickets(written: Written) -> None:
    minted = tickets(2)
    rows = read_rows(written("r.txt", "\n".join(t.json for t in minted).encode()))
    assert [row.ticket.iv for row in rows] == [t.iv for t in minted]


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04broken"])
def test_a_false_workbook_is_told(written: Written, data: bytes) -> None:
    with pytest.raises(BrokenTable):
        read_rows(written("r.xlsx", data))


def test_an_empty_file_has_no_rows(written: Written) -> None:
    for name in ("r.csv", "r.jsonl", "r.txt"):
        assert read_rows(written(name, b"")) == []


def test_keys_are_found_in_any_text(written: Written) -> None:
    keys = [t.session_key for t in tickets(3)]
    text = f"user,key\nA,{keys[0]}\n\"{keys[1]}\"\n{{'k': '{keys[2]}'}} {keys[0]} short= {'x' * 40}"
    assert read_keys(written("keys.csv", text.encode())) == tuple(keys)

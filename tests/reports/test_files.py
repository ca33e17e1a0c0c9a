"""Rows come out of every kind of file, with their numbers and their other columns."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from inspector.reports import (
    BrokenFile,
    ReportError,
    Row,
    Trouble,
    blocks,
    captures,
    open_tables,
    read_rows,
)
from inspector.reports import (
    Table as FileTable,
)
from tests.cli.running import Minted, mint

Table = list[list[object]]


def rows_of(file: Path) -> list[Row]:
    return list(read_rows(file))


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
    rows = rows_of(written(name, data()))
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
    rows = rows_of(written("r.jsonl", "\n\n".join(lines).encode()))
    assert [row.number for row in rows] == [1, 3]
    assert [row.columns for row in rows] == [{"n": "0", "who": ""}, {"n": "1", "who": ""}]
    assert [row.ticket.iv for row in rows] == [t.iv for t in minted]


def test_a_broken_line_stays_a_row(written: Written) -> None:
    rows = rows_of(written("r.jsonl", b"nonsense\n" + mint().json.encode()))
    assert [row.number for row in rows] == [1, 2]
    assert rows[0].ticket.encrypted_data is None
    assert rows[0].columns == {"text": "nonsense"}


def test_a_ticket_pasted_into_a_cell_is_found(written: Written) -> None:
    made = mint()
    table: Table = [["user", "message"], ["A", f"hello {made.json}"], ["B", "no ticket here"]]
    rows = rows_of(written("r.csv", as_csv(table)))
    (hit,) = [row for row in rows if row.ticket.encrypted_data]
    assert hit.ticket.session_key == made.session_key
    assert "A" in hit.columns.values()


def test_a_table_without_header_is_read_too(written: Written) -> None:
    minted = tickets(2)
    table: Table = [[t.session_key, t.iv, t.encrypted_data] for t in minted]
    rows = rows_of(written("r.csv", as_csv(table)))
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
    rows = rows_of(written("r.csv", as_csv(table)))
    assert [row.number for row in rows] == [2, 4, 6]
    assert rows[0].columns == {"column 2": "1", "x": "2", "x (2)": "3", "column 5": "4"}


def test_cells_of_a_workbook_read_as_a_person_reads_them(written: Written) -> None:
    table: Table = [["iv", "phone", "ratio", "day"], ["i", 13800138000, 0.5, date(2018, 8, 30)]]
    file = written("r.xlsx", b"")
    with Workbook(str(file), {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(table):
            sheet.write_row(number, 0, cells)
    (row,) = rows_of(file)
    assert row.columns == {"phone": "13800138000", "ratio": "0.5", "day": "2018-08-30"}


def test_free_text_gives_its_tickets(written: Written) -> None:
    minted = tickets(2)
    rows = rows_of(written("r.txt", "\n".join(t.json for t in minted).encode()))
    assert [row.ticket.iv for row in rows] == [t.iv for t in minted]


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04broken"])
def test_a_false_workbook_is_told(written: Written, data: bytes) -> None:
    with pytest.raises(BrokenFile):
        rows_of(written("r.xlsx", data))


def test_an_empty_file_has_no_rows(written: Written) -> None:
    for name in ("r.csv", "r.jsonl", "r.txt"):
        assert rows_of(written(name, b"")) == []


def read(tmp_path: Path, name: str, data: bytes, **meanings: str) -> list[Row]:
    file = tmp_path / name
    file.write_bytes(data)
    return list(read_rows(file, meanings))


def fields(rows: list[Row]) -> list[tuple[str | None, ...]]:
    return [(r.ticket.session_key, r.ticket.iv, r.ticket.encrypted_data) for r in rows]


def of(minted: list[Minted]) -> list[tuple[str, ...]]:
    return [(t.session_key, t.iv, t.encrypted_data) for t in minted]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quoted", [False, True])
def test_every_encoding_and_delimiter(
    tmp_path: Path, encoding: str, delimiter: str, quoted: bool
) -> None:
    minted = tickets(5)
    table = report(["工单", "session_key", "iv", "encryptedData", "用户"], minted)
    out = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(table)  # type: ignore[arg-type]
    rows = read(tmp_path, "r.csv", out.getvalue().encode(encoding))
    assert fields(rows) == of(minted)
    assert [row.columns for row in rows] == [{"工单": str(n), "用户": f"用户{n}"} for n in range(5)]


def test_blocks_are_cut_between_rows_whatever_stands_in_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    minted = tickets(30)
    table = report(["n", "session_key", "iv", "encryptedData", "note"], minted)
    for size in (500, 1001, 4096):
        monkeypatch.setattr(blocks, "BLOCK_BYTES", size)
        monkeypatch.setattr(blocks, "SNIFFED", 2 * size)
        for note in ("plain", 'two\nlines, "quoted"', "中文\r\n行", "'"):
            for row in table[1::3]:
                row[4] = note
            for encoding in ("utf-8", "gb18030", "utf-16"):
                rows = read(tmp_path, "r.csv", as_csv(table, encoding=encoding))
                assert fields(rows) == of(minted)
                assert [r.columns["note"] for r in rows] == [row[4] for row in table[1:]]
                assert [r.number for r in rows] == list(range(2, 32))


def test_one_foreign_byte_does_not_turn_the_file_around(tmp_path: Path) -> None:
    minted = tickets(3)
    data = as_csv(report(["n", "session_key", "iv", "encryptedData", "u"], minted))
    late = ("a,,,,x\n" * 20_000).encode() + "末,,,,".encode("gb18030") + b"\xff\n"
    rows = read(tmp_path, "r.csv", data + late)
    assert fields(rows[:3]) == of(minted)
    assert [row.columns["u"] for row in rows[:3]] == ["用户0", "用户1", "用户2"]


TITLES: list[list[list[object]]] = [
    [["2024年6月 用户反馈"]],
    [["导出时间：2024-06-01", "", "", ""], []],
    [["session_key 对照表", ""]],
    [["sep=,"]],
]


@pytest.mark.parametrize("titles", TITLES)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_titles_above_the_header_are_no_rows(
    tmp_path: Path, titles: list[list[object]], kind: str
) -> None:
    minted = tickets(2)
    table = [*titles, *report(["工单", "session_key", "iv", "encryptedData", "用户"], minted)]
    if kind == "xlsx" and titles == [["sep=,"]]:
        return
    rows = read(tmp_path, f"r.{kind}", as_csv(table) if kind == "csv" else as_xlsx(table))
    assert fields(rows) == of(minted)
    assert [row.number for row in rows] == [len(titles) + 2, len(titles) + 3]
    assert rows[0].columns == {"工单": "0", "用户": "用户0"}


TEXTS: dict[str, Callable[[Minted], str]] = {
    "json": lambda t: t.json,
    "chat": lambda t: (
        f"客服你好，session_key: {t.session_key}\niv: {t.iv}\nencryptedData: {t.encrypted_data}"
    ),
    "address": lambda t: "https://a.example/r?" + urlencode(t.wire),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("header", [["工单", "描述"], ["id", "message"], ["id", "data"], None])
def test_a_ticket_in_a_cell_of_text(tmp_path: Path, text: str, header: list[str] | None) -> None:
    minted = tickets(3)
    table: Table = [[f"T{n}", TEXTS[text](t)] for n, t in enumerate(minted)]
    rows = read(tmp_path, "r.csv", as_csv([*([list[object](header)] if header else []), *table]))
    assert fields(rows) == of(minted)
    assert [row.number for row in rows] == ([2, 3, 4] if header else [1, 2, 3])
    names = header or ["column 1", "column 2"]
    assert [row.columns[names[0]] for row in rows] == ["T0", "T1", "T2"]


@pytest.mark.parametrize("text", TEXTS)
def test_tabs_below_a_header_make_a_table_of_any_name(tmp_path: Path, text: str) -> None:
    made = tickets(3)
    table: Table = [["工单", "描述"]]
    table += [[f"T-{n}", TEXTS[text](t)] for n, t in enumerate(made)]
    data = as_csv(table, "\t", "utf-16")
    rows = read(tmp_path, "unicode.txt", data)
    assert fields(rows) == of(made)
    assert [row.columns["工单"] for row in rows] == ["T-0", "T-1", "T-2"]


def test_a_key_in_a_column_goes_with_a_text_in_another(tmp_path: Path) -> None:
    minted = tickets(2)
    texts = [json.dumps({"iv": t.iv, "encryptedData": t.encrypted_data}) for t in minted]
    table: Table = [["user", "session_key", "result"]]
    table += [["A", t.session_key, text] for t, text in zip(minted, texts, strict=True)]
    assert fields(read(tmp_path, "r.csv", as_csv(table))) == of(minted)


def test_columns_are_told_by_their_looks_where_no_name_tells(tmp_path: Path) -> None:
    minted = tickets(6)
    table: Table = [["a", "b", "c", "d"]]
    table += [[t.encrypted_data, n, t.iv, t.session_key] for n, t in enumerate(minted)]
    rows = read(tmp_path, "r.csv", as_csv(table))
    assert fields(rows) == of(minted)
    assert rows[5].columns == {"b": "5"}


def test_a_user_says_what_columns_hold(tmp_path: Path) -> None:
    (made,) = tickets(1)
    table: Table = [["key", "iv", "data", "k2"], ["x", made.iv, made.encrypted_data, "y"]]
    table[1][3] = made.session_key
    rows = read(tmp_path, "r.csv", as_csv(table), k2="session_key", key="label")
    assert fields(rows) == of([made])
    assert rows[0].ticket.label == "x"
    assert rows[0].columns == {"key": "x"}
    rows = read(tmp_path, "r.csv", as_csv(table[1:]), **{"4": "session_key"})
    assert fields(rows) == of([made])


def test_cells_written_as_formulas_are_texts(tmp_path: Path) -> None:
    (made,) = tickets(1)
    table: Table = [["no", "session_key", "iv", "encryptedData"]]
    table += [[f'="{text}"' for text in ("00123", *of([made])[0])]]
    rows = read(tmp_path, "r.csv", as_csv(table))
    assert fields(rows) == of([made])
    assert rows[0].columns == {"no": "00123"}


def test_json_in_every_form(tmp_path: Path) -> None:
    minted = tickets(3)
    values = [{"n": n, "user": f"用户{n}", **t.wire} for n, t in enumerate(minted)]
    forms = {
        "r.json": json.dumps(values),
        "indented.json": json.dumps(values, indent=2, ensure_ascii=False),
        "r.jsonl": "\n".join(map(json.dumps, values)),
        "lines.log": "\n".join(map(json.dumps, values)),
        "wrapped.json": json.dumps({"RECORDS": values}),
    }
    for name, text in forms.items():
        rows = read(tmp_path, name, text.encode())
        assert fields(rows) == of(minted), name
        assert [row.number for row in rows] == [1, 2, 3]
        assert rows[2].columns == {"n": "2", "user": "用户2"}


def test_an_array_that_breaks_off_gives_what_is_whole(tmp_path: Path) -> None:
    minted = tickets(3)
    text = json.dumps([t.wire for t in minted])
    rows = read(tmp_path, "r.json", text[: text.index(minted[2].iv)].encode())
    assert fields(rows)[:2] == of(minted)[:2]
    assert len(rows) == 3
    assert rows[2].ticket.session_key == minted[2].session_key


def test_a_document_that_is_one_ticket_is_not_torn(tmp_path: Path) -> None:
    (made,) = tickets(1)
    pairs = [{"name": name, "value": value} for name, value in made.wire.items()]
    assert fields(read(tmp_path, "r.json", json.dumps(pairs).encode())) == of([made])


def test_texts_are_numbered_by_their_lines(tmp_path: Path) -> None:
    minted = tickets(2)
    text = f"start\n\nA: {minted[0].json}\nnothing\nB: {minted[1].json}\n"
    rows = read(tmp_path, "r.log", text.encode())
    assert fields(rows) == of(minted)
    assert [row.number for row in rows] == [3, 5]


def test_a_long_log_is_read_in_stretches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captures, "STRETCH", 4000)
    monkeypatch.setattr(blocks, "BLOCK_BYTES", 1000)
    monkeypatch.setattr(blocks, "SNIFFED", 1000)
    minted = tickets(20)
    entries = [
        f"2024-06-01 10:00:{n:02} INFO ticket\n{json.dumps(t.wire, indent=1)}\n"
        for n, t in enumerate(minted)
    ]
    rows = read(tmp_path, "r.log", "".join(entries).encode())
    assert fields(rows) == of(minted)
    assert [row.number for row in rows] == [3 + 6 * n for n in range(20)]


def test_folders_and_archives_give_the_files_in_them(tmp_path: Path) -> None:
    minted = tickets(6)
    texts = [as_csv(report(["n", "session_key", "iv", "encryptedData", "u"], [t])) for t in minted]
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    (folder / "a.csv").write_bytes(texts[0])
    (folder / "b" / "c.csv.gz").write_bytes(gzip.compress(texts[1]))
    (folder / ".hidden.csv").write_bytes(texts[5])
    with zipfile.ZipFile(folder / "d.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("two.csv", texts[3])
        archive.writestr("in/one.csv", texts[2])
        archive.writestr("__MACOSX/._two.csv", b"\0\0")
        archive.writestr("book.xlsx", as_xlsx(report(["n", "key", "iv", "data", "u"], [minted[4]])))
    rows = list(read_rows(folder))
    assert [row.file for row in rows] == [
        "a.csv", "b/c.csv.gz", "d.zip/book.xlsx", "d.zip/in/one.csv", "d.zip/two.csv",
    ]  # fmt: skip
    by_file = [minted[n] for n in (0, 1, 4, 2, 3)]
    assert fields(rows) == of(by_file)


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def test_archives_within_archives_are_opened(tmp_path: Path) -> None:
    minted = tickets(4)
    rows = [as_csv(report(["n", "session_key", "iv", "encryptedData", "u"], [t])) for t in minted]
    book = as_xlsx(report(["n", "key", "iv", "data", "u"], [minted[2]]))
    inner = zipped({"b.csv": rows[1], "c.xlsx": book, "in.zip": zipped({"a.csv": rows[0]})})
    packed = gzip.compress(zipped({"d.csv.gz": gzip.compress(rows[3])}))
    (tmp_path / "o.zip").write_bytes(zipped({"x/in.zip": inner}))
    (tmp_path / "p.zip.gz").write_bytes(packed)
    found = list(read_rows(tmp_path))
    assert [row.file for row in found] == [
        "o.zip/x/in.zip/b.csv", "o.zip/x/in.zip/c.xlsx", "o.zip/x/in.zip/in.zip/a.csv",
        "p.zip.gz/d.csv.gz",
    ]  # fmt: skip
    assert fields(found) == of([minted[n] for n in (1, 2, 0, 3)])


def test_sessions_of_fiddler_are_no_workbook(tmp_path: Path) -> None:
    """They bring a list of content types along, as a workbook does."""
    (made,) = tickets(1)
    head = b"POST http://a.example/b HTTP/1.1\r\nHost: a.example\r\n\r\n"
    sessions = {
        "[Content_Types].xml": b"<Types/>",
        "_index.htm": b"<html></html>",
        "raw/01_c.txt": head + made.json.encode(),
        "raw/01_m.xml": b"<Session SID='1'/>",
        "raw/01_s.txt": b"HTTP/1.1 200 OK\r\n\r\nok",
    }
    assert fields(read(tmp_path, "s.saz", zipped(sessions))) == of([made])


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
@pytest.mark.parametrize("is_book", [False, True])
def test_an_archive_comes_through_a_pipe(tmp_path: Path, is_book: bool) -> None:
    minted = tickets(2)
    table = report(["n", "session_key", "iv", "encryptedData", "u"], minted)
    data = as_xlsx(table) if is_book else zipped({"in.zip": zipped({"a.csv": as_csv(table)})})
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    rows = list(read_rows(pipe))
    writer.join()
    assert fields(rows) == of(minted)
    assert {row.file for row in rows} == {"pipe.xlsx" if is_book else "pipe/in.zip/a.csv"}


def test_archives_are_opened_so_deep_only(tmp_path: Path) -> None:
    data = zipped({"a.csv": b"iv"})
    for _ in range(9):
        data = zipped({"in.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    (trouble,) = open_tables([tmp_path / "a.zip"])
    assert isinstance(trouble, Trouble)
    assert (trouble.name.count("in.zip"), type(trouble.error).__name__) == (4, "Nested")


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (made,) = tickets(1)
    (tmp_path / "a.gz").write_bytes(gzip.compress(made.json.encode() * 99)[:-20])
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04broken")
    (tmp_path / "c.bin").write_bytes(b"\x7fELF" + b"\0\0\0\7" * 999)
    (tmp_path / "d.jsonl").write_text(made.json)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.csv", "a")
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr("in.zip", inner.getvalue()[:-30])
    (tmp_path / "f.ticket.json").write_text('{"format": "share-ticket-case"')
    seen: list[tuple[str, str]] = []
    for table in open_tables([tmp_path, tmp_path / "missing.csv"]):
        if isinstance(table, Trouble):
            seen.append((table.name, type(table.error).__name__))
            continue
        try:
            seen.append((table.name, str(len(list(table.rows())))))
        except ReportError as error:
            seen.append((table.name, type(error).__name__))
    assert seen == [
        ("a.gz", "BrokenFile"),
        ("b.xlsx", "BrokenFile"),
        ("c.bin", "NoText"),
        ("d.jsonl", "1"),
        ("e.zip/in.zip", "Nested"),
        ("f.ticket.json", "DamagedCase"),
        ("missing.csv", "FileNotFoundError"),
    ]


def test_every_sheet_is_a_table(tmp_path: Path) -> None:
    minted = tickets(2)
    with Workbook(tmp_path / "r.xlsx") as book:
        for name, made in zip(("五月", "六月"), minted, strict=True):
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(report(["n", "key", "iv", "data", "u"], [made])):
                sheet.write_row(number + 2, 1, cells)
        book.add_worksheet("empty")
        hidden = book.add_worksheet("hidden")
        hidden.write(0, 0, minted[0].json)
        hidden.hide()
    rows = list(read_rows(tmp_path / "r.xlsx"))
    assert [(row.file, row.number) for row in rows] == [("r.xlsx", 4), ("r.xlsx/六月", 4)]
    assert fields(rows) == of(minted)


def test_tables_of_text_under_a_workbooks_name(tmp_path: Path) -> None:
    minted = tickets(2)
    data = as_csv(report(["n", "key", "iv", "data", "u"], minted), "\t", "gb18030")
    assert fields(read(tmp_path, "r.xls", data)) == of(minted)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    minted = tickets(2)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    data = as_csv(report(["n", "session_key", "iv", "encryptedData", "u"], minted))
    writer = threading.Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    rows = list(read_rows(pipe))
    writer.join()
    assert fields(rows) == of(minted)


@settings(deadline=None, max_examples=150)
@given(
    st.binary(max_size=400), st.sampled_from(["r.csv", "r.json", "r.jsonl", "r", "r.gz", "r.zip"])
)
def test_any_bytes_give_rows_or_a_trouble(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        for table in open_tables([file]):
            if isinstance(table, FileTable):
                with suppress(ReportError):
                    list(table.rows())

"""Results are written whole or not at all, and no cell is a formula."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from inspector.reports import Result, Row, TooManyRows, UnknownFormat, output, sheet
from inspector.reports.judging import Wishes, judge_row
from inspector.reports.writing import harmless
from inspector.tickets import Ticket
from tests.cli.running import mint

FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"]


def results(*columns: dict[str, str], file: str = "r.csv") -> list[Result]:
    made = mint('{"openGId":"G1","note":"群","n":12345678901234567890123}')
    ticket = Ticket(made.session_key, made.iv, made.encrypted_data)
    rows = (Row(file, number, cells, ticket) for number, cells in enumerate(columns, 2))
    return [judge_row(row, Wishes()) for row in rows]


def written(file: Path, given: list[Result]) -> None:
    with output(file, [result.row for result in given]) as add:
        for result in given:
            add(result)


def stopped(file: Path) -> None:
    with output(file, []) as add:
        add(results({})[0])
        raise KeyboardInterrupt


def table(file: Path) -> list[list[str]]:
    """Read a table back with another reader."""
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.reader(stream))
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    return [[str(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_keeps_its_columns_and_gets_the_verdict(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"out{suffix}"
    written(file, results({"user": "甲", "outcome": "x"}, {"user": "乙", "city": '\x01,"\n'}))
    header, first, second = table(file)
    assert header[:6] == ["user", "outcome", "city", "row", "label", "result_outcome"]
    named = dict(zip(header, first, strict=True))
    assert (named["user"], named["outcome"], named["result_outcome"]) == ("甲", "x", "opened")
    assert named["row"] == "2"
    assert '"note":"群"' in named["payload"]
    assert second[0] == "乙"
    assert second[2] == '\x01,"\n'
    assert len(header) == len(set(header)) == len(second)


def test_json_lines_carry_the_verdict_and_the_columns(tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    written(file, results({"user": "甲"}))
    (line,) = file.read_text(encoding="utf-8").splitlines()
    value = json.loads(line)
    assert list(value)[:3] == ["file", "row", "label"]
    assert value["columns"] == {"user": "甲"}
    assert value["outcome"] == "opened"
    assert value["file"] == "r.csv"


def test_several_files_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    written(file, [*results({"a": "1"}, file="x.csv"), *results({"b": "2"}, file="y.csv")])
    header, *rows = table(file)
    assert [row[header.index("file")] for row in rows] == ["x.csv", "y.csv"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(tmp_path: Path, cell: str) -> None:
    file = tmp_path / "out.csv"
    written(file, results({"note": cell, cell: "a name too"}))
    assert not any(
        text.startswith(("=", "+", "-", "@", "\t", "\r")) for row in table(file) for text in row
    )


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_sheet_is_a_formula(tmp_path: Path, cell: str) -> None:
    file = tmp_path / "out.xlsx"
    written(file, results({"note": cell}))
    assert table(file)[1][0] == cell  # a formula would read back as its value


@pytest.mark.parametrize("cell", ["", "text", "-5", "+86 13800", "+8613800138000", "-1.5", "12,5"])
def test_plain_cells_and_numbers_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == (cell if " " not in cell else f"'{cell}")


def test_a_cell_too_long_for_a_sheet_is_cut_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    written(file, results({"note": "x" * 40_000, "half": "\ud800"}))
    cell = table(file)[1][0]
    assert len(cell) == sheet.LONGEST_CELL
    assert cell.endswith("…")


def test_a_full_sheet_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 2)
    with pytest.raises(TooManyRows):
        written(tmp_path / "out.xlsx", results({}, {}, {}))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".jsonl"])
def test_a_failure_leaves_the_old_file(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"out{suffix}"
    file.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        stopped(file)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat), output(tmp_path / "out.doc", []):
        pass

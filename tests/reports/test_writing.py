"""Results are written whole or, when a run is stopped, in whole rows; no cell is a formula."""

from __future__ import annotations

import csv
import errno
import io
import json
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from inspector.reports import (
    Judged,
    Output,
    Stopped,
    TooManyRows,
    UnknownFormat,
    open_output,
    sheet,
)
from inspector.reports.judging import JudgeOptions, judge_row
from inspector.reports.writing import harmless
from inspector.tickets import Ticket
from tests.cli.running import mint
from tests.reports.reports import NOW, row

FORMULAS = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1+A1", "－2+3",
    "＠SUM(A1)", " =1", "\n=1", "\u200b=1", "\ufeff=1", "\u3000＝1", "\xa0=1",
    "\xad=1", "\u061c=1", "\u202e=1", "\u2066=1", "\u180e=1", "\u034f=1", "\u115f=1", "\u3164=1",
    "\ufe0f=1", "\U000e0020=1", "\u200d\u2060=1", "﹦1+1", "﹢1+A1", "﹣2+3", "﹫SUM(A1)",
]  # fmt: skip
SUFFIXES = [".jsonl", ".csv", ".xlsx"]


def never() -> bool:
    return False


def results(*columns: dict[str, str], payload: str | None = None) -> list[Judged]:
    made = mint(payload or '{"openGId":"G1","note":"群","n":12345678901234567890123}')
    ticket = Ticket(made.session_key, made.iv, made.encrypted_data)
    options = JudgeOptions(NOW)
    return [
        judge_row(row(number, ticket, **cells), options) for number, cells in enumerate(columns, 2)
    ]


def add(output: Output, given: list[Judged], secrets: bool = False) -> None:
    render = output.rendering("en", secrets)
    output.add([render(each) for each in given])


def written(file: Path, *parts: list[Judged]) -> None:
    output = open_output(file)
    for part in parts:
        add(output, part)
    output.finish(never)
    output.discard()


def table(file: Path) -> list[list[str]]:
    """Read a table back with another reader."""
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.reader(stream))
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    return [[str(cell) for cell in row] for row in rows]


def named(file: Path) -> list[dict[str, str]]:
    header, *rows = table(file)
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_keeps_its_columns_and_gets_the_verdict(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"out{suffix}"
    written(file, results({"user": "甲", "outcome": "x"}, {"user": "乙", "city": '\x01,"\n'}))
    header, first, second = table(file)
    assert header[:6] == ["user", "outcome", "city", "file", "row", "result_outcome"]
    assert header[-3:] == ["openGId", "note", "n"]
    row_ = dict(zip(header, first, strict=True))
    assert (row_["user"], row_["outcome"], row_["result_outcome"]) == ("甲", "x", "opened")
    assert (row_["row"], row_["note"], row_["n"]) == ("2", "群", "12345678901234567890123")
    assert '"note":"群"' in row_["payload"]
    assert row_["id"] == row_["openGId"] != ""
    assert header.index("id") == header.index("kind") - 1, "as in the list of the window"
    assert second[0] == "乙"
    assert second[2] == '\x01,"\n'
    assert len(header) == len(set(header)) == len(second)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_columns_that_turn_up_late_are_filled_up(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"out{suffix}"
    phone = results({"b": "2", "a": "=9"}, payload='{"phoneNumber":"138","purePhoneNumber":"1"}')
    written(file, results({"a": "1"}), phone, results({"a": "3", "c": "4"}))
    rows = named(file)
    assert [row_["a"] for row_ in rows] == ["1", "'=9" if suffix == ".csv" else "=9", "3"]
    assert [row_["c"] for row_ in rows] == ["", "", "4"]
    assert [row_["phoneNumber"] for row_ in rows] == ["", "138", ""]
    assert [row_["openGId"] for row_ in rows] == ["G1", "", "G1"]
    assert [row_["id"] for row_ in rows] == ["G1", "1", "G1"], "as the window has it"
    assert list(rows[0])[:3] == ["a", "b", "c"]


def test_json_lines_carry_the_verdict_and_the_columns(tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    written(file, results({"user": "甲", "half": "\ud800"}))
    (line,) = file.read_text(encoding="utf-8").splitlines()
    value = json.loads(line)
    assert list(value)[:3] == ["file", "row", "label"]
    assert value["columns"] == {"user": "甲", "half": "\ud800"}
    assert value["outcome"] == "opened"
    assert value["file"] == "r.csv"


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(tmp_path: Path, cell: str) -> None:
    file = tmp_path / "out.csv"
    payload = json.dumps({"openGId": cell, cell: "a field too"})
    written(file, results({"note": cell, cell: "a name too"}, payload=payload))
    for text in (text for cells in table(file) for text in cells):
        bare = text.lstrip("\u200b\ufeff").strip()
        assert text.startswith("'") or not bare.startswith(tuple("=+-@＝＋－＠")), text


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_sheet_is_a_formula(tmp_path: Path, cell: str) -> None:
    file = tmp_path / "out.xlsx"
    written(file, results({"note": cell}))
    assert table(file)[1][0] == cell  # a formula would read back as its value


@pytest.mark.parametrize(
    "cell", ["", "text", "-5", "+8613800138000", "-1.5", "12,5", "甲=乙", "'=1"]
)
def test_plain_cells_and_numbers_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_half_a_character_leaves_its_trace_in_a_table(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"out{suffix}"
    written(file, results({"note": "a\ud83db"}))
    assert named(file)[0]["note"] == "a?b"


def test_a_cell_too_long_for_a_sheet_is_cut_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    written(file, results({"note": "x" * 40_000, "half": "\ud800"}))
    cell = table(file)[1][0]
    assert len(cell) == sheet.LONGEST_CELL
    assert cell.endswith("…")


def test_a_full_sheet_is_an_error_and_its_rows_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 2)
    output = open_output(tmp_path / "out.xlsx")
    add(output, results({"a": "1"}, {"a": "=2"}, {"a": "3"}))
    with pytest.raises(TooManyRows):
        output.finish(never)
    kept = output.keep()
    output.discard()
    assert kept == tmp_path / "out.stopped.csv"
    assert [row_["a"] for row_ in named(kept)] == ["1", "'=2", "3"]
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_given_up_leaves_the_old_file(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"out{suffix}"
    file.write_text("old")
    output = open_output(file)
    add(output, results({"a": "1"}))
    output.discard()
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


KEPT = {".jsonl": "out.jsonl", ".csv": "out.csv", ".xlsx": "out.stopped.csv"}


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_stopped_run_keeps_its_rows_and_the_old_file(
    tmp_path: Path, suffix: str, old: bool
) -> None:
    file = tmp_path / f"out{suffix}"
    if old:
        file.write_text("old")
        (tmp_path / "out.stopped.csv").write_text("older")
    output = open_output(file)
    add(output, results({"a": "1"}, {"a": "2"}))
    kept = output.keep()
    output.discard()
    assert kept is not None
    assert len(kept.read_text(encoding="utf-8").splitlines()) == (2 if suffix == ".jsonl" else 3)
    if not old:
        assert kept.name == KEPT[suffix]
        return
    assert file.read_text() == "old"
    assert (tmp_path / "out.stopped.csv").read_text() == "older"
    assert kept.name == f"out.stopped{'' if suffix == '.jsonl' else '-2'}{kept.suffix}"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_run_that_did_nothing_keeps_nothing(tmp_path: Path, suffix: str) -> None:
    output = open_output(tmp_path / f"out{suffix}")
    assert output.keep() is None
    output.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_can_be_stopped(tmp_path: Path) -> None:
    output = open_output(tmp_path / "out.xlsx")
    add(output, results({"a": "1"}))
    with pytest.raises(Stopped):
        output.finish(lambda: True)
    assert output.keep() == tmp_path / "out.stopped.csv"
    output.discard()


class Full(io.RawIOBase):
    """A disk that takes no more than so many bytes."""

    def __init__(self, raw: io.RawIOBase, space: int) -> None:
        self._raw, self._left = raw, space

    def write(self, data: Any) -> int:
        view = memoryview(data)[: self._left]
        if not view:
            raise OSError(errno.ENOSPC, "No space left on device")
        self._left -= len(view)
        return self._raw.write(view) or 0

    def truncate(self, size: int | None = None) -> int:
        return self._raw.truncate(size)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
@pytest.mark.parametrize("space", [0, 10, 2000, 3000, 5000])
def test_a_full_disk_leaves_whole_rows(tmp_path: Path, suffix: str, space: int) -> None:
    file = tmp_path / f"out{suffix}"
    output = open_output(file)
    rows = output._rows  # type: ignore[attr-defined]
    rows._raw = Full(rows._raw, space)
    added = 0
    with suppress(OSError):
        while added < 99:
            add(output, results({"a": "1"}))
            added += 1
    assert added < 99
    kept = output.keep()
    output.discard()
    if kept is None:
        assert list(tmp_path.iterdir()) == []
        return
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert len(lines) == added + (suffix == ".csv")
    assert all(line.endswith("}") for line in lines) or suffix == ".csv"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_results_are_for_the_owner_and_permissions_stay(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"out{suffix}"
    written(file, results({"a": "1"}))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o640)
    link = tmp_path / f"link{suffix}"
    link.symlink_to(file)
    written(link, results({"a": "1"}))
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_cannot_be_written_is_found_out_first(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(OSError, match="No such file"):
        open_output(tmp_path / "no" / f"out{suffix}")


def test_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        open_output(tmp_path / "out.doc")


def test_two_runs_into_one_file_do_not_mix(tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    one, two = open_output(file), open_output(file)
    for number in range(50):
        add(one, results({"run": "one", "n": str(number)}))
        add(two, results({"run": "two", "n": str(number)}))
    for output in (one, two):
        output.finish(never)
        lines = file.read_text(encoding="utf-8").splitlines()
        assert len({json.loads(line)["columns"]["run"] for line in lines}) == 1
        assert len(lines) == 50

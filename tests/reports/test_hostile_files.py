"""Small files that would fill the memory or the disk, or never end: bounds that are told."""

from __future__ import annotations

import base64
import gzip
import random
from collections import deque
from pathlib import Path

import pytest

from inspector.reports import Trouble, blocks, columns, open_tables, read_rows, records
from inspector.reports.errors import Swells
from inspector.reports.row import Cells
from tests.cli.running import mint

WIDTH = 1_000


def wide(file: Path, cell_bytes: int, rows: int) -> Path:
    """Write a table of random base64 without a ticket in it."""
    chance = random.Random(cell_bytes)
    cells = [[chance.randbytes(cell_bytes) for _ in range(WIDTH)] for _ in range(rows)]
    lines = [",".join(base64.b64encode(cell).decode() for cell in row) for row in cells]
    file.write_text("\n".join([",".join(f"c{n}" for n in range(WIDTH)), *lines]))
    return file


@pytest.mark.parametrize("cell_bytes", [15, 16, 17, 18, 30, 33])
def test_a_row_of_a_thousand_values_is_not_hundreds_of_rows(
    tmp_path: Path, cell_bytes: int
) -> None:
    for table in open_tables([wide(tmp_path / "wide.csv", cell_bytes, 3)]):
        assert not isinstance(table, Trouble)
        assert table.columns is not None
        assert len(table.columns.texts) <= 12
        assert len(list(table.rows())) <= 3 * 12


def test_a_row_of_very_many_tickets_tells_what_it_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "MOST_CARRIED", 1_000)
    minted = [mint() for _ in range(5)]
    text = " ; ".join(each.json for each in minted).replace('"', '""')
    (tmp_path / "a.csv").write_text(f'n,text\n1,"{text}"\n2,"{text}"\n')
    rows = list(read_rows(tmp_path / "a.csv"))
    assert [row.ticket.iv for row in rows[:3]] == [each.iv for each in minted[:3]]
    assert [row.number for row in rows] == [2] * 4 + [3] * 4
    (finding,) = rows[3].findings
    assert (finding.code, finding.parameters["count"]) == ("tickets_left_out", 2)
    assert rows[3].is_empty


def test_a_line_longer_than_any_cell_is_read_literally(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST_CELL", 50)
    dialect = records.Dialect()
    lines = ["a,b\n", f"{'x' * 60},2\n", "\n", "3,4\n"]
    try:
        found = list(records.Records(iter(lines), dialect))
    finally:
        monkeypatch.undo()
        list(dialect.cells([]))  # sets the bound of the csv module again
    assert found == [["a", "b"], ["x" * 60, "2"], [], ["3", "4"]]


@pytest.mark.parametrize("name", ["bomb.csv.gz", "bomb.log.gz", "bomb.jsonl.gz", "bomb.gz"])
def test_what_unpacks_beyond_all_measure_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(blocks, "LEAST_UNPACKED", 1_000_000)
    monkeypatch.setattr(blocks, "READ_AHEAD", 5_000)
    data = (b"[" if "json" in name else b"a,b\n") * 4_000_000
    (tmp_path / name).write_bytes(gzip.compress(data))
    for table in open_tables([tmp_path / name]):
        assert not isinstance(table, Trouble)
        with pytest.raises(Swells):
            deque(table.batches(), maxlen=1)


def test_cells_are_a_mapping_whose_ways_agree() -> None:
    cells = Cells(("a", "b"), ("1", "2"))
    assert dict(cells.items()) == dict(cells) == {"a": "1", "b": "2"}
    assert list(cells.values()) == ["1", "2"]

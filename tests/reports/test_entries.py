"""Files by the names that they carry, packed or not, and opened to their content."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from inspector.reports.entries import entries
from inspector.reports.entry import Entry


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.csv", ".csv"),
        ("A.CSV.GZ", ".csv"),
        ("a.tsv.gz.gz", ".tsv"),
        ("june.zip/b/c.Xlsx", ".xlsx"),
        ("a.gz", ""),
        ("a.csv.bak", ".bak"),
        ("no.dots/here", ""),
        ("stdin", ""),
    ],
)
def test_a_name_says_what_a_file_is_whatever_packed_it(name: str, suffix: str) -> None:
    assert Entry(name, Path(name)).suffix == suffix


@pytest.mark.parametrize("layers", [0, 1, 2, 4])
def test_what_was_packed_several_times_is_opened_to_its_content(
    tmp_path: Path, layers: int
) -> None:
    content = b"id,key\n1,2\n"
    for _ in range(layers):
        content = gzip.compress(content)
    file = tmp_path / f"a.csv{'.gz' * layers}"
    file.write_bytes(content)
    (entry,) = entries([file])
    assert entry.suffix == ".csv"
    stream, raw = entry.open()
    with raw, stream:
        assert stream.read() == b"id,key\n1,2\n"

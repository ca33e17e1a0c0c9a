"""A new neighbour, symptom or reader is one row of its table and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from inspector.messages import finding_table
from inspector.tickets import read
from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.readers import plain_forms, reader_titles
from inspector.tickets.capture.scanning.source import Source
from tests.invented_rows import changed_table
from tests.tickets.capture.capture_forms import mint

NEIGHBOUR: dict[str, Any] = {
    "code": "own_session_id",
    "severity": "error",
    "form": "parcel_number",
    "names": ["parcel"],
}


@pytest.mark.parametrize("text", ["PARCEL-0001-2222", "parcel: PARCEL-0001-2222"])
def test_a_neighbour(text: str) -> None:
    def add(table: Any) -> None:
        table["forms"]["parcel_number"] = "PARCEL(?:-[0-9]{4}){2}"
        table["rows"].insert(0, NEIGHBOUR)

    assert "own_session_id" not in {finding.code for finding in read(text).findings}
    with changed_table("neighbours", add):
        (finding,) = read(text).findings
        assert finding.code == "own_session_id"
        assert finding.code in finding_table()


def test_a_symptom() -> None:
    def add(table: Any) -> None:
        row = {"says": "parcel # does not fit", "sdk": ["parcels"], "causes": {"iv_wrong": 100}}
        table["symptoms"].append(row)

    text = "Error: parcel 17 does not fit"
    assert not read(text).findings
    with changed_table("symptoms", add):
        (finding,) = read(text).findings
        assert finding.code == "sdk_error"
        assert finding.parameters["answer"] == "parcel 17 does not fit"
        assert finding.parameters["codes"] == ("iv_wrong",)


def test_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def score(source: Source) -> float:
        return 0.99 if source.head.startswith("PARCEL") else 0.0

    minted = mint()
    row = CaptureReader("a parcel", "parcel", score, lambda source: source.plain_scan)
    monkeypatch.setattr(plain_forms, "READERS", (*plain_forms.READERS, row))
    capture = read(f"PARCEL\niv={minted.iv}\nencryptedData={minted.data}\n")
    assert capture.reader == "parcel"
    assert capture.tickets[0].iv == minted.iv
    assert reader_titles()["parcel"] == "a parcel"

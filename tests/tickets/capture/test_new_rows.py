"""A new neighbour, symptom or reader is one row of its table and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from inspector.messages import finding_table
from inspector.tickets import read
from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.readers import plain_forms, reader_titles, readers
from inspector.tickets.capture.scanning.sightings import Scan
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


def test_whole_tickets_are_worth_more_than_many_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    def whole(source: Source) -> Scan:
        return Scan(tuple(each for each in source.plain_scan.sightings if each.start < end))

    def many(source: Source) -> Scan:
        return Scan(tuple(each for each in source.plain_scan.sightings if each.start > end))

    first, *others = mint(), mint(), mint()
    key = mint().key  # it opens nothing, or any reader would find the first ticket by that
    lines = [f"session_key={key}", f"iv={first.iv}", f"encryptedData={first.data}"]
    end = len("\n".join(lines))
    lines += [f"iv={each.iv}\nencryptedData={each.data}" for each in others]
    rows = (
        CaptureReader("one", "one", lambda _: 0.98, whole),
        CaptureReader("all", "all", lambda _: 0.99, many),
    )
    monkeypatch.setattr(plain_forms, "READERS", (*plain_forms.READERS, *rows))
    only = {each.name for each in rows}
    monkeypatch.setattr(
        "inspector.tickets.capture.reading.readers",
        lambda: tuple(each for each in readers() if each.name in only),
    )
    capture = read("\n".join(lines))
    assert (capture.reader, capture.runner_up) == ("one", "all")
    assert [ticket.session_key for ticket in capture.tickets] == [key]

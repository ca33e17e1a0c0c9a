"""Readers are found by lying in their folder, and each answers for itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from inspector.tickets import read
from inspector.tickets.capture import readers as package
from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.readers import plain_forms, readers
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import FORMS, mint


def test_every_reader_has_a_name_and_a_title_of_its_own() -> None:
    assert len({reader.name for reader in readers()}) == len(readers())
    assert len({reader.title for reader in readers()}) == len(readers())


def test_every_reader_has_its_test() -> None:
    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}
    assert files <= tests


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_scores_lie_between_none_and_certain(reader: CaptureReader) -> None:
    for form in FORMS:
        assert 0 <= reader.score(Source(form.build(mint()))) <= 1
    assert reader.score(Source("")) == 0


def test_the_choice_and_its_runner_up_are_told() -> None:
    minted = mint()
    text = f'{{"session_key":"{minted.key}","iv":"{minted.iv}","encryptedData":"{minted.data}"}}'
    capture = read(text)
    assert capture.reader == "json"
    assert capture.runner_up not in (None, "json")


@pytest.mark.parametrize("error", [ValueError, IndexError, RecursionError, AssertionError])
@pytest.mark.parametrize("step", ["score", "read"])
def test_a_reader_that_fails_stops_no_other_and_is_told(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    step: str,
    error: type[Exception],
) -> None:
    def fail(_source: Source) -> NoReturn:
        raise error(minted.data)

    def failing(row: CaptureReader) -> CaptureReader:
        return replace(row, score=fail) if step == "score" else replace(row, read=fail)

    minted = mint()
    rows = [failing(row) if row.name == "json" else row for row in plain_forms.READERS]
    monkeypatch.setattr(plain_forms, "READERS", tuple(rows))
    capture = read(f'{{"iv":"{minted.iv}","encryptedData":"{minted.data}"}}')
    assert capture.tickets[0].encrypted_data == minted.data
    (finding,) = capture.findings
    assert (finding.code, finding.parameters) == ("reader_gave_up", {"reader": "json"})
    (record,) = caplog.records
    assert "json" in record.getMessage()
    assert "test_readers.py" in record.getMessage()
    assert minted.data not in record.getMessage()
    assert record.exc_info is None
    caplog.clear()

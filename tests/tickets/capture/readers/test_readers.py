"""Readers are found by lying in their folder, and each answers for itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.tickets import read
from inspector.tickets.capture import readers as package
from inspector.tickets.capture.readers import Reader, readers
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import FORMS, mint


def test_every_file_is_a_reader() -> None:
    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    assert len(readers()) == len(files)
    assert len({reader.name for reader in readers()}) == len(files)


def test_every_reader_has_its_test() -> None:
    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}
    assert files <= tests


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_scores_lie_between_none_and_certain(reader: Reader) -> None:
    for form in FORMS:
        assert 0 <= reader.score(Source(form.build(mint()))) <= 1
    assert reader.score(Source("")) == 0


def test_the_choice_and_its_runner_up_are_told() -> None:
    minted = mint()
    text = f'{{"session_key":"{minted.key}","iv":"{minted.iv}","encryptedData":"{minted.data}"}}'
    capture = read(text)
    assert capture.reader == "json"
    assert capture.runner_up not in (None, "json")


def test_a_reader_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_source: Source) -> float:
        raise ValueError

    monkeypatch.setattr("inspector.tickets.capture.readers.json_document.score", fail)
    minted = mint()
    assert read(f'{{"iv":"{minted.iv}","encryptedData":"{minted.data}"}}').tickets

"""Large files are read in a process of its own, which ends when it is no longer wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.window.state import reading_process
from inspector.window.state.file_reading import Progress
from inspector.window.state.reading_process import read_anywhere
from tests.window.left_hand import as_json
from tests.window.sealing import GROUP, sealed


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every file for a large one."""
    monkeypatch.setattr(reading_process, "LARGE_BYTES", 1)


def never() -> bool:
    return False


@pytest.mark.usefixtures("large")
def test_it_finds_what_a_thread_finds(tmp_path: Path) -> None:
    ticket = sealed(GROUP)
    file = tmp_path / "群聊.json"
    file.write_text(as_json(ticket), encoding="utf-8")
    told: list[Progress] = []
    files = read_anywhere([file], told.append, never)
    assert files.names == ("群聊.json",)
    assert [t.encrypted_data for t in files.capture.tickets] == [ticket.encrypted_data]
    assert told


@pytest.mark.usefixtures("large")
def test_it_ends_when_it_is_not_wanted(tmp_path: Path) -> None:
    file = tmp_path / "large.log"
    file.write_text("a line of no use at all\n" * 200_000, encoding="utf-8")
    assert read_anywhere([file], print, lambda: True).names == ()


@pytest.mark.usefixtures("large")
def test_a_thread_reads_where_no_process_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "nothing"))
    file = tmp_path / "a.json"
    file.write_text(as_json(sealed(GROUP)), encoding="utf-8")
    told: list[Progress] = []
    assert len(read_anywhere([file], told.append, never).capture.tickets) == 1

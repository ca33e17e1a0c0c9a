"""A window gets all that files hold, read here or in another process alike."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from inspector.reports import FileForm, Loaded, Progress, Trouble, load, load_apart, loading
from tests.cli.running import mint


@pytest.fixture(params=["here", "apart"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(loading, "LARGE_BYTES", 1)
    return load if request.param == "here" else load_apart


Way = Callable[[list[Path]], list[Progress | Loaded | Trouble]]


def test_rows_texts_and_troubles_come_in_order(way: Way, tmp_path: Path) -> None:
    minted = [mint() for _ in range(4)]
    files = [tmp_path / name for name in ("a.jsonl", "b.txt", "c.xlsx", "missing", "d.bin")]
    files[0].write_text("\n".join(t.json for t in minted[:2]))
    files[1].write_text(f"first line\n{minted[2].json}")
    with Workbook(files[2]) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["session_key", "iv", "encryptedData"])
        sheet.write_row(1, 0, list(minted[3].wire.values()))
    files[4].write_bytes(b"\0" * 999)
    found = [each for each in way(files) if not isinstance(each, Progress)]
    assert [each.name for each in found] == [file.name for file in files]
    loaded = [each for each in found if isinstance(each, Loaded)]
    assert [each.form for each in loaded] == [
        FileForm.JSON_LINES, FileForm.TEXT, FileForm.WORKBOOK,
    ]  # fmt: skip
    rows = [row for each in loaded for row in each.rows]
    assert [row.ticket.iv for row in rows] == [t.iv for t in minted]
    text = loaded[1].text
    assert text is not None
    assert text.text.startswith("first line")
    (span,) = [span for span in text.capture.spans if span.field == "iv"]
    assert text.text[span.start : span.end] == minted[2].iv
    assert loaded[0].text is None
    troubles = [type(each.error) for each in found if isinstance(each, Trouble)]
    assert [kind.__name__ for kind in troubles] == ["FileNotFoundError", "NoText"]


def test_progress_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "PROGRESS_SECONDS", 0)
    file = tmp_path / "a.csv"
    file.write_text("iv,data\n" + "a,b\n" * 100_000)
    told = [each for each in load([file]) if isinstance(each, Progress)]
    assert len(told) > 2
    assert [each.read for each in told] == sorted(each.read for each in told)
    assert told[-1].read == told[-1].size == file.stat().st_size


@pytest.mark.parametrize("is_apart", [False, True])
def test_what_was_read_until_it_was_cancelled_is_kept(
    is_apart: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "LARGE_BYTES", 1)
    whole, cut = tmp_path / "a.csv", tmp_path / "b.csv"
    whole.write_text("iv,data\na,0\n")
    cut.write_text("iv,data\n" + "".join(f"a,{number}\n" for number in range(200_000)))
    over = threading.Event()
    loaded = []
    for each in (load_apart if is_apart else load)([whole, cut, whole], None, over.is_set):
        if isinstance(each, Progress):
            over.set()
        elif isinstance(each, Loaded):
            loaded.append(each)
    assert [(each.name, each.is_whole) for each in loaded] == [("a.csv", True), ("b.csv", False)]
    rows = loaded[1].rows
    assert 0 < len(rows) < 200_000
    assert [row.ticket.encrypted_data for row in rows] == [
        str(number) for number in range(len(rows))
    ]


def test_reading_elsewhere_ends_when_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "LARGE_BYTES", 1)
    file = tmp_path / "a.log"
    file.write_text("session_key iv encryptedData {" * 500_000)
    over = threading.Event()
    timer = threading.Timer(0.5, over.set)
    timer.start()
    assert not [each for each in load_apart([file], None, over.is_set) if isinstance(each, Loaded)]
    timer.join()

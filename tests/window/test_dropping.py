"""Files and text dropped anywhere on the window, opened several at once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.reports import Row
from inspector.reports.batches import CellRows
from inspector.tickets import Outcome, Ticket
from inspector.tickets.fields import MAIN_FIELDS
from inspector.window.dropping import dropped_files
from inspector.window.file_notice import FileNotice
from inspector.window.widgets.elided_label import ElidedLabel
from tests.window.left_hand import LeftHand, as_json, left_hand
from tests.window.sealing import GROUP, sealed


@pytest.fixture
def hand(qtbot: QtBot) -> LeftHand:
    return left_hand(qtbot)


def har(ticket: Ticket) -> str:
    """Return a HAR whose one request carries the data and whose answer the key."""
    body = {"encryptedData": ticket.encrypted_data, "iv": ticket.iv}
    answer = {"session_key": ticket.session_key, "openid": "o" * 28}
    entry = {
        "startedDateTime": "2026-01-01T00:00:00Z",
        "request": {
            "method": "POST",
            "url": "https://example.com/decrypt",
            "headers": [],
            "postData": {"mimeType": "application/json", "text": json.dumps(body)},
        },
        "response": {
            "status": 200,
            "headers": [],
            "content": {"mimeType": "application/json", "text": json.dumps(answer)},
        },
    }
    return json.dumps({"log": {"version": "1.2", "entries": [entry]}})


def test_a_har_dropped_on_the_payload_opens(hand: LeftHand, tmp_path: Path) -> None:
    ticket = sealed(GROUP)
    file = tmp_path / "session.har"
    file.write_text(har(ticket), encoding="utf-8")
    assert hand.drop_files(hand.window.panels.payload, [file])
    hand.wait(lambda: hand.sheet.ticket.encrypted_data == ticket.encrypted_data)
    assert hand.verdict().outcome is Outcome.OPENED
    assert "HAR" in hand.window.panels.ticket.capture.words


def test_five_files_make_one_list_in_order(hand: LeftHand, tmp_path: Path) -> None:
    tickets = [sealed(f'{{"openGId":"g{n}"}}') for n in range(5)]
    names = ("a.json", "b.txt", "c.log", "d.jsonl", "e.csv")
    files = [tmp_path / name for name in names]
    for file, ticket in zip(files, tickets, strict=True):
        file.write_text(as_json(ticket) + "\n", encoding="utf-8")
    assert hand.drop_files(hand.capture, files)
    hand.wait(lambda: len(hand.sheet.tickets) == len(files))
    data = [ticket.encrypted_data for ticket in hand.sheet.tickets]
    assert data == [ticket.encrypted_data for ticket in tickets]
    assert [str(t.label).split(" · ")[0] for t in hand.sheet.tickets] == list(names)
    text = hand.sheet.text
    for span in hand.sheet.capture.spans:
        if span.field == "iv":
            assert text[span.start : span.end] == tickets[span.ticket].iv


def test_what_is_wrong_with_a_file_is_told(hand: LeftHand, tmp_path: Path) -> None:
    binary, empty = tmp_path / "picture.txt", tmp_path / "empty.log"
    binary.write_bytes(bytes(1000))
    empty.write_text("nothing here", encoding="utf-8")
    hand.drop_files(hand.iv, [binary, empty, tmp_path / "gone.json"])
    notice = hand.window.panels.ticket.files
    hand.wait(lambda: bool(notice.text))
    assert "picture.txt: it is neither text nor a spreadsheet." in notice.text
    assert "empty.log holds no ticket." in notice.text
    assert "gone.json could not be read." in notice.text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_told_and_keeps_nobody_waiting(hand: LeftHand, tmp_path: Path) -> None:
    pipe, file, ticket = tmp_path / "pipe.csv", tmp_path / "good.json", sealed('{"openGId":"one"}')
    os.mkfifo(pipe)
    file.write_text(as_json(ticket), encoding="utf-8")
    notice = hand.window.panels.ticket.files
    for files in ([pipe], [pipe, file], [pipe]):
        hand.window.open_files(files)
        hand.wait(lambda: not hand.window.busy)
        assert "pipe.csv is a pipe or a device, not a file." in notice.text
    loaded: list[int] = []
    hand.window.state.files.keys_loaded.connect(lambda _name, count, _new: loaded.append(count))
    hand.window.state.files.load_keys([pipe])
    hand.wait(lambda: loaded == [-1])
    hand.window.open_files([pipe, file])
    hand.wait(lambda: not hand.window.busy and len(hand.sheet.tickets) == 1)
    assert hand.sheet.tickets[0].encrypted_data == ticket.encrypted_data


def test_a_spreadsheet_is_listed_by_its_own_columns(hand: LeftHand, tmp_path: Path) -> None:
    import xlsxwriter

    first, second = sealed('{"openGId":"one"}'), sealed('{"openGId":"two"}')
    file = tmp_path / "用户报告.xlsx"
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["工单", "session_key", "iv", "encryptedData", "用户"])
    for row, (number, ticket) in enumerate((("T-10", first), ("T-9", None), ("T-8", second)), 1):
        values = [ticket.session_key, ticket.iv, ticket.encrypted_data] if ticket else [""] * 3
        sheet.write_row(row, 0, [number, *values, f"user {row}"])
    book.close()
    hand.window.open_files([file])
    hand.wait(lambda: len(hand.sheet.tickets) == 3)
    hand.wait(lambda: None not in hand.state.verdicts.rows.all)
    model = hand.table.model()
    orientation = Qt.Orientation.Horizontal
    titles = [model.headerData(c, orientation) for c in range(model.columnCount())]
    assert titles[:4] == ["#", "工单", "用户", "Outcome"]
    cells = [[model.index(r, c).data() for c in range(4)] for r in range(3)]
    assert cells == [
        ["2", "T-10", "user 1", "Decrypted"],
        ["3", "T-9", "user 2", "No ticket"],
        ["4", "T-8", "user 3", "Decrypted"],
    ]
    assert hand.window.workspace == "reports"


def test_sheets_of_one_workbook_are_one_file(hand: LeftHand, tmp_path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(tmp_path / "reports.xlsx"))
    for title in ("一月", "二月"):
        sheet, ticket = book.add_worksheet(title), sealed(GROUP)
        sheet.write_row(0, 0, ["session_key", "iv", "encryptedData"])
        sheet.write_row(1, 0, [ticket.session_key, ticket.iv, ticket.encrypted_data])
    book.add_worksheet("说明").write(0, 0, "what this is")
    book.close()
    hand.window.open_files([tmp_path / "reports.xlsx"])
    hand.wait(lambda: len(hand.sheet.tickets) == 2)
    assert hand.find(ElidedLabel, "listSource").text() == "reports.xlsx"
    notice = hand.window.panels.ticket.files
    hand.wait(lambda: notice.text == "reports.xlsx/说明 holds no ticket.")


def test_dropped_text_is_read(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    data = QMimeData()
    data.setText(as_json(ticket))
    assert hand.drop(hand.window.panels.qr, data)
    assert hand.verdict().ticket.iv == ticket.iv


def test_opening_is_undone_as_one_step(hand: LeftHand, tmp_path: Path) -> None:
    hand.type(hand.iv, "typed")
    file = tmp_path / "a.json"
    file.write_text(as_json(sealed(GROUP)), encoding="utf-8")
    hand.drop_files(hand.window, [file])
    hand.wait(lambda: hand.iv.text() != "typed")
    hand.window.state.undo.undo()
    assert hand.iv.text() == "typed"
    assert hand.capture.toPlainText() == ""


def visible_button(hand: LeftHand, name: str) -> QPushButton | None:
    buttons = hand.window.findChildren(QPushButton, name)
    return next((each for each in buttons if each.isVisible()), None)


def told(hand: LeftHand) -> list[str]:
    """Return what is said about files where it can be seen."""
    return [each.text for each in hand.window.findChildren(FileNotice) if each.isVisible()]


def test_cancelling_before_a_row_was_read_changes_nothing(hand: LeftHand, tmp_path: Path) -> None:
    file = tmp_path / "large.log"
    ticket = replace(sealed(GROUP), label=None)
    file.write_text("a line of no use at all\n" * 400_000 + as_json(ticket), encoding="utf-8")
    hand.drop_files(hand.window, [file])
    hand.wait(lambda: visible_button(hand, "cancelReadingButton") is not None)
    cancel = visible_button(hand, "cancelReadingButton")
    assert cancel is not None
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not cancel.isVisible()
    hand.wait(lambda: not hand.window.state.files.busy)
    assert hand.sheet.blank
    assert told(hand) == ["Cancelled before a row was read. The list is unchanged."]


@dataclass
class Held:
    """Holds the reading of a table up behind its first stretch."""

    rows: int = 0
    seen: Event = field(default_factory=Event)
    gate: Event = field(default_factory=Event)

    def wrap(self, make: Callable[..., list[Row]]) -> Callable[..., list[Row]]:
        def held(*arguments: Any) -> list[Row]:
            made = make(*arguments)
            if self.rows:
                self.seen.set()
                assert self.gate.wait(30)
            self.rows += len(made)
            return made

        return held


def test_cancelling_keeps_what_was_read(
    hand: LeftHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, ticket = Held(), sealed(GROUP)
    monkeypatch.setattr(CellRows, "rows", held.wrap(CellRows.rows))
    line = ",".join(str(ticket.field(name)) for name in MAIN_FIELDS)
    file = tmp_path / "reports.csv"
    rows = "".join(f"{line},{number}\n" for number in range(2_000))
    file.write_text(f"{','.join(MAIN_FIELDS)},report\n{rows}", encoding="utf-8")
    before = [sealed(GROUP), sealed(GROUP)]
    hand.state.load(before)
    hand.window.show_workspace("reports")
    hand.drop_files(hand.window, [file])
    hand.wait(held.seen.is_set)
    cancel = visible_button(hand, "cancelReadingButton")
    assert cancel is not None
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    held.gate.set()
    hand.wait(lambda: not hand.window.busy)
    assert 2 < held.rows < 2_000
    assert len(hand.sheet.tickets) == held.rows
    assert hand.sheet.origins[-1].cells == {"report": str(held.rows - 1)}
    assert {
        verdict.outcome for verdict in map(hand.state.verdict_of, range(held.rows)) if verdict
    } == {Outcome.OPENED}
    assert told(hand) == [f"{held.rows:,} rows read before you cancelled."]
    hand.window.state.undo.undo()
    assert list(hand.sheet.tickets) == before
    assert told(hand) == []


def test_a_file_of_keys_opens_what_did_not(hand: LeftHand, tmp_path: Path) -> None:
    ticket = sealed(GROUP)
    other = sealed(GROUP)
    hand.state.load([replace(ticket, session_key=other.session_key)])
    assert hand.verdict().outcome is Outcome.NOT_OPENED
    file = tmp_path / "keys.txt"
    file.write_text(f"alice {ticket.session_key}\n{ticket.session_key}\n", encoding="utf-8")
    hand.window.state.files.load_keys([file])
    hand.wait(lambda: bool(hand.state.verdict and hand.state.verdict.proposals))
    assert "keys.txt" in hand.window.panels.ticket.files.text


def test_a_picture_is_left_to_who_reads_codes(tmp_path: Path) -> None:
    data = QMimeData()
    names = ("a.png", "b.JPG", "c.har", "d.svg", "e")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    assert [path.name for path in dropped_files(data)] == ["c.har", "e"]

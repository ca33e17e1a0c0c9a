"""Case files: saved from the window, opened into it, told when damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.dialogs.case_dialog import CaseDialog
from inspector.window.file_notice import FileNotice
from inspector.window.main_window import MainWindow
from tests.window.commands import run
from tests.window.sealing import GROUP, sealed

Show = Callable[[Ticket], None]


def save(window: MainWindow, qtbot: QtBot, path: Path, *, whole: bool) -> None:
    run(window, "ticket.save_case")
    dialog = window.findChild(CaseDialog)
    assert isinstance(dialog, CaseDialog)
    assert dialog.masked.isChecked()
    if whole:
        dialog.whole.click()
        assert dialog._notice.text
    with qtbot.waitSignal(dialog._saving.status_changed) as said:
        dialog.save([path])
    assert said.args is not None
    assert said.args[1] == "ok"
    dialog.close()


def open_file(window: MainWindow, qtbot: QtBot, path: Path) -> str:
    with qtbot.waitSignal(window.state.files.opened):
        window.state.files.open([path])
    notice = window.findChild(FileNotice)
    assert isinstance(notice, FileNotice)
    return notice.text


def test_a_whole_case_comes_back_as_it_was(
    window: MainWindow, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket = sealed(GROUP)
    show(ticket)
    save(window, qtbot, tmp_path / "mine", whole=True)
    window.state.tickets.clear()
    assert open_file(window, qtbot, tmp_path / "mine.ticket.json") == ""
    assert window.state.tickets.sheet.tickets == (ticket,)
    assert window.state.tickets.sheet.text == ""
    qtbot.waitUntil(lambda: window.panels.payload._content.present)


def test_a_masked_case_shows_its_verdict_and_no_secret(
    window: MainWindow, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket = sealed(GROUP)
    show(ticket)
    path = tmp_path / "case.ticket.json"
    save(window, qtbot, path, whole=False)
    text = path.read_text(encoding="utf-8")
    assert str(ticket.session_key) not in text
    assert "tGmade-up" not in text
    window.state.tickets.clear()
    open_file(window, qtbot, path)
    content = window.panels.payload._content
    qtbot.waitUntil(lambda: content.present)
    assert content.value["watermark"]["appid"] == "wx0123456789abcdef"
    assert content.value["openGId"].startswith("openGId#")


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "share-ticket-case", "version": 1, "tickets": [{"fie',
        '{"format": "share-ticket-case", "version": 99, "tickets": []}',
        "something else",
        "",
    ],
)
def test_a_damaged_case_gives_a_sentence(
    window: MainWindow, show: Show, qtbot: QtBot, tmp_path: Path, text: str
) -> None:
    ticket = sealed(GROUP)
    show(ticket)
    path = tmp_path / "bad.ticket.json"
    path.write_text(text, encoding="utf-8")
    assert "bad.ticket.json" in open_file(window, qtbot, path)
    assert window.state.tickets.sheet.tickets == (ticket,)


def test_clear_all_is_undone(window: MainWindow, show: Show) -> None:
    ticket = sealed(GROUP)
    show(ticket)
    run(window, "ticket.clear")
    assert window.state.tickets.sheet.blank
    run(window, "edit.undo")
    assert window.state.tickets.sheet.ticket == ticket

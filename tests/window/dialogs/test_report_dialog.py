"""Reports: masked until somebody chooses otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.dialogs.report_dialog import ReportDialog
from inspector.window.main_window import MainWindow
from tests.window.commands import run
from tests.window.sealing import GROUP, sealed

GROUP_ID = "tGmade-up-for-this-test_12345"


@pytest.fixture
def ticket() -> Ticket:
    return sealed(GROUP)


@pytest.fixture
def dialog(
    window: MainWindow, show: Callable[[Ticket], None], ticket: Ticket, qtbot: QtBot
) -> ReportDialog:
    show(ticket)
    run(window, "ticket.report")
    dialog = window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    assert not dialog.isModal()
    qtbot.waitUntil(lambda: bool(dialog.preview.toPlainText()))
    return dialog


def test_nothing_that_names_anybody_stands_in_it(dialog: ReportDialog, ticket: Ticket) -> None:
    text = dialog.preview.toPlainText()
    assert "wx0123456789abcdef" in text
    for secret in (GROUP_ID, ticket.session_key, ticket.encrypted_data):
        assert secret
        assert secret not in text


def test_what_is_chosen_is_included_with_a_warning(
    dialog: ReportDialog, ticket: Ticket, qtbot: QtBot
) -> None:
    dialog.personal.click()
    qtbot.waitUntil(lambda: GROUP_ID in dialog.preview.toPlainText())
    assert str(ticket.session_key) not in dialog.preview.toPlainText()
    assert dialog._warning.text
    dialog.keys.click()
    qtbot.waitUntil(lambda: str(ticket.session_key) in dialog.preview.toPlainText())


def test_copy_and_save(dialog: ReportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog._copy()
    assert QApplication.clipboard().text() == dialog.preview.toPlainText()
    path = tmp_path / "report.md"
    with qtbot.waitSignal(dialog._saving.status_changed) as said:
        dialog._save([path])
    assert path.read_text(encoding="utf-8") == dialog.preview.toPlainText()
    assert said.args == ["Saved as report.md ✓", "ok"]


def test_a_place_that_cannot_be_written_is_told(
    dialog: ReportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog._saving.status_changed) as said:
        dialog._save([tmp_path / "no such folder" / "report.md"])
    assert said.args is not None
    assert said.args[1] == "err"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("row", "start"), [(0, "#"), (1, "<!"), (2, "{")])
def test_three_forms(dialog: ReportDialog, qtbot: QtBot, row: int, start: str) -> None:
    dialog.form.setCurrentIndex(row)
    qtbot.waitUntil(lambda: dialog.preview.toPlainText().startswith(start))
    QTest.qWait(0)


def test_a_copy_is_never_of_what_was_chosen_before(
    window: MainWindow, dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """Keys that were taken out a moment ago would go with it."""
    key = window.state.tickets.sheet.ticket.session_key
    assert key
    dialog.keys.setChecked(True)
    qtbot.waitUntil(lambda: key in dialog._text)
    dialog.keys.setChecked(False)
    dialog._copy()
    dialog._save([tmp_path / "report.md"])
    qtbot.waitUntil((tmp_path / "report.md").exists)
    qtbot.waitUntil(lambda: "session_key" in QApplication.clipboard().text())
    assert key not in QApplication.clipboard().text()
    assert key not in (tmp_path / "report.md").read_text(encoding="utf-8")

"""Files are saved off the window's thread, to their end, and how it went is said."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from inspector.messages import Messages
from inspector.window.dialogs.dialog import Dialog
from inspector.window.dialogs.matrix_dialog import MatrixDialog
from inspector.window.dialogs.report_dialog import ReportDialog
from inspector.window.faults import FaultNotice, faults
from inspector.window.main_window import MainWindow
from inspector.window.saving import Saving
from inspector.window.saving_notice import SavingNotice
from inspector.window.state import file_saving
from inspector.window.state.state import State
from tests.window.sealing import GROUP, sealed

TRIAL = "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx0123456789abcdef&path=pages/a.html%3F"


@pytest.fixture
def saving(state: State, qtbot: QtBot) -> Saving:
    asker = QWidget()
    qtbot.addWidget(asker)
    asker.show()
    return Saving(state.saving, Messages("en"), asker)


def saved(saving: Saving, qtbot: QtBot, path: Path, text: str) -> list[str]:
    with qtbot.waitSignal(saving.status_changed) as said:
        saving.save(path, partial(str, text))
    return list(said.args or ())


def test_a_file_is_replaced_whole_and_for_its_owner(
    saving: Saving, qtbot: QtBot, tmp_path: Path
) -> None:
    assert saved(saving, qtbot, tmp_path / "file.md", "新\n") == ["Saved as file.md ✓", "ok"]
    assert (tmp_path / "file.md").read_bytes() == "新\n".encode()
    assert len(list(tmp_path.iterdir())) == 1
    if sys.platform != "win32":
        assert (tmp_path / "file.md").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links take rights there")
def test_a_link_stays_a_link_to_the_new_content(
    saving: Saving, qtbot: QtBot, tmp_path: Path
) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    saved(saving, qtbot, link, "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_what_cannot_be_saved_is_said_and_leaves_nothing_behind(
    saving: Saving, qtbot: QtBot, tmp_path: Path
) -> None:
    sentence, tone = saved(saving, qtbot, tmp_path / "file", "\ud800")
    assert (sentence.split(":")[0], tone) == ("file could not be saved", "err")
    sentence, tone = saved(saving, qtbot, tmp_path / "no folder" / "file", "text")
    assert (sentence.split(":")[0], tone) == ("file could not be saved", "err")
    assert list(tmp_path.iterdir()) == []


def test_savings_follow_each_other_and_each_is_told_to_who_asked_for_it(
    state: State, saving: Saving, qtbot: QtBot, tmp_path: Path
) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    other = Saving(state.saving, Messages("en"), hidden)
    told: list[str] = []
    saving.status_changed.connect(lambda text, _: told.append(text))
    other.status_changed.connect(pytest.fail)
    for number in range(5):
        saving.save(tmp_path / f"{number}", partial(str, number))
        other.save(tmp_path / "last", partial(str, number))
    qtbot.waitUntil(lambda: not state.saving.busy)
    assert told == [f"Saved as {number} ✓" for number in range(5)]
    assert (tmp_path / "last").read_text() == "4"
    assert len(state.saving.unheard) == 5  # the other one cannot be seen


class Gate:
    """Holds up every file that is about to be written, until it is opened."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._event, self._write = Event(), file_saving.save_file
        self.open = self._event.set
        patch.setattr(file_saving, "save_file", self._hold_up)

    def _hold_up(self, *args: Any, **options: Any) -> None:
        assert self._event.wait(60)
        self._write(*args, **options)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(monkeypatch)
    yield made
    made.open()


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> MatrixDialog:
    """A sheet of three codes."""
    window.state.path.take_text(TRIAL + "id%3D1")
    dialog = MatrixDialog(window.context, window)
    dialog.show()
    dialog.values.setPlainText("7\n8\n9")
    qtbot.waitUntil(lambda: len(dialog.cells) == 3)
    return dialog


def save_pictures(sheet: MatrixDialog, folder: Path) -> None:
    sheet._save_pictures([folder])


def close(window: MainWindow) -> None:
    for dialog in window.findChildren(Dialog):
        dialog.close()


def speak_chinese(window: MainWindow) -> None:
    window.set_language("zh_CN")
    assert window.context.messages.language == "zh_CN"  # by now, not some turns later


WAYS: list[tuple[Callable[[MainWindow], None], str]] = [
    (close, "3 files saved in codes ✓"),
    (speak_chinese, "已在 codes 中保存 3 个文件 ✓"),
]
"""How a dialog goes, and what is said of its files then."""


@pytest.mark.parametrize(("leave", "told"), WAYS)
def test_a_sheet_that_is_being_saved_survives_its_window(
    window: MainWindow,
    sheet: MatrixDialog,
    gate: Gate,
    qtbot: QtBot,
    tmp_path: Path,
    leave: Callable[[MainWindow], None],
    told: str,
) -> None:
    folder = tmp_path / "codes"
    folder.mkdir()
    save_pictures(sheet, folder)
    assert sheet.said.text == "Saving…"
    leave(window)
    _let_go_of_what_is_closed()
    assert window.busy
    gate.open()
    qtbot.waitUntil(lambda: not window.busy)
    assert len(list(folder.iterdir())) == 3
    qtbot.waitUntil(lambda: notice(window).isVisible())
    assert notice(window).text == told
    notice(window).findChildren(QPushButton)[0].click()
    assert notice(window).isHidden()
    assert window.state.saving.unheard == ()


def notice(window: MainWindow) -> SavingNotice:
    """The notice of the frame that is shown now."""
    found = window.panels.payload.window().findChildren(SavingNotice)
    return found[-1]


def _let_go_of_what_is_closed() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_sheet_is_saved_that_was_still_being_drawn(
    window: MainWindow, sheet: MatrixDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet.values.setPlainText("1\n2\n3\n4")
    sheet._save_pdf([tmp_path / "codes.pdf"])
    save_pictures(sheet, tmp_path)
    sheet.close()
    _let_go_of_what_is_closed()
    qtbot.waitUntil(lambda: not window.busy)
    assert len(list(tmp_path.glob("*.png"))) == 4
    assert (tmp_path / "codes.pdf").read_bytes().startswith(b"%PDF")


def test_a_report_is_saved_that_was_still_being_written(
    window: MainWindow, show: Callable[[Any], None], qtbot: QtBot, tmp_path: Path
) -> None:
    show(sealed(GROUP))
    dialog = ReportDialog(window.context, window)
    dialog.show()
    dialog._save([tmp_path / "report.md"])
    dialog.close()
    _let_go_of_what_is_closed()
    qtbot.waitUntil(lambda: not window.busy)
    assert "openGId" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_a_window_closes_when_its_files_are_saved(
    window: MainWindow, sheet: MatrixDialog, gate: Gate, qtbot: QtBot, tmp_path: Path
) -> None:
    save_pictures(sheet, tmp_path)
    sheet._save_pdf([tmp_path / "codes.pdf"])
    window.close()
    assert window.isVisible()
    assert notice(window).text == "Saving… The window closes when that is done."
    gate.open()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(list(tmp_path.iterdir())) == 4


def test_a_window_stays_where_a_file_could_not_be_saved(
    window: MainWindow, sheet: MatrixDialog, gate: Gate, qtbot: QtBot, tmp_path: Path
) -> None:
    save_pictures(sheet, tmp_path / "missing")
    sheet._save_pdf([tmp_path / "codes.pdf"])
    sheet.close()
    _let_go_of_what_is_closed()
    window.close()
    gate.open()
    qtbot.waitUntil(lambda: (tmp_path / "codes.pdf").exists() and not window.busy)
    QApplication.sendPostedEvents()
    assert window.isVisible()
    assert "001 id = 7.png could not be saved: its folder is missing" in notice(window).text
    window.close()
    assert not window.isVisible()


def test_an_empty_sheet_writes_nothing_and_says_so(
    sheet: MatrixDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet.values.setPlainText("")
    sheet._save_pdf([tmp_path / "codes.pdf"])
    qtbot.waitUntil(lambda: sheet.said.text == "Nothing was saved: there is no code.")
    assert not list(tmp_path.iterdir())


def test_a_fault_in_making_a_file_is_told_and_holds_up_no_other(
    window: MainWindow, sheet: MatrixDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    def fail() -> Any:
        message = "made-up"
        raise RuntimeError(message)

    with capture_exceptions() as exceptions:
        faults(QApplication.instance() or window).watch()
        sheet._save(fail)
        save_pictures(sheet, tmp_path)
        qtbot.waitUntil(lambda: not window.busy)
    assert [kind for kind, _, _ in exceptions] == [RuntimeError]
    assert sheet.said.text.startswith("3 files saved")
    fault = window.findChild(FaultNotice)
    assert fault is not None
    assert fault.isVisible()
    assert len(list(tmp_path.iterdir())) == 3

"""A change of theme or language leaves nothing behind, and waits for nothing."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.dialogs.dialog import Dialog
from inspector.window.dialogs.json_dialog import JsonDialog
from inspector.window.dialogs.mint_dialog import MintDialog
from inspector.window.main_window import MainWindow
from inspector.window.worker import LatestCall
from tests.window.commands import run

TICKET = Ticket("a" * 22 + "==", "b" * 22 + "==", "c" * 22 + "==")


def settle(window: MainWindow) -> None:
    """End a switch, carry out what was deleted later, and collect what nothing holds."""
    window.complete()
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def switch_there_and_back(window: MainWindow) -> None:
    """Change theme and language, and change them back."""
    for theme, language in (("dark", "zh_CN"), ("light", "en")):
        window.set_theme(theme)
        window.set_language(language)
        settle(window)


def growth(window: MainWindow, pairs: int) -> tuple[int, int]:
    """Return by how many objects Python, and by how many widgets the window, knows more.

    The window's own widgets: what earlier tests left may be destroyed meanwhile.
    """
    for _ in range(2):  # caches fill
        switch_there_and_back(window)
    widgets = len(window.findChildren(QWidget))  # gives each a Python object, which a switch ends
    switch_there_and_back(window)
    objects = len(gc.get_objects())
    for _ in range(pairs):
        switch_there_and_back(window)
    more_objects = len(gc.get_objects()) - objects
    return more_objects, len(window.findChildren(QWidget)) - widgets


@pytest.mark.no_qt_log  # each message that pytest-qt kept would count as an object left behind
def test_switches_leave_no_object_behind(window: MainWindow, qtbot: QtBot) -> None:
    window.state.tickets.load([TICKET, TICKET])
    qtbot.waitUntil(lambda: not window.busy)
    objects, widgets = growth(window, 2)
    assert objects < 10
    assert widgets == 0


@pytest.mark.long
@pytest.mark.no_qt_log
@pytest.mark.timeout(600)
def test_125_pairs_of_switches_leave_objects_flat(window: MainWindow) -> None:
    objects, widgets = growth(window, 125)
    assert objects < 10
    assert widgets == 0


def test_a_switch_during_work_waits_for_nothing_and_ends_the_work(
    window: MainWindow, qtbot: QtBot
) -> None:
    gate, begun, told = threading.Event(), threading.Event(), threading.Event()

    def work(cancelled: Callable[[], bool]) -> None:
        begun.set()
        gate.wait()
        if cancelled():
            told.set()

    call = LatestCall(work, window.panels.payload)
    call.start()
    assert begun.wait(10)
    window.set_theme("dark")  # returns though the work is held up
    settle(window)
    gate.set()
    qtbot.waitUntil(told.is_set)


def test_the_window_is_painted_again_behind_a_switch(window: MainWindow, qtbot: QtBot) -> None:
    """While the next frame takes its place nothing is painted; that has a turn of its own."""
    seen = []
    window._frames.placed.connect(lambda: seen.append(window.updatesEnabled()))
    window.set_theme("dark")
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]
    qtbot.waitUntil(window.updatesEnabled)


def test_a_switch_that_fails_leaves_a_window_that_paints(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise ValueError

    monkeypatch.setattr(window._frames, "_place", fails)
    with qtbot.captureExceptions() as faults:
        window.set_theme("dark")
        qtbot.waitUntil(lambda: bool(faults))
    qtbot.waitUntil(window.updatesEnabled)


def test_one_pool_of_threads_serves_every_panel(window: MainWindow, qtbot: QtBot) -> None:
    window.state.tickets.load([TICKET])
    switch_there_and_back(window)
    qtbot.waitUntil(lambda: not window.busy)
    assert len(window.findChildren(LatestCall)) > 3
    assert not window.findChildren(QThreadPool)
    application = QCoreApplication.instance()
    assert application is not None
    assert len(application.findChildren(QThreadPool)) == 1


def test_qts_own_dialogs_change_language(window: MainWindow, qtbot: QtBot) -> None:
    window.set_language("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().startswith("取消")
    window.set_language("en")
    QApplication.processEvents()
    assert box.buttons()[0].text() == "Cancel"


def visible_dialogs(window: MainWindow) -> list[Dialog]:
    return [dialog for dialog in window.findChildren(Dialog) if dialog.isVisible()]


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("help.palette", "命令面板"),
        ("help.shortcuts", "快捷键"),
        ("help.about", "关于"),
        ("ticket.report", "报告"),
        ("ticket.save_case", "保存案例文件"),
        ("ticket.history", "历史"),
        ("ticket.keys", "session_key"),
        ("ticket.mint", "生成测试数据"),
    ],
)
def test_a_window_that_stays_open_follows(
    command: str, title: str, window: MainWindow, qtbot: QtBot
) -> None:
    window.state.tickets.load([TICKET, TICKET])
    qtbot.waitUntil(lambda: not window.busy)
    run(window, command)
    window.set_language("zh_CN")
    settle(window)
    (dialog,) = visible_dialogs(window)
    assert title in dialog.windowTitle()
    window.set_language("en")
    window.set_theme("dark")
    settle(window)
    (dialog,) = visible_dialogs(window)
    assert title not in dialog.windowTitle() or title == "session_key"
    assert dialog.context.theme.name == "dark"
    dialog.close()
    settle(window)
    assert not window.findChildren(Dialog)


def test_what_was_typed_into_a_window_beside_goes_over(window: MainWindow, qtbot: QtBot) -> None:
    run(window, "ticket.mint")
    (dialog,) = visible_dialogs(window)
    assert isinstance(dialog, MintDialog)
    dialog.choices.kind.setCurrentIndex(2)
    dialog.choices.damage.setCurrentIndex(3)
    dialog.choices.count.setValue(7)
    dialog.choices.own_time.setChecked(True)
    dialog.choices.seed.setText("seven")
    dialog.choices.payload.setPlainText('{"mine": 1}')
    spec = dialog.choices.spec
    assert spec.payload == {"mine": 1}
    window.set_language("zh_CN")
    settle(window)
    (again,) = visible_dialogs(window)
    assert isinstance(again, MintDialog)
    assert again is not dialog
    assert (again.choices.spec, again.choices.count.value()) == (spec, 7)
    qtbot.waitUntil(lambda: not window.busy)


def test_json_to_compare_with_survives_a_switch(window: MainWindow) -> None:
    JsonDialog(window.context, window).show()
    window.findChildren(JsonDialog)[0].edit.setPlainText('{"a": [1, 2]}')
    window.set_theme("dark")
    settle(window)
    (dialog,) = window.findChildren(JsonDialog)
    assert dialog.edit.toPlainText() == '{"a": [1, 2]}'
    dialog._compare.click()
    reference = window.state.pinned.reference
    assert reference is not None
    assert reference.value == {"a": [1, 2]}

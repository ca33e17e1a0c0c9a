"""The window's frame: layout, language, theme and what is remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.share_paths import Options, Parameter, SharePath
from inspector.tickets import Ticket
from inspector.window.app import build_window
from inspector.window.dialogs.leave_dialog import LeaveDialog
from inspector.window.main_window import MainWindow
from inspector.window.panel import Panel
from inspector.window.state.path_state import Draft
from inspector.window.state.undo import Step

SECRET = "c2VjcmV0IHNlc3Npb24ga2V5IQ=="


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = build_window(language="en", theme="light")
    qtbot.addWidget(made)
    made.show()
    return made


def titles(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def run(window: MainWindow, command: str) -> None:
    """Choose a command from the menus."""
    action = next(action for action in window.actions() if action.objectName() == command)
    action.trigger()


def seen(window: MainWindow) -> list[str]:
    """Return the panels that can be seen, from left to right, then from top to bottom."""
    shown = [panel for panel in window.panels.all if panel.isVisible()]
    places = {panel.panel_id: panel.mapTo(window, panel.rect().topLeft()) for panel in shown}
    return sorted(places, key=lambda name: (places[name].x(), places[name].y()))


def width_of(window: MainWindow, panel_id: str) -> int:
    return next(panel.width() for panel in window.panels.all if panel.panel_id == panel_id)


def test_no_menu_is_waited_for(window: MainWindow) -> None:
    """A tool button runs an event loop of its own while its menu is open; so none has a menu."""
    for width in (1600, 1280, 640, 100):
        window.resize(width, 480)
        QTest.qWait(1)
        holding = [b for b in window.findChildren(QToolButton) if b.isVisible() and b.menu()]
        assert [button.objectName() for button in holding] == []
        switch = window.findChild(QWidget, "workspaceSwitch")
        assert isinstance(switch, QWidget)
        assert switch.geometry().right() <= window.width()
        assert not switch.geometry().intersects(window.menuBar().geometry())


def test_each_workspace_shows_its_panels(window: MainWindow) -> None:
    window.resize(1280, 800)
    assert window.workspace == "inspect"
    assert seen(window) == ["ticket", "payload", "share_path", "qr"]
    run(window, "view.reports")
    assert (window.workspace, seen(window)) == ("reports", ["ticket_list", "payload"])
    window.show_workspace("share_path")
    assert seen(window) == ["share_path", "qr", "forms"]


def test_the_switch_shows_and_chooses_the_workspace(window: MainWindow) -> None:
    switch = window.findChild(QWidget, "workspaceSwitch")
    assert switch is not None
    buttons = switch.findChildren(QAbstractButton)
    assert [button.text() for button in buttons] == ["Inspect", "Reports", "Share path"]
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert window.workspace == "share_path"
    window.show_workspace("reports")
    assert [button.isChecked() for button in buttons] == [False, True, False]


def test_another_name_is_no_workspace(window: MainWindow) -> None:
    with pytest.raises(ValueError, match="nowhere"):
        window.show_workspace("nowhere")


def test_the_share_path_folds_where_there_is_no_room_and_comes_back_by_one_click(
    window: MainWindow,
) -> None:
    window.resize(1100, 700)
    assert seen(window) == ["ticket", "payload"]
    button = window.findChild(QAbstractButton, "openSharePathButton")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen(window) == ["ticket", "payload", "share_path", "qr"]
    fold = window.findChild(QAbstractButton, "foldSharePathButton")
    assert fold is not None
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert seen(window) == ["ticket", "payload"]


def test_narrow_columns_stand_one_below_the_other(window: MainWindow) -> None:
    window.resize(820, 700)
    tops = [panel.mapTo(window, panel.rect().topLeft()).y() for panel in window.panels.all[1:]]
    assert tops == sorted(tops)
    assert width_of(window, "ticket") == width_of(window, "payload")


@pytest.mark.parametrize(("tickets", "workspace"), [(1, "inspect"), (3, "reports")])
def test_what_is_opened_chooses_the_workspace(
    window: MainWindow, tickets: int, workspace: str
) -> None:
    window.show_workspace("share_path")
    window.state.tickets.load([Ticket("k", "i", str(number)) for number in range(tickets)])
    assert window.workspace == workspace


def test_language_changes_in_place_and_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.state.tickets.edit_field("iv", "typed")
    run(window, "view.language.zh_CN")
    assert titles(window)[0].startswith("文件")
    assert window.state.tickets.sheet.ticket.iv == "typed"
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    assert titles(again)[0].startswith("文件")


def test_theme_changes_in_place_and_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    run(window, "view.theme.dark")
    assert window.context.theme.name == "dark"
    assert QGuiApplication.palette().window().color().lightness() < 60
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    assert again.context.theme.name == "dark"


def test_a_fold_stays_until_the_layout_is_reset(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 800)
    fold = window.findChild(QAbstractButton, "foldSharePathButton")
    assert fold is not None
    fold.click()
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    again.show()
    assert seen(again) == ["ticket", "payload"]
    run(again, "view.reset")
    assert seen(again) == ["ticket", "payload", "share_path", "qr"]


def test_sizes_are_remembered_for_each_workspace(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1300, 700)
    drag(columns(window), 2, 62)
    wanted = width_of(window, "ticket")
    window.show_workspace("reports")
    drag(columns(window), 2, -186)
    listed = width_of(window, "ticket_list")
    window.show_workspace("inspect")
    assert width_of(window, "ticket") == wanted
    window.set_theme("dark")
    qtbot.waitUntil(lambda: width_of(window, "ticket") == wanted)
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    again.show()
    again.resize(1300, 700)
    qtbot.waitUntil(lambda: width_of(again, "ticket") == wanted)
    again.show_workspace("reports")
    qtbot.waitUntil(lambda: width_of(again, "ticket_list") == listed)


def test_the_size_of_the_window_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(780, 700)
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    again.show()
    assert (again.width(), again.height()) == (780, 700)


def drag(splitter: QSplitter, handle: int, by: int) -> None:
    """Pull a handle to the right."""
    grip, button = splitter.handle(handle), Qt.MouseButton.LeftButton
    before = splitter.sizes()
    at = grip.rect().center()
    QTest.mousePress(grip, button, pos=at)
    QTest.mouseMove(grip, at + QPoint(by, 0))
    QTest.mouseRelease(grip, button, pos=at)
    assert splitter.sizes() != before


def columns(window: MainWindow) -> QSplitter:
    found = window.panels.ticket.parentWidget()
    assert isinstance(found, QSplitter)
    return found


def test_nothing_pasted_reaches_the_settings(window: MainWindow, isolated_home: Path) -> None:
    for field in ("session_key", "iv", "encryptedData", "rawData", "signature"):
        window.state.tickets.edit_field(field, SECRET)
    window.state.tickets.paste_capture(f"session_key: {SECRET}")
    window.close()
    files = [file for file in isolated_home.rglob("*") if file.is_file()]
    assert files
    assert not any(SECRET.encode() in file.read_bytes() for file in files)


def test_panels_made_anew_leave_none_behind(window: MainWindow, qtbot: QtBot) -> None:
    for theme in ("dark", "light", "dark"):
        run(window, f"view.theme.{theme}")
    qtbot.waitUntil(lambda: len(window.findChildren(Panel)) == len(window.panels.all))


def test_undo_names_what_it_undoes(window: MainWindow) -> None:
    undo = next(action for action in window.actions() if action.objectName() == "edit.undo")
    window.state.tickets.edit_field("iv", "typed")
    edit = window.menuBar().actions()[1].menu()
    assert isinstance(edit, QMenu)
    edit.aboutToShow.emit()
    assert undo.text() == "Undo editing of a field"
    window.state.tickets.load([Ticket("k", "i", "d")])
    edit.aboutToShow.emit()
    assert undo.text() == "Undo opening of tickets"


def test_undo_shows_the_place_that_it_changes(window: MainWindow) -> None:
    window.state.tickets.edit_field("iv", "typed")
    window.show_workspace("share_path")
    window.state.path.set_share_path(SharePath("pages/a"), Step.EDIT_PAGE)
    window.show_workspace("reports")
    window.state.undo.undo()
    assert window.workspace == "share_path"
    window.state.undo.undo()
    assert window.workspace == "inspect"
    field = window.findChild(QWidget, "ivEdit")
    assert field is not None
    assert field.property("flash") == "on"


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (
            {"share_path": SharePath("pages/b", (Parameter("a", "1"),))},
            ("pageEdit", "sharePathEdit"),
        ),
        (
            {"share_path": SharePath("pages/a", (Parameter("a", "2"),))},
            ("parameterTable", "sharePathEdit"),
        ),
        ({"target": "navigate"}, ("targetCombo",)),
        ({"options": Options(env="trial")}, ("envOption",)),
        ({"options": Options(app_id="wx0123456789abcdef")}, ("app_idOption",)),
    ],
)
def test_what_undo_brings_back_flashes(
    change: dict[str, Any], names: tuple[str, ...], window: MainWindow
) -> None:
    draft = Draft(SharePath("pages/a", (Parameter("a", "1"),)), "plain_scheme")
    window.state.path.set_draft(draft, Step.SAVED_PATH)
    window.state.path.set_draft(replace(draft, **change), Step.SAVED_PATH)
    assert not flashing(window)
    window.state.undo.undo()
    assert flashing(window) == {*names}
    window.state.undo.redo()
    assert flashing(window) == {*names}


def test_a_paste_that_is_undone_flashes_folded_and_open(window: MainWindow) -> None:
    box = window.panels.ticket.findChild(QPlainTextEdit, "captureEdit")
    assert box is not None
    window.state.tickets.paste_capture("something")
    window.state.undo.undo()
    assert "captureEdit" in flashing(window)


def flashing(window: MainWindow) -> set[str]:
    return {
        widget.objectName()
        for widget in window.findChildren(QWidget)
        if widget.property("flash") == "on" and widget.objectName() and not widget.isHidden()
    }


def test_every_step_has_its_name_in_chinese(window: MainWindow) -> None:
    window.set_language("zh_CN")
    _ = window.context.messages.gettext
    assert not [step for step in Step if _(step) == step]


def test_quitting_asks_for_results_that_were_not_exported(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.state.tickets.load([Ticket("k", "i", str(number)) for number in range(3)])
    run(window, "file.quit")
    dialog = window.findChild(LeaveDialog)
    assert isinstance(dialog, LeaveDialog)
    assert window.isVisible()
    assert any("3 reports" in label.text() for label in dialog.findChildren(QLabel))
    button_of(dialog, "Stay").click()
    assert window.isVisible()
    window.export_reports(tmp_path / "reports.csv")
    qtbot.waitUntil(lambda: not window.busy)
    run(window, "file.quit")
    assert not window.isVisible()


def test_quitting_with_nothing_to_lose_asks_nothing(window: MainWindow) -> None:
    window.state.tickets.load([Ticket("k", "i", "d")])
    run(window, "file.quit")
    assert not window.isVisible()


def test_a_path_is_there_again_at_the_next_start(window: MainWindow, qtbot: QtBot) -> None:
    path = SharePath("pages/a", (Parameter("id", "群"), Parameter("off", "1", enabled=False)))
    window.state.path.set_share_path(path, Step.EDIT_PATH)
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    assert again.state.path.draft.share_path == path


def test_settings_are_for_their_owner_only_and_hold_no_pasted_address(
    window: MainWindow, isolated_home: Path
) -> None:
    window.state.path.take_text("https://me:secret@example.com/rule?token=hidden")
    options = window.state.path.draft.options
    window.state.path.set_options(replace(options, env="trial"))
    window.close()
    file = next(file for file in isolated_home.rglob("*.ini") if file.is_file())
    text = file.read_text(encoding="utf-8")
    assert "trial" in text
    assert "secret" not in text
    assert "hidden" not in text
    assert file.stat().st_mode & 0o077 == 0


def button_of(dialog: QWidget, title: str) -> QAbstractButton:
    return next(b for b in dialog.findChildren(QAbstractButton) if b.text() == title)

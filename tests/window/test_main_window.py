"""The window's frame: layout, language, theme and what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window
from inspector.window.main_window import MainWindow

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


def test_the_panels_stand_as_designed(window: MainWindow) -> None:
    panels = window.panels
    left, middle = (panel.mapTo(window, panel.rect().center()) for panel in panels.all[:2])
    upper, lower = (panel.mapTo(window, panel.rect().center()) for panel in panels.all[2:4])
    assert left.x() < middle.x() < upper.x()
    assert upper.y() < lower.y()
    assert panels.ticket_list.isHidden()


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
    assert window.palette().window().color().lightness() < 60
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    assert again.context.theme.name == "dark"


def test_a_hidden_panel_stays_hidden_until_the_layout_is_reset(
    window: MainWindow, qtbot: QtBot
) -> None:
    run(window, "view.qr")
    assert window.panels.qr.isHidden()
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    again.show()
    assert again.panels.qr.isHidden()
    run(again, "view.reset")
    qtbot.waitUntil(again.panels.qr.isVisible)


def test_sizes_are_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(780, 700)
    splitter = columns(window)
    splitter.setSizes([200, 330, 210])
    wanted = splitter.sizes()
    window.close()
    again = build_window()
    qtbot.addWidget(again)
    again.show()
    assert (again.width(), again.height()) == (780, 700)
    assert columns(again).sizes() == wanted


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
    qtbot.waitUntil(lambda: _cards(window) == len(window.panels.all))


def _cards(window: MainWindow) -> int:
    return len(window.findChildren(QWidget, "card"))

"""A missing Chinese font is told once, with the package that brings one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window
from inspector.window.font_notice import FontNotice, font_sentence
from inspector.window.main_window import MainWindow


def notice(qtbot: QtBot) -> FontNotice:
    window: MainWindow = build_window(language="en", theme="light")
    qtbot.addWidget(window)
    window.show()
    found = window.findChild(FontNotice)
    assert isinstance(found, FontNotice)
    return found


def without_fonts(system: QFontDatabase.WritingSystem) -> list[str]:
    del system
    return []


def test_it_stays_away_where_a_font_is(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda system: [f"A font of {system}"])
    assert notice(qtbot).isHidden()


def test_it_names_the_package_and_is_dismissed_for_good(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", without_fonts)
    shown = notice(qtbot)
    assert shown.isVisible()
    assert "fonts-wqy-microhei" in shown.text
    shown.acted.emit()
    assert shown.isHidden()
    assert notice(qtbot).isHidden()


def test_other_systems_have_settings_for_it() -> None:
    assert "apt" not in font_sentence("win32")

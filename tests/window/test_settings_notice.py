"""Settings that cannot be written are no reason to fail, and the user is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from inspector.share_paths import Options
from inspector.window.app import build_window
from inspector.window.main_window import MainWindow
from inspector.window.settings_notice import SettingsNotice


def opened(qtbot: QtBot, language: str = "en") -> tuple[MainWindow, SettingsNotice]:
    window = build_window(language=language, theme="light")
    qtbot.addWidget(window)
    window.show()
    notice = window.findChild(SettingsNotice)
    assert isinstance(notice, SettingsNotice)
    return window, notice


@pytest.fixture
def nowhere(isolated_home: Path) -> Path:
    """Let the folder of the settings be a file, in which nobody can write, not even root."""
    file = isolated_home / "no folder"
    file.write_bytes(b"kept")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(file))
    return file


def test_nothing_is_said_where_they_are_kept(qtbot: QtBot) -> None:
    assert opened(qtbot)[1].isHidden()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "The settings cannot be saved: "), ("zh_CN", "无法保存设置：")]
)
def test_the_window_works_without_and_says_so_once(
    nowhere: Path, qtbot: QtBot, language: str, words: str
) -> None:
    window, notice = opened(qtbot, language)
    assert notice.isVisible()
    assert notice.text.startswith(words)
    assert str(nowhere) in notice.text
    window.state.path.set_options(Options("wx0123456789abcdef", "trial"))
    window.state.environments.save("staging")
    assert [each.name for each in window.state.environments.all] == ["staging"]
    window.state.path.take_text("/pages/a?id=1")
    window.set_theme("dark")
    notice.acted.emit()
    assert notice.isHidden()
    window.close()
    assert nowhere.read_bytes() == b"kept"

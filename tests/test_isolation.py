"""The fixtures that hold for every test do what they promise."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths


def test_settings_land_in_the_test_s_own_folder(isolated_home: Path) -> None:
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        settings = QSettings(form, QSettings.Scope.UserScope, "inspector", "inspector")
        assert Path(settings.fileName()).is_relative_to(isolated_home)
    assert Path.home() == isolated_home
    assert QStandardPaths.isTestModeEnabled()


def test_a_connection_is_a_failure() -> None:
    with socket.socket() as connection, pytest.raises(AssertionError, match="network connection"):
        connection.connect(("192.0.2.1", 80))

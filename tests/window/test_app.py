"""Making the application and its window."""

from __future__ import annotations

import ctypes
import gc
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inspector.window.app import build_window, make_application, open_windows
from tests.catalogue import PROJECT

NOT_YET: Final = (
    *("inspector.tickets.capture.reading", "inspector.tickets.decryption.judging"),
    *("inspector.tickets.decryption.examining", "inspector.share_paths.parsing"),
    "inspector.share_paths.source.reader",
    *("inspector.reports", "inspector.window.dialogs.mint_dialog", "Crypto", "zxingcpp"),
    *("inspector.window.ticket_list.list_parts", "inspector.window.payload_panel.payload_parts"),
    *("inspector.window.dialogs.dialog", "inspector.tickets.payload.signature"),
    *("inspector.qr", "inspector.exact_json.literals", "inspector.window.state.files_read"),
    *("inspector.tickets.cases.history", "inspector.moments"),
)
"""What the first picture of the window does not need."""


def test_a_window_lives_until_qt_destroys_it(qtbot: QtBot) -> None:
    """Collected as garbage, its emptied panels would still be called while Qt destroys them."""
    window = build_window(language="en", theme="light")
    qtbot.addWidget(window)
    name = window.objectName()
    window.setObjectName("kept")
    del window
    gc.collect()
    kept = next(w for w in make_application().topLevelWidgets() if w.objectName() == "kept")
    assert isValid(kept)
    kept.setObjectName(name)


def test_there_is_one_keeper(qtbot: QtBot) -> None:
    del qtbot
    application = make_application()
    assert open_windows(application) is open_windows(application)


def test_the_first_picture_waits_for_nothing_else() -> None:
    program = (
        "import json, sys; from inspector.window.app import build_window; "
        "window = build_window(); window.show(); window.grab(); print(json.dumps([*sys.modules]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, check=True
    )
    assert set(json.loads(ran.stdout)).isdisjoint(NOT_YET)


def test_the_first_picture_loads_neither_styles_nor_all_widgets() -> None:
    """Each is loaded with its enumerations where Python asks for an object of its kind."""
    program = (
        "import PySide6.QtWidgets as toolkit; had = {*vars(toolkit)}\n"
        "from inspector.window.app import build_window; window = build_window(); window.show()\n"
        "window.grab(); print(*{'QStyle', 'QMdiArea', 'QGraphicsView'} & {*vars(toolkit)} - had)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, check=True, text=True
    )
    assert ran.stdout.split() == []


def test_the_rest_is_loaded_behind_it() -> None:
    """By the time that somebody pastes, so that the first paste waits as little as others."""
    program = (
        "import sys; from PySide6.QtCore import QTimer; from inspector.window import app\n"
        "def look():\n"
        f"    if all(name in sys.modules for name in {NOT_YET[:5]!r}): application.quit()\n"
        "application = app.make_application(); timer = QTimer(interval=5)\n"
        "timer.timeout.connect(look); timer.start(); sys.exit(app.run())"
    )
    subprocess.run([sys.executable, "-c", program], cwd=PROJECT, check=True, timeout=100)


def test_windows_knows_the_program_by_a_name_of_its_own(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    """Else its windows stand in the task bar under the icon of Python."""
    names: list[str] = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=names.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert make_application() is qapp
    assert names == ["ShareTicketInspector"]


def test_files_that_the_system_wants_opened_come_together(tmp_path: Path) -> None:
    """As macOS sends them, one by one; before that nothing is told."""
    files = [tmp_path / "用户 报告.txt", tmp_path / "b.txt"]
    for file in files:
        file.touch()
    program = (
        "import sys; from PySide6.QtCore import QCoreApplication; "
        "from PySide6.QtGui import QFileOpenEvent; "
        "from inspector.window import app; from inspector.window.main_window import MainWindow\n"
        "def opened(window, paths): print(*map(ascii, paths)); application.quit()\n"
        "MainWindow.open_files = opened\n"
        "application = app.make_application()\n"
        "for file in sys.argv[1:]:\n"
        "    QCoreApplication.postEvent(application, QFileOpenEvent(file))\n"
        "sys.exit(app.run())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *map(str, files)],
        cwd=PROJECT,
        capture_output=True,
        check=True,
        text=True,
        timeout=100,
    )
    assert ran.stdout == " ".join(ascii(str(file)) for file in files) + "\n"

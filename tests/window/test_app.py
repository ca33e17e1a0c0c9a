"""Making the application and its window."""

from __future__ import annotations

import gc

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inspector.window.app import build_window, make_application, open_windows


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

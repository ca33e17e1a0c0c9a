"""A screen reader, over X, D-Bus and AT-SPI, hears the verdict and the id people came for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.window.widgets import announcing
from tests.catalogue import PROJECT
from tests.gallery import states
from tests.window.left_hand import left_hand
from tests.window.sealing import GROUP, sealed

LISTENER = Path(__file__).with_name("listening.py")
SYSTEM_PYTHON = "/usr/bin/python3"
ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def what_is_missing() -> str:
    """Return which part of a desktop that can be heard is not installed."""
    for program in ("Xvfb", "xvfb-run", "dbus-run-session", SYSTEM_PYTHON):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    if subprocess.run([SYSTEM_PYTHON, "-c", ATSPI], capture_output=True, check=False).returncode:
        return "python3-gi and gir1.2-atspi-2.0 are not installed"
    if not any(Path(folder, "at-spi2-registryd").exists() for folder in ("/usr/libexec",)):
        return "at-spi2-core is not installed"
    return ""


@pytest.mark.long
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is Linux's")
def test_verdict_and_id_are_heard() -> None:
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    capture = states.pasted(sealed(states.group(group_id="tGheard-by-a-screen-reader")))
    desktop = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1400x900x24"]
    window = [sys.executable, "-m", "tests.window.spoken_window", capture]
    ran = subprocess.run(
        [*desktop, SYSTEM_PYTHON, str(LISTENER), "tGheard-by", *window],
        cwd=PROJECT,
        env=os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        check=True,
        timeout=100,
    )
    told = json.loads(ran.stdout.splitlines()[-1])
    verdict = next(words for words in told["heard"] if words.startswith("Decrypted"))
    assert "openGId: tGheard-by-a-screen-reader" in told["heard"]
    assert told["seen"]["verdictBanner"] == verdict
    assert told["seen"]["headlineValue"] == "openGId: tGheard-by-a-screen-reader"


def test_what_changes_is_announced_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, str]] = []

    class Heard(QAccessibleAnnouncementEvent):
        def __init__(self, widget: QWidget, words: str) -> None:
            super().__init__(widget, words)
            said.append((widget.objectName(), words))

    monkeypatch.setattr(announcing, "QAccessibleAnnouncementEvent", Heard)
    hand = left_hand(qtbot)
    hand.paste(hand.capture, states.pasted(sealed(GROUP)))
    hand.verdict()
    hand.wait(lambda: any(name == "headlineValue" for name, _ in said))
    verdicts = [words for name, words in said if name == "verdictBanner"]
    assert verdicts[-1].startswith("Decrypted · Group share")
    assert len(verdicts) == len(set(verdicts))
    assert said.count(("headlineValue", "openGId: tGmade-up-for-this-test_12345")) == 1
    heard = len(said)
    hand.state.verdict_changed.emit(hand.state.verdict)
    assert len(said) == heard

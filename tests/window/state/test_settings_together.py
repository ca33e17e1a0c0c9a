"""Two windows with one settings file: no entry is lost, and nobody sees half a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from inspector.files import locked
from inspector.window.state.settings import Key, Settings
from tests.catalogue import PROJECT

PROGRAMS: Final = 3
EACH: Final = 12
ADDING: Final = """
import sys
from PySide6.QtCore import QCoreApplication, QSettings
from inspector.share_paths import Options, SharePath
from inspector.window.state.environments import Environments
from inspector.window.state.path_state import Draft, PathState
from inspector.window.state.recent_paths import RecentPaths
from inspector.files import locked
from inspector.window.state.settings import Key, Settings
from inspector.window.state.undo import UndoStack

folder, name, each = sys.argv[1], sys.argv[2], int(sys.argv[3])
application = QCoreApplication([])
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
settings = Settings()
path = PathState(settings, UndoStack(application), application)
recent, environments = RecentPaths(settings, path), Environments(settings, path)
print("ready", flush=True)
sys.stdin.readline()
for number in range(each):
    environments.save(f"{name} {number}")
    recent.keep(Draft(SharePath(f"pages/{name}{number}"), "share_message", Options()))
    settings.set(Key.THEME, "dark" if number % 2 else "light")
settings.set(Key.LANGUAGE, "zh_CN")
settings.flush()
"""


def kept(key: Key) -> list[str]:
    text = Settings().text(key)
    return [each["name"] for each in json.loads(text)] if text else []


def test_programs_that_remember_at_once_never_erase_each_others(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", ADDING, str(tmp_path), f"p{number}", str(EACH)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=PROJECT,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        )
        for number in range(PROGRAMS)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(b"go\n")
        program.stdin.flush()
    file, seen = Settings().file, set[str]()
    while any(program.poll() is None for program in programs):
        settings = QSettings(str(file), QSettings.Format.IniFormat)
        assert settings.status() is QSettings.Status.NoError
        text = str(settings.value(Key.ENVIRONMENTS.value, "") or "[]")
        names = {each["name"] for each in json.loads(text)}
        assert seen <= names
        seen = names
    assert [program.communicate()[1] for program in programs] == [b""] * PROGRAMS
    names = {f"p{program} {number}" for program in range(PROGRAMS) for number in range(EACH)}
    pages = {f"/pages/p{program}{number}" for program in range(PROGRAMS) for number in range(EACH)}
    assert set(kept(Key.ENVIRONMENTS)) == names
    assert set(kept(Key.RECENT_PATHS)) == pages
    assert Settings().text(Key.LANGUAGE) == "zh_CN"


def test_a_change_that_another_program_holds_up_is_seen_at_once_and_written_later(
    tmp_path: Path,
) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    settings, other = Settings(), Settings()
    with locked(settings.file):
        settings.amend(Key.RECENT_PATHS, "{}a".format)
        settings.amend(Key.RECENT_PATHS, "{}b".format)
        settings.amend(Key.ENVIRONMENTS, "{}c".format)
        assert settings.text(Key.RECENT_PATHS) == "ab"
        assert Settings().text(Key.RECENT_PATHS) == ""
        settings.forget(Key.ENVIRONMENTS)
    other.amend(Key.RECENT_PATHS, "{}z".format)
    settings.flush()
    assert Settings().text(Key.RECENT_PATHS) == "zab"
    assert Settings().text(Key.ENVIRONMENTS) == ""
    settings.amend(Key.RECENT_PATHS, "{}d".format)
    assert Settings().text(Key.RECENT_PATHS) == "zabd"

"""Draws every state into a folder: `python -m tests.gallery FOLDER [STATE ...]`.

Each in both languages, three themes and four sizes; texts that are cut are named at the end,
and the status is 1 where there is one. Needs a screen or `QT_QPA_PLATFORM=offscreen`.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from inspector.window.app import make_application
from inspector.window.dialogs.dialog import Dialog
from inspector.window.theme import THEMES
from tests.gallery.sizes import in_every_size
from tests.gallery.states import LANGUAGES, STATES


def draw(folder: Path, state: str, language: str, theme: str) -> list[str]:
    """Draw one state in all sizes; returns the texts that are cut."""
    found = []
    for window, size, cut in in_every_size(state, language, theme):
        name = f"{state}-{language}-{theme}-{size}"
        _foremost(window).grab().save(str(folder / f"{name}.png"))
        found += [f"{name}: {text}" for text in cut]
    return found


def _foremost(window: QWidget) -> QWidget:
    """Return the window that stands before the main one, if there is one."""
    shown = [dialog for dialog in window.findChildren(Dialog) if dialog.isVisible()]
    return shown[-1] if shown else window


def main(arguments: list[str]) -> int:
    """Draw the gallery; 1 where a text is cut, 2 without a folder."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    make_application()
    found = []
    with tempfile.TemporaryDirectory() as home:
        for state, language, theme in product(arguments[1:] or STATES, LANGUAGES, THEMES):
            form = QSettings.Format.IniFormat
            QSettings.setPath(form, QSettings.Scope.UserScope, f"{home}/{state}{language}{theme}")
            found += draw(folder, state, language, theme)
            sys.stdout.write(f"{state} {language} {theme}\n")
            sys.stdout.flush()
    sys.stdout.write("\n".join(found) + "\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

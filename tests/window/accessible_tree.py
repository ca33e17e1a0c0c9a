"""The window as a screen reader finds it, as text: `python -m tests.window.accessible_tree`
writes the picture anew that `test_accessible_tree.py` compares with.

A line is what has a name of its own in the code, indented below what holds it, with the role it
plays; what has a spoken name is marked by a dot. The words themselves are not kept: they may be
bettered at any time, and differ with language and clock.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from inspector.window.app import build_window
from inspector.window.main_window import MainWindow
from inspector.window.widgets.reading_order import reading_order
from tests.gallery import states

PICTURE: Final = Path(__file__).with_suffix(".txt")
STATES: Final = ("empty", "opened", "wrong_key", "handle", "many", "path", "no_code")
WORKSPACES: Final = ("inspect", "reports", "share_path")
SPOKEN: Final = "·"


def tree(root: QWidget) -> Iterator[str]:
    """Return a line for each part that can be seen and has an object name of ours."""
    named = [w for w in reading_order(root) if w.objectName() and "qt_" not in w.objectName()]
    for widget in named:
        interface = QAccessible.queryAccessibleInterface(widget)
        depth = sum(other.isAncestorOf(widget) for other in named)
        spoken = f" {SPOKEN}" if interface.text(QAccessible.Text.Name) else ""
        role = interface.role()
        if spoken or role is not QAccessible.Role.Client:  # a nameless client holds others only
            yield f"{'  ' * depth}{role.name} {widget.objectName()}{spoken}"


def pictures(window: MainWindow, state: str) -> dict[str, list[str]]:
    """Return the tree of each workspace, by a heading, in a state of the window."""
    states.STATES[state](window)
    states.settle(window)
    found = {}
    for workspace in WORKSPACES:
        window.show_workspace(workspace)
        states.settle(window)
        lines = dict.fromkeys(tree(window.centralWidget() or window))  # twenty forms are alike
        found[f"[{state} in {workspace}]"] = list(lines)
    return found


def kept() -> dict[str, list[str]]:
    """Return the picture as it lies in the file."""
    found: dict[str, list[str]] = {}
    for line in PICTURE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            found[line] = []
        elif line:
            found[next(reversed(found))].append(line)
    return found


def main() -> None:
    """Write the picture of all states."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    parts = []
    for state in STATES:
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, mkdtemp())
        window = build_window(language="en", theme="light")
        window.resize(1600, 1000)
        window.show()
        window.activateWindow()
        for heading, lines in pictures(window, state).items():
            parts.append("\n".join([heading, *lines]) + "\n")
        window.close()
        window.deleteLater()
    PICTURE.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()

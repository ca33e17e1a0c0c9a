"""Running a command by its id, as its menu entry does."""

from __future__ import annotations

from inspector.window.main_window import MainWindow


def run(window: MainWindow, command: str) -> None:
    """Trigger the action of a command."""
    next(action for action in window.actions() if action.objectName() == command).trigger()

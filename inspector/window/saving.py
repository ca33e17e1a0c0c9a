"""Saves texts to files off the window's thread, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector.files import write_atomically
from inspector.messages import Messages
from inspector.window.worker import LatestCall


class Saving(QObject):
    """Writes one text at a time.

    Signals:
        said: a sentence about how it went, and the tone to say it in (`ok` or `err`).
    """

    said = Signal(str, str)

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._writing = LatestCall(_write, self)
        self._writing.finished.connect(self._take)

    def save(self, path: Path, text: str) -> None:
        """Write a text as UTF-8; `said` tells how it went."""
        self._writing.start(path, text)

    def _take(self, result: tuple[Path, str]) -> None:
        path, problem = result
        _ = self._messages.gettext
        if problem:
            self.said.emit(
                _("{name} could not be saved: {reason}.").format(name=path.name, reason=problem),
                "err",
            )
        else:
            self.said.emit(_("Saved as {name} ✓").format(name=path.name), "ok")


def _write(path: Path, text: str, cancelled: Callable[[], bool]) -> tuple[Path, str]:
    del cancelled
    try:
        write_atomically(path, text.encode("utf-8"), secret=True)
    except OSError as problem:
        return path, problem.strerror or str(problem)
    except UnicodeEncodeError as problem:
        return path, problem.reason
    return path, ""

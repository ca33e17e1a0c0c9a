"""Saves files from the window, whole or not at all; texts off its thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector.files import require_file, write_atomically
from inspector.messages import Messages
from inspector.visible import visible
from inspector.window.worker import LatestCall
from inspector.window.write_faults import write_fault, write_reason


def save_file(path: Path, content: bytes, *, secret: bool = False) -> None:
    """Write a file as the user chose it.

    Raises:
        OSError: It cannot be written, or is a pipe; the old content is then untouched.
    """
    write_atomically(require_file(path), content, secret=secret)


def could_not_save(messages: Messages, path: Path, error: OSError) -> str:
    """Return the sentence that says why a file was not saved, and what to do next."""
    sentence = messages.gettext(write_fault(error))
    return sentence.format(file=visible(path.name), reason=write_reason(error))


def save_files(
    make: Callable[[Callable[[], bool]], Iterable[tuple[Path, bytes]]],
    cancelled: Callable[[], bool],
) -> tuple[Path, OSError] | None:
    """Write files as they are made, each whole; returns the one that could not be, and why.

    Runs on any thread. Once cancelled, nothing more is written.
    """
    for path, content in make(cancelled):
        if cancelled():
            break
        try:
            save_file(path, content)
        except OSError as error:
            return path, error
    return None


class Saving(QObject):
    """Writes one text at a time.

    Signals:
        status_changed: a sentence about how it went, and the tone to say it in (`ok` or `err`).
    """

    status_changed = Signal(str, str)

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._writing = LatestCall(_write, self)
        self._writing.finished.connect(self._on_finished)

    def save(self, path: Path, text: str) -> None:
        """Write a text as UTF-8; `status_changed` tells how it went."""
        self._writing.start(path, text)

    def _on_finished(self, result: tuple[Path, OSError | None]) -> None:
        path, error = result
        if error is not None:
            self.status_changed.emit(could_not_save(self._messages, path, error), "err")
        else:
            sentence = self._messages.gettext("Saved as {name} ✓")
            self.status_changed.emit(sentence.format(name=visible(path.name)), "ok")


def _write(path: Path, text: str, cancelled: Callable[[], bool]) -> tuple[Path, OSError | None]:
    del cancelled
    try:
        save_file(path, text.encode("utf-8"), secret=True)
    except OSError as error:
        return path, error
    except UnicodeEncodeError as error:
        return path, OSError(error.reason)
    return path, None

"""Saves files off the window's thread, each to its end, whatever becomes of who asked for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector.files import require_file, write_atomically
from inspector.window.worker import LatestCall

Files = Callable[[], Iterable[tuple[Path, bytes | str]]]
"""Makes files one after the other, on a thread of the pool: where each goes, and its content,
a text being written as UTF-8."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How a saving went."""

    number: int
    """Which one it was, as `FileSaving.save` said."""
    file: Path
    """The last file written, or the one that could not be; empty where there was none."""
    count: int = 0
    """How many files were written."""
    error: OSError | None = None
    """Why the file could not be written; it holds nothing of what was to stand in it."""
    faulty: bool = False
    """True where the content could not be made, which is a fault of the program."""

    @property
    def failed(self) -> bool:
        """True where not all was written."""
        return self.faulty or self.error is not None


class FileSaving(QObject):
    """Writes what it is given, one saving after the other, and never stops in the middle of one.

    It belongs to what the window knows: a dialog that is closed, or made anew in another
    language, takes no saving with it.

    Signals:
        ended: the `Saved`; whoever asked for it, and still can be seen, says that it is `heard`.
        unheard_changed: `unheard` is another one.
    """

    ended = Signal(object)
    unheard_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._unheard: tuple[Saved, ...] = ()
        self._failed = False
        self._writing = LatestCall(_write, self)
        self._writing.finished.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """True while anything is being saved."""
        return self._writing.busy

    @property
    def failed(self) -> bool:
        """True where one of those that were saved in one go could not be."""
        return self._failed

    @property
    def unheard(self) -> tuple[Saved, ...]:
        """What came of savings whose asker was gone by then."""
        return self._unheard

    def save(self, files: Files, *, secret: bool = False) -> int:
        """Write files, after those that are being written; returns the number of this saving.

        Each is written whole or not at all. After the first that cannot be written no other is
        tried. Where `secret`, nobody but the owner may read a new file.
        """
        self._number += 1
        self._failed = self._failed and self.busy
        self.when_through(partial(self._writing.start, self._number, files, secret))
        return self._number

    def when_through(self, then: Callable[[], object]) -> None:
        """Call a function when nothing is being saved any more, at once where nothing is."""
        self._writing.when_through(then)

    def heard(self, *saved: Saved) -> None:
        """Take note that somebody shows, or has read, what came of some savings."""
        self._set_unheard(tuple(each for each in self._unheard if each not in saved))

    def _on_finished(self, result: tuple[Saved, Exception | None]) -> None:
        saved, fault = result
        if fault is not None:
            sys.excepthook(type(fault), fault, fault.__traceback__)
        self._failed = self._failed or saved.failed
        self._unheard += (saved,)
        self.ended.emit(saved)
        if saved in self._unheard:
            self.unheard_changed.emit()

    def _set_unheard(self, unheard: tuple[Saved, ...]) -> None:
        self._unheard = unheard
        self.unheard_changed.emit()


def save_file(path: Path, content: bytes, *, secret: bool = False) -> None:
    """Write a file as the user chose it.

    Raises:
        OSError: It cannot be written, or is a pipe; the old content is then untouched.
    """
    write_atomically(require_file(path), content, secret=secret)


def _write(
    number: int, files: Files, secret: bool, cancelled: Callable[[], bool]
) -> tuple[Saved, Exception | None]:
    del cancelled  # the end of the window is no reason to stop
    count, file = 0, Path()
    try:
        for file, content in files():
            save_file(file, _bytes(content), secret=secret)
            count += 1
    except OSError as error:
        return Saved(number, file, count, OSError(*error.args)), None
    except Exception as fault:  # noqa: BLE001 - the hook hears of it
        return Saved(number, file, count, faulty=True), fault
    return Saved(number, file, count), None


def _bytes(content: bytes | str) -> bytes:
    """Return what stands in the file.

    Raises:
        OSError: The text holds half a surrogate pair, which UTF-8 does not know.
    """
    if isinstance(content, bytes):
        return content
    try:
        return content.encode("utf-8")
    except UnicodeEncodeError as error:
        reason = error.reason
    raise OSError(reason)  # out here, so that it does not hold the text

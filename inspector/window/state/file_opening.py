"""Opens files off the window's thread: captures, case files and files of session keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.files import require_file
from inspector.window.state.ticket_state import TicketState
from inspector.window.worker import LatestCall

if TYPE_CHECKING:
    from inspector.reports import KnownKey, Progress
    from inspector.window.state.files_read import FilesRead


class FileOpening(QObject):
    """Reads files and hands what they hold to the tickets.

    Signals:
        progressed: a `Progress` now and then; None when the reading is over.
        opened: the `FilesRead`, its troubles among it.
        keys_loaded: the files' names, how many session keys it held, and how many are new;
            -1 keys when it could not be read.
        dismissed: what was told of files is not to be shown any longer.
    """

    progressed = Signal(object)
    opened = Signal(object)
    keys_loaded = Signal(str, int, int)
    dismissed = Signal()

    def __init__(self, tickets: TicketState, parent: QObject) -> None:
        super().__init__(parent)
        self._tickets = tickets
        self.keys: dict[str, KnownKey] = {}
        """The session keys of files, with where each stands."""
        self._stop = Event()
        self._reading = LatestCall(_read, self)
        self._reading.finished.connect(self._take_files)
        self._reading_keys = LatestCall(_read_keys, self)
        self._reading_keys.finished.connect(self._take_keys)

    @property
    def busy(self) -> bool:
        """True while files are being read."""
        return self._reading.busy

    def open(self, paths: Sequence[Path]) -> None:
        """Read files; their tickets take the place of those shown, undoably."""
        if paths:
            from inspector.reports import Progress

            self._stop = Event()
            self.progressed.emit(Progress(paths[0].name, 0, 0))
            self._reading.start_settled(tuple(paths), self.progressed.emit, self._stop.is_set)

    def cancel(self) -> None:
        """End the reading at once; what was read so far is shown."""
        self._stop.set()
        self.progressed.emit(None)

    def dismiss(self) -> None:
        """Have what was told of files taken away, wherever it is shown."""
        self.dismissed.emit()

    def load_keys(self, paths: Sequence[Path]) -> None:
        """Read session keys out of files and try them on tickets that do not open."""
        self._reading_keys.start_settled(tuple(paths))

    def _take_files(self, files: FilesRead) -> None:
        self.progressed.emit(None)
        self._tickets.verdicts.give(files.given)
        if files.capture.tickets or files.text:
            self._tickets.take_files(files.text, files.capture, files.origins)
        self.opened.emit(files)

    def _take_keys(self, result: tuple[str, Sequence[KnownKey] | None]) -> None:
        name, keys = result
        self.keys |= {each.key: each for each in keys or ()}
        self._tickets.verdicts.list_keys(len(self.keys))
        added = self._tickets.add_keys([each.key for each in keys], name) if keys else 0
        self.keys_loaded.emit(name, -1 if keys is None else len(keys), added)


def _read(
    paths: Sequence[Path],
    progress: Callable[[Progress], None],
    stopped: Callable[[], bool],
    cancelled: Callable[[], bool],
) -> FilesRead:
    """Read until it is stopped, which keeps what was read, or overtaken, which does not."""
    from inspector.window.state.file_reading import read_files

    def is_over() -> bool:
        return stopped() or cancelled()

    def tell(state: Progress) -> None:
        if not is_over():
            progress(state)

    return read_files(paths, tell, is_over)


def _read_keys(
    paths: Sequence[Path], cancelled: Callable[[], bool]
) -> tuple[str, tuple[KnownKey, ...] | None]:
    from inspector.reports import ReportError, read_keys

    name = ", ".join(path.name for path in paths)
    try:
        return name, read_keys([require_file(path) for path in paths], cancelled=cancelled)
    except (OSError, ReportError):
        return name, None

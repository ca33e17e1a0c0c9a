"""Reads large files in a process of its own.

Finding tickets in 100 MB means single calls into C that keep Python's lock for seconds, in which
the window could not move; in another process they keep nothing. It can also be ended at once.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from inspector.window.state.file_reading import FilesRead, Progress, read_files

LARGE_BYTES: Final = 4_000_000
"""Files of fewer bytes together are read on a thread; a process takes a moment to start."""
ASK_SECONDS: Final = 0.05


def read_anywhere(
    paths: Sequence[Path], progress: Callable[[Progress], None], cancelled: Callable[[], bool]
) -> FilesRead:
    """Return what files hold, read where it does not hold up the window."""
    if _size(paths) >= LARGE_BYTES and not getattr(sys, "frozen", False):
        files = _read_apart(paths, progress, cancelled)
        if files is not None or cancelled():
            return files or FilesRead()
    return read_files(paths, progress, cancelled)


def _read_apart(
    paths: Sequence[Path], progress: Callable[[Progress], None], cancelled: Callable[[], bool]
) -> FilesRead | None:
    """Return what the process found; None when it could not be started or came to an end."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    names = [str(path.absolute()) for path in paths]
    command = [sys.executable, "-m", __name__, *names]
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)  # noqa: S603
    except OSError:
        return None
    over = threading.Event()
    guard = threading.Thread(target=_end_when_cancelled, args=(process, cancelled, over))
    guard.start()
    try:
        return _receive(process, progress)
    finally:
        over.set()
        guard.join()
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _receive(
    process: subprocess.Popen[bytes], progress: Callable[[Progress], None]
) -> FilesRead | None:
    with suppress(EOFError, OSError, pickle.UnpicklingError):
        while process.stdout is not None:
            told = pickle.load(process.stdout)  # noqa: S301 - our own process wrote it
            if isinstance(told, FilesRead):
                return told
            progress(told)
    return None


def _end_when_cancelled(
    process: subprocess.Popen[bytes], cancelled: Callable[[], bool], over: threading.Event
) -> None:
    while not over.wait(ASK_SECONDS):
        if cancelled():
            process.kill()


def _size(paths: Sequence[Path]) -> int:
    total = 0
    for path in paths:
        with suppress(OSError):
            total += path.stat().st_size
    return total


def _never() -> bool:
    return False


def _tell(told: Progress | FilesRead) -> None:
    pickle.dump(told, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    _tell(read_files([Path(name) for name in sys.argv[1:]], _tell, _never))

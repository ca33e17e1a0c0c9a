"""Processes that work for this one: they never outlive it, and can be ended at any moment.

They are spawned, not forked: a fork would copy the locks of a window's threads. Ctrl+C and the
closing of a terminal reach the whole group, and are left to the parent, which ends the others.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Final

LEFT_TO_PARENT: Final = ("SIGINT", "SIGTERM", "SIGHUP")
PATIENCE: Final = 1.0
"""Seconds that a killed process has to be gone."""


class Child:
    """A process that runs one function, at the other end of a two-way connection."""

    def __init__(self, target: Callable[..., object], *args: object) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=True)
        self.connection: Connection[Any, Any] = ours
        self._process = context.Process(target=_run, args=(theirs, target, args), daemon=True)
        try:
            with _signals_held():
                self._process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()

    @property
    def pid(self) -> int | None:
        """The process's number."""
        return self._process.pid

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        """End the process if it runs, and wait until it is gone."""
        self.kill()
        self._process.join(PATIENCE)
        self.connection.close()
        with contextlib.suppress(ValueError):  # it runs on: the system could not end it in time
            self._process.close()


def _run(connection: Connection[Any, Any], target: Callable[..., object], args: Any) -> None:
    """Do the work of a child."""
    for name in LEFT_TO_PARENT:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError), connection:
        target(connection, *args)


def _end_with_parent() -> None:
    """End this process when its parent is gone, even if that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Have a process that starts here never be ended by a signal that is left to its parent."""
    if sys.platform == "win32":
        yield
        return
    signals = {getattr(signal, name) for name in LEFT_TO_PARENT}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

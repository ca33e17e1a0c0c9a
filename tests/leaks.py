"""Finds what a test leaves running, and names the line that started it.

Watched: Python threads, worker processes, `QThread`, `QTimer` and jobs of `QThreadPool`.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

PROJECT: Final = Path(__file__).resolve().parent.parent
GRACE_SECONDS: Final = 10.0
"""How long a thread that was told to end may take for it; a busy machine is no fault."""
ASKED_AGAIN_MS: Final = 20


class Births:
    """Remembers for each watched object which line of the project made it."""

    def __init__(self) -> None:
        self._places: weakref.WeakKeyDictionary[Any, str] = weakref.WeakKeyDictionary()

    def record(self, thing: object) -> None:
        """Keep the caller's place for `thing`, without keeping `thing` alive."""
        with suppress(TypeError):
            self._places[thing] = project_place(sys._getframe(2))

    def place(self, thing: object) -> str:
        """Return where `thing` was made."""
        return self._places.get(thing, "a place outside the project")

    def alive(self, kind: type) -> list[Any]:
        """Return the recorded objects of one kind that still exist."""
        return [thing for thing in list(self._places) if isinstance(thing, kind)]


def project_place(frame: FrameType | None) -> str:
    """Return `file:line in function` of the innermost frame that belongs to the project."""
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(PROJECT) and "site-packages" not in file.parts:
            name = f"{file.relative_to(PROJECT)}:{frame.f_lineno}"
            return f"{name} in {frame.f_code.co_name}"
        frame = frame.f_back
    return "a place outside the project"


@contextmanager
def recording(births: Births) -> Iterator[None]:
    """Have every new thread, timer and pool job write down where it comes from."""
    from PySide6.QtCore import QThread, QThreadPool, QTimer

    patches = [
        (threading.Thread, "start"),
        (QThread, "__init__"),
        (QThreadPool, "__init__"),
        (QThreadPool, "start"),
        (QTimer, "__init__"),
    ]
    originals = [(owner, name, getattr(owner, name)) for owner, name in patches]
    for owner, name, original in originals:
        setattr(owner, name, _recorded(original, births))
    try:
        yield
    finally:
        for owner, name, original in originals:
            setattr(owner, name, original)


def _recorded(original: Callable[..., Any], births: Births) -> Callable[..., Any]:
    """Wrap a method so that its object's birth place is kept."""

    def wrapper(self: Any, *arguments: Any, **options: Any) -> Any:
        result = original(self, *arguments, **options)
        births.record(self)
        return result

    return wrapper


def leaks(births: Births, threads_before: set[threading.Thread]) -> list[str]:
    """End what is still running and return one sentence for each."""
    return [
        *_python_threads(births, threads_before),
        *_qt_pools(births),
        *(f"process {child.name} still runs" for child in _children()),  # a job may hold one
        *_what_came_back(),
        *_qt_threads(births),
        *_qt_timers(births),
    ]


def _python_threads(births: Births, before: set[threading.Thread]) -> Iterator[str]:
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            continue  # a Qt thread that ran Python code; watched as such
        thread.join(GRACE_SECONDS)
        if thread.is_alive():
            yield f"thread {thread.name} still runs, started at {births.place(thread)}"


def _children() -> Iterator[Any]:
    for child in multiprocessing.active_children():
        child.join(GRACE_SECONDS)
        if child.is_alive():
            child.terminate()
            yield child


def _qt_pools(births: Births) -> Iterator[str]:
    from PySide6.QtCore import QThreadPool
    from shiboken6 import isValid

    pools = [pool for pool in births.alive(QThreadPool) if isValid(pool)]
    for pool in {*pools, QThreadPool.globalInstance()}:
        if not pool.waitForDone(int(GRACE_SECONDS * 1000)):
            yield f"a job of a thread pool still runs, last job given at {births.place(pool)}"


def _what_came_back() -> Iterator[str]:
    """Deliver what the pools' threads have sent, which ends the timers that wait for it."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    yield from ()


def _qt_threads(births: Births) -> Iterator[str]:
    from PySide6.QtCore import QThread
    from shiboken6 import isValid

    for thread in births.alive(QThread):
        if isValid(thread) and thread.isRunning():
            ended = _ended(thread)
            how = "was left running" if ended else "does not end"
            yield f"a QThread {how}, made at {births.place(thread)}"


def _ended(thread: QThread) -> bool:
    """Ask a thread to end until it does: one that has just begun does not hear it at once.

    The asking is counted, not the time: a machine that was held up may lose all of it at once.
    """
    for _ in range(round(1000 * GRACE_SECONDS / ASKED_AGAIN_MS)):
        thread.quit()
        if thread.wait(ASKED_AGAIN_MS):
            return True
    return False


def _qt_timers(births: Births) -> Iterator[str]:
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    for timer in births.alive(QTimer):
        if isValid(timer) and timer.isActive():
            timer.stop()
            yield f"a QTimer is still active, made at {births.place(timer)}"

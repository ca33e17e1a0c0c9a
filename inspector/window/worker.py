"""Work off the window's thread, where only the latest call counts."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from threading import Event
from typing import Any, Final

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, QTimer, Signal

BREATH_EVERY_MS: Final = 15
BREATH_SECONDS: Final = 0.004
"""Who waits without `exec()`, by `processEvents` or `QTest.qWait`, keeps Python's lock meanwhile.
A pool thread whose every cipher call gives the lock away would hardly move then, so the window's
thread hands it over now and then. Under `exec()` it never has to."""


class _Task(QRunnable):
    """One call on a pool thread. It owns no Qt object: the caller owns the signals."""

    def __init__(
        self, call: Callable[[], Any], done: Callable[[int, Any, Any], None], number: int
    ) -> None:
        super().__init__()
        self._call = call
        self._done = done
        self._number = number

    def run(self) -> None:
        """Run the call and hand its result, or its exception, to the window's thread."""
        try:
            result, error = self._call(), None
        except Exception as raised:  # noqa: BLE001 - it is re-raised on the window's thread
            result, error = None, raised
        self._done(self._number, result, error)


class LatestCall(QObject):
    """Runs `function(*arguments, cancelled)` on a pool thread; a new start overtakes the old.

    `cancelled` is a callable without arguments that turns True when the call is overtaken;
    long work polls it and may return anything then: the result is dropped.

    Signals:
        finished: the result of the latest call, on the window's thread.
        busy_changed: True when a call begins, False when the latest one is through.
    """

    finished = Signal(object)
    busy_changed = Signal(bool)
    _done = Signal(int, object, object)

    def __init__(self, function: Callable[..., Any], parent: QObject, *, delay_ms: int = 0) -> None:
        """Take the function, and how long a call waits for a later one to replace it."""
        super().__init__(parent)
        self._function = function
        self._number = 0
        self._busy = False
        self._overtaken = Event()
        self._arguments: tuple[Any, ...] = ()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._launch)
        self._breath = QTimer(self, interval=BREATH_EVERY_MS)
        self._breath.timeout.connect(_breathe)
        self._done.connect(self._receive)

    @property
    def busy(self) -> bool:
        """True while the latest call has not delivered."""
        return self._busy

    def start(self, *arguments: Any) -> None:
        """Overtake what runs and call the function with these arguments."""
        self._overtake()
        self._arguments = arguments
        self._set_busy(True)
        self._timer.start()

    def cancel(self) -> None:
        """Drop what runs or waits; nothing is delivered for it."""
        self._overtake()
        self._set_busy(False)

    def stop(self) -> None:
        """Cancel and wait for the thread: to be called before the owner goes."""
        self.cancel()
        self._pool.waitForDone()

    def _overtake(self) -> None:
        self._timer.stop()
        self._number += 1
        self._overtaken.set()
        self._overtaken = Event()

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            if busy and QThread.currentThread().loopLevel() == 0:
                self._breath.start()
            else:
                self._breath.stop()
            self.busy_changed.emit(busy)

    def _launch(self) -> None:
        function, arguments, cancelled = self._function, self._arguments, self._overtaken.is_set

        def call() -> Any:
            return function(*arguments, cancelled)

        self._pool.start(_Task(call, self._done.emit, self._number))

    def _receive(self, number: int, result: Any, error: Exception | None) -> None:
        if number != self._number:
            return
        self._set_busy(False)
        if error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
            return
        self.finished.emit(result)


def _breathe() -> None:
    time.sleep(BREATH_SECONDS)

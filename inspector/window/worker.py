"""Work off the window's thread, where only the latest call counts."""

from __future__ import annotations

import sys
import time
import weakref
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QThread, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from inspector.fault_report import fault_report
from inspector.window.application_wide import application_wide

THREADS: Final = 8
"""Threads of the pool: an overtaken call that is slow to notice must not hold up the next one."""
BREATH_EVERY_MS: Final = 15
BREATH_SECONDS: Final = 0.004
"""Who waits without `exec()`, by `processEvents` or `QTest.qWait`, keeps Python's lock meanwhile.
Pool threads, which give it away at every cipher call, get it now and then all the same."""
SETTLING_MS: Final = 100
"""How long heavy work waits, so that the window paints first: painting a list asks for Python's
lock, which the work would hold, thousands of times."""
HEAVY: Final = 200_000
"""Characters from which going through them is heavy work."""


class Workers(QObject):
    """The one pool of threads, and the door through which results come back.

    It belongs to the application and outlives every owner; a result without owner is dropped.
    """

    _through = Signal(object)

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._running = 0
        self._breath = QTimer(self, interval=BREATH_EVERY_MS)
        self._breath.timeout.connect(_breathe)
        self._through.connect(self._receive)

    def start(self, work: _Work) -> None:
        """Run a call on a thread of the pool; its owner hears of the result."""
        self._running += 1
        if QThread.currentThread().loopLevel() == 0:
            self._breath.start()
        # A function, not a `QRunnable`: PySide6 never frees those that the pool deletes.
        self._pool.start(partial(work.run, self._through.emit))

    def wait(self) -> None:
        """Wait for all calls; the application is about to end."""
        self._pool.waitForDone()

    def _receive(self, work: _Work) -> None:
        self._running -= 1
        if not self._running:
            self._breath.stop()
        work.deliver()


def workers() -> Workers:
    """Return the application's pool."""
    application = QCoreApplication.instance()
    assert application is not None, "work needs an application"  # noqa: S101
    return application_wide(Workers, application)


class _Work:
    """One call and what came of it. It holds no Qt object, and its owner only weakly."""

    def __init__(self, owner: LatestCall, number: int, call: Callable[[], Any]) -> None:
        self._owner = weakref.ref(owner)
        self._number = number
        self._call: Callable[[], Any] | None = call
        self._result: Any = None
        self._error: Exception | None = None

    def run(self, done: Callable[[_Work], None]) -> None:
        """Run the call, keep its result or its exception, and let the window's thread know."""
        call, self._call = self._call, None
        try:
            self._result = call() if call is not None else None
        except Exception as raised:  # noqa: BLE001 - it is handed on to the owner
            self._error = raised
        del call  # what it was about is let go before the result arrives
        done(self)

    def deliver(self) -> None:
        """Hand over what came of it, on the window's thread, where the owner still lives."""
        owner, result, error = self._owner(), self._result, self._error
        self._result = self._error = None
        if owner is not None and isValid(owner):
            owner.receive(self._number, result, error)


class _Overtaking:
    """Tells a running call that a later one, or the end of its owner, has overtaken it."""

    def __init__(self) -> None:
        self._event = Event()

    def renew(self) -> Callable[[], bool]:
        """Overtake what ran before; returns what the next call asks."""
        self.overtake()
        self._event = Event()
        return self._event.is_set

    def overtake(self) -> None:
        """Tell the call that runs."""
        self._event.set()


class LatestCall(QObject):
    """Runs `function(*arguments, cancelled)` on a pool thread; a new start overtakes the old.

    `cancelled` is a callable without arguments that turns True when the call is overtaken, or
    its owner gone; long work polls it and may return anything then: the result is dropped.
    Nobody has to stop a call: it ends with its owner, and is never waited for.

    Signals:
        finished: the result of the latest call, on the window's thread.
        failed: a report of one line, when the latest call raised; the hook heard of it.
        busy_changed: True when a call begins, False when the latest one is through.
    """

    finished = Signal(object)
    failed = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, function: Callable[..., Any], parent: QObject, *, delay_ms: int = 0) -> None:
        """Take the function, and how long a call waits for a later one to replace it."""
        super().__init__(parent)
        self._function = function
        self._number = 0
        self._busy = False
        self._overtaking = _Overtaking()
        self._call: Callable[[], Any] | None = None
        self._waiting: list[Callable[[], object]] = []
        self._delay_ms = delay_ms
        self._delay: QTimer | None = None
        self._settling = False
        self.destroyed.connect(self._overtaking.overtake)

    @property
    def busy(self) -> bool:
        """True while the latest call has not delivered."""
        return self._busy

    def start(self, *arguments: Any) -> None:
        """Overtake what runs and call the function with these arguments."""
        self._take(arguments)
        self._launch_in(self._delay_ms)

    def start_settled(self, *arguments: Any) -> None:
        """Do as `start` does for heavy work: once the window shows what changed already."""
        self._take(arguments)
        self._launch_in(0, settling=True)

    def start_by_size(self, characters: int, *arguments: Any) -> None:
        """Do as `start` does, or `start_settled` where so many characters are heavy work."""
        start = self.start_settled if characters > HEAVY else self.start
        start(*arguments)

    def when_through(self, then: Callable[[], object]) -> None:
        """Call a function with nothing running: at once, or when the latest result was delivered.

        What is copied or saved of a result is then never that of an earlier input. It is dropped
        with a call that is cancelled or fails.
        """
        if self._busy:
            self._waiting.append(then)
        else:
            then()

    def cancel(self) -> None:
        """Drop what runs or waits; nothing is delivered for it."""
        self._waiting.clear()
        self._number += 1
        self._overtaking.overtake()
        self._call = None
        if self._delay is not None:
            self._delay.stop()
        self._set_busy(False)

    def receive(self, number: int, result: Any, error: Exception | None) -> None:
        """Take what came of a call; called by the pool's door."""
        if number != self._number:
            return
        self._set_busy(False)
        waiting, self._waiting = self._waiting, []
        if error is None:
            self.finished.emit(result)
            for then in waiting:
                self.when_through(then)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            self.failed.emit(fault_report(error))

    def _take(self, arguments: tuple[Any, ...]) -> None:
        self._number += 1
        function, cancelled = self._function, self._overtaking.renew()

        def call() -> Any:
            return function(*arguments, cancelled)

        self._call = call
        self._set_busy(True)

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

    def _launch_in(self, delay_ms: int, *, settling: bool = False) -> None:
        self._settling = settling
        if not (delay_ms or settling):
            self._launch()
            return
        if self._delay is None:
            self._delay = QTimer(self, singleShot=True)
            self._delay.timeout.connect(self._launch_now)
        self._delay.start(delay_ms)

    def _launch_now(self) -> None:
        """Launch what has waited; what settles waits from the end of the event on, a long one."""
        if self._settling:
            self._launch_in(SETTLING_MS)
        else:
            self._launch()

    def _launch(self) -> None:
        call, self._call = self._call, None
        if call is not None:
            workers().start(_Work(self, self._number, call))


def never() -> bool:
    """Answer a function that asks whether it is cancelled, where nothing can overtake it."""
    return False


def _breathe() -> None:
    time.sleep(BREATH_SECONDS)

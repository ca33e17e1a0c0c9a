"""Lets a window work where no test holds its loop: in scripts, and in the gallery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

PATIENCE_MS = 60_000


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window work until something holds.

    Raises:
        TimeoutError: when it does not hold within a minute.
    """
    _run_loop(PATIENCE_MS, done)
    if not done():
        message = f"{done} does not hold after {PATIENCE_MS} ms"
        raise TimeoutError(message)


def pause(seconds: float) -> None:
    """Let the window work for a time."""
    _run_loop(round(seconds * 1000), lambda: False)


def _run_loop(limit_ms: int, done: Callable[[], bool]) -> None:
    loop, limit, poll = QEventLoop(), QTimer(singleShot=True), QTimer(interval=10)

    def look() -> None:
        if done():
            loop.quit()

    poll.timeout.connect(look)
    limit.timeout.connect(loop.quit)
    poll.start()
    limit.start(limit_ms)
    loop.exec()
    poll.stop()
    limit.stop()

"""Lets a window work where no test holds its loop: in scripts, and in the gallery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from inspector.window.main_window import MainWindow
from inspector.window.qr_panel.read_back import ReadBack
from inspector.window.worker import LatestCall

PATIENCE_MS = 60_000


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window work until something holds.

    Raises:
        TimeoutError: when it does not hold within a minute.
    """
    if not _held(done, PATIENCE_MS):
        message = f"{done} does not hold after {PATIENCE_MS} ms"
        raise TimeoutError(message)


def wait_while_busy(window: MainWindow) -> None:
    """Let the window work until nothing is read, judged, matched or written.

    Nor does a painted code stand there that is still to be read.

    Raises:
        TimeoutError: when it goes on for a minute; says with what.
    """
    codes = window.findChildren(ReadBack)
    try:
        wait_until(lambda: not window.busy and not any(code._settled.isActive() for code in codes))
    except TimeoutError as late:
        busy = [call._function for call in window.findChildren(LatestCall) if call.busy]
        message = f"busy for {PATIENCE_MS} ms with {busy}"
        raise TimeoutError(message) from late


def pause(seconds: float) -> None:
    """Let the window work for a time."""
    _held(lambda: False, round(seconds * 1000))


def _held(done: Callable[[], bool], limit_ms: int) -> bool:
    """Tell whether something held at one look, whatever became of it until the loop ended."""
    loop, limit, poll = QEventLoop(), QTimer(singleShot=True), QTimer(interval=10)
    seen: list[bool] = []

    def look() -> None:
        if done():
            seen.append(True)
            loop.quit()

    poll.timeout.connect(look)
    limit.timeout.connect(loop.quit)
    poll.start()
    limit.start(limit_ms)
    loop.exec()
    poll.stop()
    limit.stop()
    return bool(seen)

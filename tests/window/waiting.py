"""Lets a window work where no test holds its loop: in scripts, and in the gallery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer


def wait_until(done: Callable[[], bool], seconds: float = 20) -> None:
    """Let the window work until something holds."""
    loop, limit, poll = QEventLoop(), QTimer(singleShot=True), QTimer(interval=10)

    def look() -> None:
        if done():
            loop.quit()

    poll.timeout.connect(look)
    limit.timeout.connect(loop.quit)
    poll.start()
    limit.start(round(seconds * 1000))
    loop.exec()
    poll.stop()
    limit.stop()

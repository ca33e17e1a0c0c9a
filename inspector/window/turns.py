"""Does long work of the window's thread in several turns of its event loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Runs steps one by one; between two of them the window answers keys, mouse and clock."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self, *steps: Callable[[], object]) -> None:
        """Run these steps, each in a turn of its own."""
        self._steps.extend(steps)
        self._timer.start()

    def finish(self) -> None:
        """Run at once what is left."""
        while self._steps:
            self._step()

    def _step(self) -> None:
        step = self._steps.popleft()
        if not self._steps:
            self._timer.stop()
        step()

"""Does long work of the window's thread in several turns of its event loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Does work part by part; between two parts the window answers keys, mouse and clock.

    A piece of work is an iterator, such as a generator that yields wherever it may pause.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Iterator[object]] = deque()
        self._within = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self, work: Iterator[object]) -> None:
        """Do this behind what is under way, each part in a turn of its own."""
        self._waiting.append(work)
        self._timer.start()

    def finish(self) -> None:
        """Do at once what is left; nothing where a part of it asks for that."""
        while self._waiting and not self._within:
            self._step()

    def drop(self) -> None:
        """Leave undone what is left."""
        self._waiting.clear()
        self._timer.stop()

    def _step(self) -> None:
        """Do one part; work that fails ends with it."""
        work = self._waiting[0]
        self._within, through = True, True
        try:
            next(work)
            through = False
        except StopIteration:
            pass
        finally:
            self._within = False
            if through and self._waiting and self._waiting[0] is work:
                self._waiting.popleft()
            if not self._waiting:
                self._timer.stop()

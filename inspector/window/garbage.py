"""Collects cyclic garbage on the window's thread only.

Python collects wherever it happens to allocate. On a worker's thread that may destroy a widget
that only a cycle still held, which ends the process.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 1000
MANY: Final = 100_000
"""More new objects than these come from a large payload, which holds no cycles: looking through
them would hold the window up for a tenth of a second, now and with every full collection."""


class GarbageOnThisThread(QObject):
    """Takes collecting over from the interpreter until it is stopped.

    What is there when it takes over is loaded code, which stays: neither a collection nor the end
    of the process looks through it, which would take a tenth of the time of the whole start.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as the interpreter would have done.

        A large payload is left out for good: it goes when nothing refers to it any more.
        """
        if gc.get_count()[0] > MANY:
            gc.freeze()
            return
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, limit) in enumerate(pairs) if count > limit > 0]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Give collecting back to the interpreter."""
        self._timer.stop()
        gc.enable()

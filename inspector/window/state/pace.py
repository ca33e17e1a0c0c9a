"""How fast a long list is judged, and how long that will still take."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

LEAST_SECONDS: Final = 1.0
"""Seconds of work from which on its rate says something."""


class Pace:
    """Counts one round through the rows of a list; while it is paused, no time passes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._before = 0.0
        self._since: float | None = None
        self.whole = 0
        """Rows of the round."""
        self.done = 0
        """Rows of it that are done."""

    @property
    def going(self) -> bool:
        """Whether the round is not at its end."""
        return self.done < self.whole

    @property
    def paused(self) -> bool:
        """Whether the round was held up."""
        return self.going and self._since is None

    @property
    def rate(self) -> float:
        """Rows a second; 0 while too little time has passed to say."""
        seconds = self._seconds()
        return self.done / seconds if seconds >= LEAST_SECONDS else 0.0

    @property
    def left(self) -> float | None:
        """Seconds until the end of the round; None while that cannot be said."""
        rate = self.rate
        return (self.whole - self.done) / rate if rate else None

    def begin(self, rows: int) -> None:
        """Begin a round."""
        self.whole, self.done = rows, 0
        self._before, self._since = 0.0, self._clock()

    def show(self, waiting: int) -> None:
        """Take note of how many rows of the round still wait."""
        self.done = max(0, self.whole - waiting)

    def pause(self) -> None:
        """Stop the clock."""
        self._before, self._since = self._seconds(), None

    def resume(self) -> None:
        """Let the clock go on."""
        self._since = self._clock()

    def _seconds(self) -> float:
        return self._before + (0.0 if self._since is None else self._clock() - self._since)

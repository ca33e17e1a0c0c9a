"""Ctrl+C, a request to end, and a terminal that closes: the work stops, what is done is kept."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any, Final, Self, TypeVar

from inspector.reports import Stopped

T = TypeVar("T")
SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")
FROM_SIGNAL: Final = 128
"""What a shell adds to the number of the signal that ended a program."""


class StopSignals:
    """Takes notice of the signals that ask a program to end, while it is entered.

    The work asks `requested` now and then. Where it waits for input that may never come, the
    signal interrupts it; elsewhere nothing is torn. A second signal ends the program at once.
    """

    def __init__(self) -> None:
        self._received: int | None = None
        self._before: dict[int, Any] = {}
        self._may_raise = False

    def __enter__(self) -> Self:
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._take)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def requested(self) -> bool:
        """Say whether the work is to stop."""
        return self._received is not None

    @property
    def status(self) -> int:
        """The exit status that tells which signal it was."""
        return FROM_SIGNAL + (self._received or signal.SIGINT)

    def interrupting(self, items: Iterator[T]) -> Iterator[T]:
        """Give some items; a signal that comes while the next one is waited for ends that.

        Raises:
            Stopped: A signal came.
        """
        while True:
            try:
                self._may_raise = True
                if self.requested():
                    raise Stopped
                item = next(items)
            except StopIteration:
                return
            finally:
                self._may_raise = False
            yield item

    def _take(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self._received is not None:
            signal.signal(number, self._before[number])
            signal.raise_signal(number)
            return
        self._received = number
        if self._may_raise:
            raise Stopped

"""Who does the work: this process while it is short, a pool where it pays, or a given executor."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from inspector.reports.pool import Here, WorkerPool, processors

T = TypeVar("T")
Arguments = TypeVar("Arguments")
PAYS: Final = 0.8
"""Seconds of work left for which a pool is started; that takes half a second of the processors."""
AHEAD: Final = 4
"""Calls given out for each worker; bounds what waits in memory."""
ASKED: Final = 0.05
"""Seconds between two looks at whether the work is to stop."""


class Stopped(Exception):
    """The work was to stop, and it did."""


class WorkerLost(Exception):
    """A worker was killed, as a system does that runs out of memory."""


class Crew:
    """Makes calls in their order, somewhere.

    `cancelled` is asked all the time; when it says so, a call raises `Stopped`.
    """

    def __init__(
        self,
        workers: int | None = None,
        executor: Executor | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._workers = workers or processors()
        self._given = executor
        self._executor: Executor = executor or Here()
        self._cancelled = cancelled or _never

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._given is None:
            self._executor.shutdown(wait=kind is None, cancel_futures=kind is not None)

    @property
    def is_alone(self) -> bool:
        """Whether calls are made in this process, one at a time."""
        return isinstance(self._executor, Here)

    @property
    def size(self) -> int:
        """How many calls are made at the same time."""
        return 1 if self.is_alone else self._workers

    @property
    def cancelled_here(self) -> Callable[[], bool] | None:
        """What a call may ask while it works; None where it would have to travel."""
        return self._cancelled if self.is_alone else None

    def expect(self, seconds: float) -> None:
        """Take notice of how much work is left, as one process would do it."""
        if self.is_alone and self._given is None and self._workers > 1 and seconds > PAYS:
            self._executor = WorkerPool(self._workers)

    def map(
        self, function: Callable[..., T], arguments: Iterable[tuple[Arguments, tuple[Any, ...]]]
    ) -> Iterator[tuple[Arguments, T]]:
        """Give what a function returns for some arguments, in their order, as it becomes known.

        `arguments` gives what comes back with a result, and what the function is called with.

        Raises:
            Stopped: The work is to stop.
            WorkerLost: A worker was killed.
        """
        waiting: deque[tuple[Arguments, Future[T]]] = deque()
        for tag, values in arguments:
            self._ask()
            waiting.append((tag, self._executor.submit(function, *values)))
            while waiting and (self.is_alone or len(waiting) >= self.size * AHEAD):
                first, future = waiting.popleft()
                yield first, self._result(future)
        for last, future in waiting:
            yield last, self._result(future)

    def _result(self, future: Future[T]) -> T:
        while True:
            self._ask()
            try:
                return future.result(ASKED)
            except NotYet:
                if future.done():  # the call itself raised it
                    raise
            except BrokenProcessPool as error:
                raise WorkerLost from error

    def _ask(self) -> None:
        if self._cancelled():
            raise Stopped


def _never() -> bool:
    return False

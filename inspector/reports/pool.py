"""A pool of processes as an `Executor`, which can always be ended within a moment.

Python's own `ProcessPoolExecutor` may wait for ever at its end when a worker was killed, since
a thread of it still writes to a pipe that nobody reads. Here each worker has a connection of its
own, served by one thread: when a worker is killed the thread reads the end of it, and when the
pool is ended the workers are.
"""

from __future__ import annotations

import os
import pickle
import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from typing import Any, Final, ParamSpec, TypeVar

from inspector.reports.collecting import rare_collections
from inspector.reports.processes import Child

P = ParamSpec("P")
T = TypeVar("T")
MOST_ON_WINDOWS: Final = 61
"""More handles Windows does not wait for."""
Job = tuple[Future[Any], Callable[..., Any], tuple[Any, ...], dict[str, Any]]


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkerPool(Executor):
    """Runs calls in processes. When one of them is killed, all that waits fails."""

    def __init__(self, workers: int) -> None:
        if sys.platform == "win32":
            workers = min(workers, MOST_ON_WINDOWS)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._over = threading.Event()
        self._children = [Child(_work) for _ in range(workers)]
        self._threads = [
            threading.Thread(target=self._serve, args=(child,)) for child in self._children
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a call made by the next worker that is free."""
        future: Future[T] = Future()
        if self._over.is_set():
            future.set_exception(BrokenProcessPool("the pool has ended"))
        else:
            self._jobs.put((future, fn, args, kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the pool. Without `wait` also what is under way is given up."""
        if not wait or cancel_futures:
            self._give_up()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        self._over.set()
        self._fail_waiting()
        for child in self._children:
            child.close()

    def _give_up(self) -> None:
        self._over.set()
        for child in self._children:
            child.kill()

    def _serve(self, child: Child) -> None:
        """Hand jobs to one worker, one after the other."""
        while (job := self._jobs.get()) is not None:
            future, function, args, kwargs = job
            if self._over.is_set():
                future.set_exception(BrokenProcessPool("the pool has ended"))
                continue
            if not future.set_running_or_notify_cancel():
                continue
            try:
                child.connection.send_bytes(pickle.dumps((function, args, kwargs), -1))
                is_well, value = pickle.loads(child.connection.recv_bytes())  # noqa: S301
            except (EOFError, OSError):
                self._give_up()
                future.set_exception(BrokenProcessPool("a worker was killed"))
                continue
            except Exception as error:  # noqa: BLE001  (a call that cannot be pickled fails alone)
                future.set_exception(error)
                continue
            if is_well:
                future.set_result(value)
            else:
                future.set_exception(value)

    def _fail_waiting(self) -> None:
        while not self._jobs.empty():
            job = self._jobs.get()
            if job is not None:
                job[0].set_exception(BrokenProcessPool("the pool has ended"))


def _work(connection: Connection[Any, Any]) -> None:
    """Do what a worker does: answer calls until the other end is closed."""
    with rare_collections():
        while True:
            function, args, kwargs = pickle.loads(connection.recv_bytes())  # noqa: S301  (our own)
            try:
                answer = (True, function(*args, **kwargs))
            except MemoryError:
                os._exit(1)
            except Exception as error:  # noqa: BLE001  (raised where the call was made)
                answer = (False, error)
            connection.send_bytes(pickle.dumps(answer, -1))


class Here(Executor):
    """Makes each call at once, in this process: what short work needs."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Make a call and return it done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  (raised where the result is asked for)
            future.set_exception(error)
        return future

"""Workers answer calls, fail together when one is killed, and never outlive the pool."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool

import pytest

from inspector.reports.pool import MOST_ON_WINDOWS, Here, WorkerPool, processors


def double(number: int) -> int:
    return 2 * number


def fail(text: str) -> None:
    raise ValueError(text)


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def number_of_process() -> int:
    return os.getpid()


def test_calls_are_answered() -> None:
    with WorkerPool(2) as pool:
        futures = [pool.submit(double, n) for n in range(50)]
        assert [future.result() for future in futures] == list(range(0, 100, 2))
        assert pool.submit(number_of_process).result() != os.getpid()


def test_an_exception_comes_back_and_harms_nothing() -> None:
    with WorkerPool(1) as pool:
        with pytest.raises(ValueError, match="so what"):
            pool.submit(fail, "so what").result()
        with pytest.raises(Exception, match=r"pickle|local object"):
            pool.submit(lambda: 1).result()
        assert pool.submit(double, 4).result() == 8


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_worker_fails_what_waits() -> None:
    with WorkerPool(2) as pool:
        futures = [pool.submit(time.sleep, 0.01) for _ in range(5)]
        futures += [pool.submit(kill_itself)]
        futures += [pool.submit(time.sleep, 60) for _ in range(5)]
        wait(futures)
        assert isinstance(futures[5].exception(), BrokenProcessPool)
        assert isinstance(futures[-1].exception(), BrokenProcessPool)
    with pytest.raises(BrokenProcessPool):
        pool.submit(double, 1).result()


def test_what_is_under_way_can_be_given_up() -> None:
    pool = WorkerPool(2)
    futures = [pool.submit(time.sleep, 600) for _ in range(6)]
    pool.shutdown(wait=False, cancel_futures=True)
    assert all(isinstance(future.exception(), BrokenProcessPool) for future in futures)


def test_windows_takes_no_more_than_it_can_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    class Counted:
        def __init__(self, *args: object) -> None:
            made.append(args)

        def kill(self) -> None: ...

        def close(self) -> None: ...

    monkeypatch.setattr("inspector.reports.pool.Child", Counted)
    monkeypatch.setattr("inspector.reports.pool.sys.platform", "win32")
    WorkerPool(500).shutdown()
    assert len(made) == MOST_ON_WINDOWS


def test_calls_here_are_made_at_once() -> None:
    assert Here().submit(double, 3).result() == 6
    assert isinstance(Here().submit(fail, "x").exception(), ValueError)
    assert processors() >= 1


ORPHANS = """
import os, sys, time
from inspector.reports.pool import WorkerPool
from tests.reports.test_pool import number_of_process
if __name__ == "__main__":
    pool = WorkerPool(2)
    print(*{pool.submit(number_of_process).result() for _ in range(40)}, flush=True)
    for _ in range(2):
        pool.submit(time.sleep, 600)
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_workers_end_when_their_parent_is_killed() -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(ORPHANS)], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    workers = [int(word) for word in program.stdout.readline().split()]
    assert workers
    program.kill()
    program.wait()
    program.stdout.close()
    while any(map(_runs, workers)):  # the time limit of the test ends it, if need be
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False

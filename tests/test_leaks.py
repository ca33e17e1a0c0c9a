"""The watchers of `tests/leaks.py` see what is left running and name its place."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, QTimer

from tests import leaks as watched
from tests.leaks import Births, leaks

HERE = "tests/test_leaks.py:"


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def short_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched, "GRACE_SECONDS", 0.05)


@pytest.fixture
def look(births: Births) -> Callable[[], str]:
    before = set(threading.enumerate())
    return lambda: "; ".join(leaks(births, before))


def test_a_thread_that_still_runs_is_named(look: Callable[[], str]) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="reader")
    thread.start()
    try:
        assert f"thread reader still runs, started at {HERE}" in look()
    finally:
        stop.set()
        thread.join()
    assert look() == ""


def test_an_active_timer_is_named_and_stopped(look: Callable[[], str]) -> None:
    owner = QObject()
    timer = QTimer(owner)
    assert look() == ""
    timer.start(10_000)
    assert f"a QTimer is still active, made at {HERE}" in look()
    assert look() == ""


def test_a_running_qthread_is_named_and_ended(look: Callable[[], str]) -> None:
    thread = QThread()
    thread.start()
    assert f"a QThread was left running, made at {HERE}" in look()
    assert thread.isFinished()


def test_a_pool_job_is_named(look: Callable[[], str]) -> None:
    stop = threading.Event()

    class Job(QRunnable):
        def run(self) -> None:
            stop.wait()

    job = Job()
    pool = QThreadPool()
    pool.start(job)
    try:
        assert f"a job of a thread pool still runs, last job given at {HERE}" in look()
    finally:
        stop.set()
        assert pool.waitForDone()
    assert look() == ""

"""Work off the window's thread: only the latest call counts, and none outlives its owner."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from inspector.window.worker import HEAVY, SETTLING_MS, LatestCall, _Work, workers


@pytest.fixture
def owner() -> QObject:
    return QObject()


def wait_for_cancel(name: str, cancelled: Callable[[], bool]) -> str:
    """Run until overtaken, unless it is the last."""
    pause = threading.Event()
    while name != "last" and not cancelled():
        pause.wait(0.001)
    return name


def thread_of(cancelled: Callable[[], bool]) -> int:
    """Return the thread that this runs on."""
    del cancelled
    return threading.get_ident()


def divide_by_zero(cancelled: Callable[[], bool]) -> float:
    """Raise what no one expects."""
    del cancelled
    return 1 / 0


def test_a_result_arrives_on_the_windows_thread(qtbot: QtBot, owner: QObject) -> None:
    threads: list[int] = []
    call = LatestCall(thread_of, owner)
    call.finished.connect(lambda result: threads.extend((result, threading.get_ident())))
    with qtbot.waitSignal(call.finished):
        call.start()
    assert threads[0] != threads[1] == threading.get_ident()


def test_only_the_latest_call_delivers(qtbot: QtBot, owner: QObject) -> None:
    results: list[str] = []
    call = LatestCall(wait_for_cancel, owner)
    call.finished.connect(results.append)
    for name in ("first", "second", "last"):
        call.start(name)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: results == ["last"])
    assert not call.busy


def test_cancelling_delivers_nothing(qtbot: QtBot, owner: QObject) -> None:
    results: list[str] = []
    call = LatestCall(wait_for_cancel, owner)
    call.finished.connect(results.append)
    call.start("first")
    qtbot.wait(5)
    call.cancel()
    qtbot.wait(5)
    assert (results, call.busy) == ([], False)


def test_it_tells_when_it_is_busy(qtbot: QtBot, owner: QObject) -> None:
    told: list[bool] = []
    call = LatestCall(thread_of, owner)
    call.busy_changed.connect(told.append)
    with qtbot.waitSignal(call.finished):
        call.start()
        call.start()
    assert told == [True, False]


def test_an_exception_is_not_lost(qtbot: QtBot, owner: QObject) -> None:
    call = LatestCall(divide_by_zero, owner)
    with capture_exceptions() as exceptions:
        call.start()
        qtbot.waitUntil(lambda: not call.busy)
    assert exceptions[0][0] is ZeroDivisionError


def works() -> int:
    """Return how many calls are in memory, finished ones, too."""
    gc.collect()
    return sum(type(each) is _Work for each in gc.get_objects())


def test_finished_calls_leave_no_object_behind(qtbot: QtBot, owner: QObject) -> None:
    """A long day makes very many of them."""
    call, before = LatestCall(thread_of, owner), works()
    for _ in range(50):
        with qtbot.waitSignal(call.finished):
            call.start()
    workers().wait()
    assert works() - before < 10


def test_what_waits_for_a_result_gets_the_latest_one(qtbot: QtBot, owner: QObject) -> None:
    results: list[str] = []
    call = LatestCall(wait_for_cancel, owner)
    call.finished.connect(results.append)
    seen: list[tuple[str, ...]] = []

    def look() -> None:
        seen.append(tuple(results))

    call.start("first")
    call.when_through(look)
    call.start("last")
    call.when_through(look)
    qtbot.waitUntil(lambda: len(seen) == 2)
    call.when_through(look)
    assert seen == [("last",)] * 3


def test_what_waits_is_dropped_with_a_call_that_is_cancelled(qtbot: QtBot, owner: QObject) -> None:
    seen: list[str] = []
    call = LatestCall(wait_for_cancel, owner)
    call.start("first")
    call.when_through(lambda: seen.append("first"))
    call.cancel()
    with qtbot.waitSignal(call.finished):
        call.start("last")
    assert seen == []


@pytest.mark.parametrize(("size", "waits"), [(HEAVY, False), (HEAVY + 1, True)])
def test_heavy_work_lets_the_window_paint_first(
    qtbot: QtBot, owner: QObject, size: int, waits: bool
) -> None:
    running: list[bool] = []

    def run(cancelled: Callable[[], bool]) -> None:
        running.append(True)
        wait_for_cancel("first", cancelled)

    call = LatestCall(run, owner)
    seen: list[bool] = []
    QTimer.singleShot(0, lambda: seen.append(bool(running)))
    call.start_by_size(size)
    assert call.busy
    if not waits:  # it runs whether or not the window's thread comes to anything
        threads_wait = threading.Event()
        while not running:
            threads_wait.wait(0.001)
    qtbot.waitUntil(lambda: bool(seen and running))
    assert seen == [not waits]
    call.cancel()


def test_settling_work_is_overtaken_like_any_other(qtbot: QtBot, owner: QObject) -> None:
    results: list[str] = []
    call = LatestCall(wait_for_cancel, owner)
    call.finished.connect(results.append)
    call.start_settled("first")
    call.start("last")
    qtbot.waitUntil(lambda: results == ["last"])
    qtbot.wait(2 * SETTLING_MS)
    assert (results, call.busy) == (["last"], False)

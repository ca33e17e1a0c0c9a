"""Cyclic garbage goes on the window's thread, and nowhere else."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from inspector.window import garbage as gc_code
from inspector.window.garbage import MANY, GarbageOnThisThread


class Cycle:
    """Notes the thread on which it goes."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        self.me = self
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread())


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[GarbageOnThisThread]:
    del qapp
    parent = QObject()
    made = GarbageOnThisThread(parent)
    yield made
    made.stop()
    gc.unfreeze()


def test_a_worker_that_allocates_collects_nothing(garbage: GarbageOnThisThread) -> None:
    gone: list[threading.Thread] = []
    gc.collect()
    Cycle(gone)

    def allocate() -> None:
        kept = [[number] for number in range(100_000)]
        kept.clear()

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert gone == []
    keep = [[number] for number in range(gc.get_threshold()[0] + 100)]
    garbage.collect()
    assert gone == [threading.current_thread()]
    keep.clear()


def test_stopping_gives_collecting_back(garbage: GarbageOnThisThread) -> None:
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()


def test_code_that_is_loaded_is_not_looked_through(garbage: GarbageOnThisThread) -> None:
    del garbage
    assert gc.get_freeze_count() > 0
    assert not any(each is vars(gc_code) for each in gc.get_objects())


def test_a_large_payload_is_left_out_for_good(garbage: GarbageOnThisThread) -> None:
    before = gc.get_freeze_count()
    payload = [[number] for number in range(MANY + 1_000)]
    garbage.collect()
    frozen = gc.get_freeze_count()
    assert frozen - before > MANY
    payload.clear()
    assert frozen - gc.get_freeze_count() > MANY

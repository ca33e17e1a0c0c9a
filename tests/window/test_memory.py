"""A day of tickets and of switches leaves the memory of the window flat."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from inspector.tickets.minting import MintSpec, mint_many
from inspector.window.main_window import MainWindow
from tests.window.test_switching import settle, switch_there_and_back

PAGE: Final = 4096
MEGABYTE: Final = 1_000_000
MORE_AT_MOST: Final = 8 * MEGABYTE
"""What the system's own allocator may keep; a history without an end took 8 MB a thousand."""
MORE_OBJECTS: Final = 2_000
"""Caches that fill late; one object a ticket would be four times that."""


def memory(window: MainWindow) -> int:
    """Return how many bytes of the program are in memory."""
    settle(window)
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def figures(window: MainWindow, what: str, number: int) -> tuple[int, int]:
    """Print and return what the program takes: bytes, and objects that Python knows."""
    taken = memory(window)
    objects = len(gc.get_objects())
    print(f"{what} {number:,}: {taken / MEGABYTE:.1f} MB, {objects:,} objects")
    return taken, objects


def flat(first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Tell whether no more is taken than at first."""
    return last[0] - first[0] < MORE_AT_MOST and last[1] - first[1] < MORE_OBJECTS


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.no_qt_log
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_10_000_tickets_one_after_the_other(window: MainWindow, qtbot: QtBot) -> None:
    """The history is full after a thousand, and everything else from the first."""
    taken: list[tuple[int, int]] = []
    for number, made in enumerate(mint_many(MintSpec(kind="group_share", seed=1), 10_000), 1):
        window.state.tickets.load([made.ticket])
        qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
        if number % 1_000 == 0:
            taken.append(figures(window, "tickets", number))
    assert len(window.state.history) == 1_000
    assert window.state.history.dropped == 9_000
    assert flat(taken[1], taken[-1])


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.no_qt_log
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_300_switches_of_theme_and_language(window: MainWindow) -> None:
    taken: list[tuple[int, int]] = []
    for number in range(4, 301, 4):
        switch_there_and_back(window)  # four switches
        if number % 60 == 0:
            taken.append(figures(window, "switches", number))
    assert flat(taken[0], taken[-1])

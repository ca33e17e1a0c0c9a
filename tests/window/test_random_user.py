"""A random user finds no exception, no warning of Qt, and no end of the window's patience."""

from __future__ import annotations

import faulthandler
import random
import time
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window
from tests.window.random_user import RandomUser

MINUTES: Final = 5
ACT_SECONDS: Final = 45
"""Where an act does not come back by then, each thread's place is written down."""
STANDARD_ERROR: Final = 2
SHORT: Final = 100
"""Acts in a normal run."""


def fresh_seed() -> int:
    """Return a seed that nobody used before."""
    return random.SystemRandom().randrange(1 << 32)


def use(qtbot: QtBot, seed: int, acts: int, seconds: float) -> RandomUser:
    """Let a random user at a new window, for so many acts and so long at most."""
    window = build_window(language="en", theme="light")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    user = RandomUser(window, seed)
    start, slowest = time.monotonic(), 0.0
    while acts and time.monotonic() < start + seconds:
        acts -= 1
        begun = time.monotonic()
        faulthandler.dump_traceback_later(ACT_SECONDS, file=STANDARD_ERROR)
        try:
            user.act()
        finally:
            faulthandler.cancel_dump_traceback_later()
        slowest = max(slowest, time.monotonic() - begun)
        assert window.isVisible(), f"seed {seed}: closed by {user.done[-3:]}"
    qtbot.waitUntil(lambda: not window.busy, timeout=30_000)
    print(f"seed {seed}: {len(user.done)} acts, the slowest took {slowest:.2f} s")
    return user


@pytest.mark.timeout(60)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_short_visit(qtbot: QtBot, seed: int) -> None:
    """Always the same two visits, so that a normal run is steady."""
    assert use(qtbot, seed, SHORT, 20).done


@pytest.mark.long
@pytest.mark.timeout(60)
@pytest.mark.parametrize("visit", range(12))
def test_new_visits(qtbot: QtBot, visit: int) -> None:
    seed = fresh_seed()
    print(f"visit {visit}: seed {seed}")
    assert use(qtbot, seed, SHORT, 60).done


@pytest.mark.long
@pytest.mark.timeout(900)
def test_five_minutes(qtbot: QtBot) -> None:
    seed = fresh_seed()
    print(f"seed {seed}")
    assert use(qtbot, seed, 1_000_000, MINUTES * 60).done

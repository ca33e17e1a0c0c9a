"""The pace of a long list, by a clock of the test's own."""

from __future__ import annotations

import pytest

from inspector.window.state.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_rate_and_time_left_follow_what_is_done(clock: Clock) -> None:
    pace = Pace(clock)
    assert not pace.going
    pace.begin(1_000)
    pace.show(999)
    clock.now += 0.5
    assert (pace.going, pace.rate, pace.left) == (True, 0.0, None)  # too early to say
    clock.now += 1.5
    pace.show(800)
    assert (pace.done, pace.rate, pace.left) == (200, 100.0, 8.0)
    pace.show(0)
    assert not pace.going


def test_a_pause_takes_no_time(clock: Clock) -> None:
    pace = Pace(clock)
    pace.begin(1_000)
    clock.now += 2
    pace.show(800)
    pace.pause()
    clock.now += 3_600
    assert (pace.paused, pace.rate) == (True, 100.0)
    pace.resume()
    clock.now += 2
    pace.show(600)
    assert (pace.paused, pace.rate, pace.left) == (False, 100.0, 6.0)


def test_what_is_at_its_end_is_not_paused(clock: Clock) -> None:
    pace = Pace(clock)
    pace.begin(2)
    pace.show(0)
    pace.pause()
    assert not pace.paused


def test_a_second_round_begins_at_nothing(clock: Clock) -> None:
    pace = Pace(clock)
    pace.begin(100)
    clock.now += 50
    pace.pause()
    pace.begin(100)
    clock.now += 2
    pace.show(80)
    assert (pace.done, pace.rate) == (20, 10.0)


def test_more_rows_that_wait_than_there_were_are_none_done(clock: Clock) -> None:
    pace = Pace(clock)
    pace.begin(10)
    pace.show(12)
    assert pace.done == 0

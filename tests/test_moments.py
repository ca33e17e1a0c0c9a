"""Moments as people read them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import moments

CLOCK = "%Y-%m-%d %H:%M:%S"


@pytest.mark.parametrize("timestamp", [10**18, -(10**18), 2**63, -62_000_000_000])
def test_a_time_outside_the_calendar_is_given_as_its_number(timestamp: int) -> None:
    assert moments.utc_time(timestamp) == str(timestamp)
    assert moments.local_time(timestamp) == str(timestamp)


def test_local_time_carries_its_distance_from_utc(zone: str) -> None:
    if zone == "Asia/Shanghai":
        assert moments.local_time(1535624932) == "2018-08-30 18:28:52 +08:00"
    if zone == "America/St_Johns":
        assert moments.local_time(1535624932) == "2018-08-30 07:58:52 -02:30"


@pytest.mark.usefixtures("zone")
def test_moments_are_those_of_the_system() -> None:
    @settings(deadline=None, max_examples=60)
    @given(st.integers(0, 4_000_000_000), st.sampled_from([1, 600, 43_200]))
    def compare(start: int, step: int) -> None:
        for moment in range(start, start + 4 * step, step):
            there, here = time.gmtime(moment), time.localtime(moment)
            assert moments.utc_time(moment) == f"{time.strftime(CLOCK, there)} UTC"
            assert moments.local_time(moment)[:19] == time.strftime(CLOCK, here)

    compare()


@pytest.mark.usefixtures("zone")
def test_the_hour_of_a_change_of_clocks_is_told_as_the_system_tells_it() -> None:
    spring = 1_521_849_600  # 2018-03-24, the day before the clocks of Europe went forward
    for moment in range(spring, spring + 40 * 86_400, 1_800):
        told = moments.local_time(moment)
        assert told[:19] == time.strftime(CLOCK, time.localtime(moment))

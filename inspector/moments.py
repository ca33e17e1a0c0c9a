"""Moments -> what people read: date and time, in UTC and in this machine's zone.

Each row of a file of reports tells one of each, so what days have in common is remembered.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final, NamedTuple

MINUTE: Final = 60
DAY: Final = 86_400
EPOCH: Final = date(1970, 1, 1)
LEAST_YEAR: Final = 1000
"""Earlier ones have no four digits."""
MOST_DAYS: Final = 10_000
"""Days that are remembered."""
TWO: Final = tuple(f"{number:02}" for number in range(60))
"""Numbers of seconds and minutes as a clock shows them."""


def utc_time(timestamp: int) -> str:
    """Return unix seconds as `2018-08-30 10:28:52 UTC`, or the number where no date exists."""
    try:
        return f"{_clock(timestamp)} UTC"
    except (ValueError, OverflowError):
        return str(timestamp)


def local_time(timestamp: int) -> str:
    """Return unix seconds as `2018-08-30 18:28:52 +08:00` in this machine's zone."""
    try:
        seconds = _distance_on(timestamp // DAY)
        if seconds is None:
            seconds = time.localtime(timestamp).tm_gmtoff
        return f"{_clock(timestamp + seconds)} {_offset(seconds)}"
    except (ValueError, OverflowError, OSError):
        return str(timestamp)


class Day(NamedTuple):
    """What the moments of one day in UTC have in common."""

    date: str
    """In UTC."""
    distance: int
    """Seconds that this machine's zone is from UTC."""
    offset: str
    """The same as people write it, such as `+08:00`."""
    local: Mapping[int, str]
    """The dates of the days in this machine's zone that it has a part in, counted from 1970."""

    @classmethod
    def of(cls, day: int) -> Day | None:
        """Return that of a day counted from 1970; None where no date is or the clocks change."""
        try:
            seconds = _distance_on(day)
            if seconds is None:
                return None
            first = (day * DAY + seconds) // DAY
            local = {each: _date(each) for each in (first, first + 1)}
            return cls(_date(day), seconds, _offset(seconds), local)
        except (ValueError, OverflowError, OSError):
            return None


def _distance_on(day: int) -> int | None:
    """Return the seconds that this machine's zone is from UTC throughout a day, else None."""
    return _distance(day, time.timezone, time.altzone, time.tzname)


@lru_cache(MOST_DAYS)
def _distance(day: int, *zone: object) -> int | None:
    """Return the seconds that a zone is from UTC throughout a day; None where that changes.

    `zone` is what Python tells of this machine's.
    """
    del zone
    edges = [time.localtime(moment).tm_gmtoff for moment in (day * DAY, day * DAY + DAY)]
    return edges[0] if edges[0] == edges[1] else None


def duration(seconds: float) -> str:
    """Return a length of time as `1:05`, minutes and seconds."""
    minutes, rest = divmod(round(seconds), MINUTE)
    return f"{minutes}:{rest:02}"


@cache
def _offset(seconds: int) -> str:
    """Return how far a zone is from UTC, such as `+08:00`."""
    minutes = abs(seconds) // 60
    return f"{'+' if seconds >= 0 else '-'}{minutes // 60:02}:{minutes % 60:02}"


def _clock(moment: int) -> str:
    """Return a date and time as people write it."""
    day, second = divmod(moment, DAY)
    return f"{_date(day)} {minutes()[second // MINUTE]}:{TWO[second % MINUTE]}"


@cache
def minutes() -> tuple[str, ...]:
    """Return the times of a day without their seconds, `18:28`."""
    return tuple(f"{TWO[minute // 60]}:{TWO[minute % 60]}" for minute in range(DAY // MINUTE))


@lru_cache(MOST_DAYS)
def _date(day: int) -> str:
    """Return the date of a day counted from 1970."""
    found = EPOCH + timedelta(day)
    if found.year < LEAST_YEAR:
        raise ValueError(day)
    return found.isoformat()

"""How old watermarks are: words that nearly every row of a file needs.

What the rows of one day have in common is worded once. On a day where that changes, as clocks do
in spring, each row is worded as one that stands alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from inspector.moments import DAY, MINUTE, TWO, Day, local_time, minutes, utc_time
from inspector.reports.columns import picker

MOST_DAYS: Final = 2_000
"""Days whose words are remembered."""
MARKS: Final = "\ue000", "\ue001", "\ue002"
"""What no sentence holds, and stands for its times."""


class Shared(NamedTuple):
    """What the rows of one day have in common."""

    distance: int
    """Seconds that this machine's zone is from UTC."""
    frames: dict[int, list[str]]
    """The pieces of the text, by the day in this machine's zone."""


class Ages:
    """Words the ages of watermarks.

    Args:
        worded: Makes the whole text of a moment in this machine's zone, the same in UTC, and how
            long ago that is.
        age: Words a number of seconds.
    """

    def __init__(self, worded: Callable[[str, str, str], str], age: Callable[[int], str]) -> None:
        self._worded = worded
        self._age = age
        self._days: dict[int, Shared | None] = {}
        self._minutes = minutes()
        text = worded(*MARKS)
        places = [text.index(mark) for mark in MARKS]
        self._in_order = picker(sorted(range(len(MARKS)), key=places.__getitem__))

    def text(self, timestamp: int, seconds: int) -> str:
        """Return the text of a moment, so many seconds ago."""
        day, rest = divmod(timestamp, DAY)
        try:
            shared = self._days[day]
        except KeyError:
            shared = self._days[day] = self._learned(day)
        age = self._age(seconds)
        if shared is None:
            return self._worded(local_time(timestamp), utc_time(timestamp), age)
        times = self._minutes
        here, local = divmod(timestamp + shared[0], DAY)
        a, b, c, d = shared[1][here]
        first, second, third = self._in_order(
            (
                f"{times[local // MINUTE]}:{TWO[local % MINUTE]}",
                f"{times[rest // MINUTE]}:{TWO[rest % MINUTE]}",
                age,
            )
        )
        return f"{a}{first}{b}{second}{c}{third}{d}"

    def _learned(self, day: int) -> Shared | None:
        if len(self._days) >= MOST_DAYS:
            self._days.clear()
        known = Day.of(day)
        if known is None:
            return None
        frames = {here: self._frame(known, date) for here, date in known.local.items()}
        return Shared(known.distance, frames)

    def _frame(self, day: Day, date: str) -> list[str]:
        """Return the pieces of a day's text, between which the two times of day and the age go."""
        local, utc, age = MARKS
        text = self._worded(f"{date} {local} {day.offset}", f"{day.date} {utc} UTC", age)
        return text.replace(utc, local).replace(age, local).split(local)

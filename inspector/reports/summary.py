"""Counts of what judging many rows gave: by outcome, cause, app and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from inspector.findings import Finding
from inspector.reports.judged import Judged
from inspector.tickets import Outcome, Verdict
from inspector.tickets.payload.watermark import Watermark, read_watermark

MOST_DISTINCT: Final = 5_000
"""Apps and days that are counted one by one; a counter must not grow with the file."""
DAY: Final = 86_400
OTHERS: Final = "…"
"""What stands for apps and days beyond these."""
OTHER_KEY: Final = "other_key_used"
MOST_NAMED: Final = 20
"""Rows without data that are named."""


class Example(NamedTuple):
    """The first row of a cause."""

    finding: Finding
    file: str
    number: int


@dataclass(slots=True)
class Tally:
    """Counts of judged rows, which can be added to each other."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    """By the code of what is wrong; rows that are well are not in it."""
    apps: Counter[str] = field(default_factory=Counter)
    """By the app id of the watermark; `""` where it names none."""
    days: Counter[str] = field(default_factory=Counter)
    """By the day of the watermark, `2024-06-01`, in UTC."""
    keys_found: int = 0
    """Rows that another key opened than their own."""
    remarks: Counter[str] = field(default_factory=Counter)
    """By the code of what is to be told of rows that opened: what was repaired in them, and
    `other_key_used`."""
    examples: dict[str, Example] = field(default_factory=dict)
    """Cause or remark -> its first row."""
    empty: list[tuple[str, int]] = field(default_factory=list)
    """File and number of the first rows without data."""

    @property
    def rows(self) -> int:
        """How many rows there were."""
        return self.outcomes.total()

    @property
    def left_out(self) -> int:
        """How many rows held nothing of a ticket."""
        return self.outcomes[Outcome.NO_TICKET]

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong with any row that holds a ticket."""
        return not self.causes

    def update(self, other: Tally) -> None:
        """Add the counts of other rows."""
        self.outcomes.update(other.outcomes)
        self.causes.update(other.causes)
        _add(self.apps, other.apps)
        _add(self.days, other.days)
        self.keys_found += other.keys_found
        self.remarks.update(other.remarks)
        self.examples = {**other.examples, **self.examples}
        self.empty = [*self.empty, *other.empty][:MOST_NAMED]


def _add(mine: Counter[str], theirs: Counter[str]) -> None:
    """Add counts; names beyond `MOST_DISTINCT` are counted as one."""
    new = [name for name in theirs if name not in mine]
    beyond = new[max(MOST_DISTINCT - len(mine), 0) :]
    counts = dict(theirs)
    others = sum(map(counts.pop, beyond))
    mine.update(counts)
    if others:
        mine[OTHERS] += others


def tally(judged: Iterable[Judged]) -> Tally:
    """Return the counts of some rows."""
    counts = Tally()
    outcomes: list[Outcome] = []
    marks: list[Watermark] = []
    for each in judged:
        verdict = each.verdict
        outcomes.append(verdict.outcome)
        if verdict.outcome is not Outcome.NO_TICKET:
            if (cause := verdict.cause) is not None:
                counts.causes[cause] += 1
                _keep_example(counts, each, cause)
            for code in _remarks(verdict):
                counts.remarks[code] += 1
                _keep_example(counts, each, code)
            if (mark := read_watermark(verdict.payload)) is not None:
                marks.append(mark)
            counts.keys_found += each.key is not None
        elif len(counts.empty) < MOST_NAMED:
            counts.empty.append((each.row.file, each.row.number))
    counts.outcomes.update(outcomes)
    apps, times = [mark.app_id or "" for mark in marks], [mark.timestamp or 0 for mark in marks]
    _add_marks(counts, apps, times)
    return counts


def tally_opened(apps: Sequence[str], times: Sequence[int]) -> Tally:
    """Return the counts of rows that opened as they stand, by app id and time of each."""
    counts = Tally(Counter({Outcome.OPENED: len(apps)}) if apps else Counter())
    _add_marks(counts, apps, times)
    return counts


def _add_marks(counts: Tally, apps: Sequence[str], times: Sequence[int]) -> None:
    counts.apps.update(apps)
    for day, count in Counter([time // DAY for time in times]).items():
        counts.days[_day(day)] += count


def _remarks(verdict: Verdict) -> Iterable[str]:
    """Return what is to be told of a row that opened, each code once."""
    if verdict.outcome is not Outcome.OPENED or not verdict.findings:
        return ()
    repairs = {repair.code for repair in verdict.repairs}
    codes = [each.code for each in verdict.findings]
    return dict.fromkeys(code for code in codes if code in repairs or code == OTHER_KEY)


def _keep_example(counts: Tally, judged: Judged, code: str) -> None:
    if code not in counts.examples:
        finding = next(each for each in judged.verdict.findings if each.code == code)
        counts.examples[code] = Example(finding, judged.row.file, judged.row.number)


@lru_cache(MOST_DISTINCT)
def _day(day: int) -> str:
    """Return the date of a day counted from 1970, and nothing for the first, which means none."""
    try:
        return (date(1970, 1, 1) + timedelta(day)).isoformat() if day else ""
    except OverflowError:
        return ""

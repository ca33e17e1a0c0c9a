"""Ages worded by what a day's rows share are those worded one by one, in every zone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.findings import Finding, Severity
from inspector.messages import LANGUAGES
from inspector.reports import JsonLine, ages
from inspector.reports.ages import Ages

SPRING = 1_521_849_600
"""2018-03-24, the day before the clocks of Europe went forward."""
MOMENTS = st.one_of(
    st.integers(0, 4_000_000_000), st.integers(SPRING - 40 * 86_400, SPRING + 40 * 86_400)
)


def alone(line: JsonLine, timestamp: int, seconds: int) -> str:
    parameters: dict[str, object] = {"timestamp": timestamp, "age_seconds": seconds}
    return line.findings([Finding("watermark_age", Severity.INFO, None, parameters)])


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_age_is_worded_as_one_that_stands_alone(language: str) -> None:
    line = JsonLine(language)

    @settings(deadline=None, max_examples=60)
    @given(MOMENTS, st.integers(0, 10**9), st.sampled_from([1, 1_800, 43_200]))
    def compare(start: int, seconds: int, step: int) -> None:
        for timestamp in range(start, start + 5 * step, step):
            assert line.age(timestamp, seconds) == alone(line, timestamp, seconds)

    compare()


@pytest.mark.parametrize("timestamp", [10**18, 253_402_300_799, -62_000_000_000])
def test_a_moment_outside_the_calendar_is_worded_all_the_same(timestamp: int) -> None:
    line = JsonLine()
    assert line.age(timestamp, 5) == alone(line, timestamp, 5)


def test_holes_stand_where_the_sentence_has_them_and_signs_of_its_own_stay() -> None:
    made = Ages(lambda local, utc, age: f"100 % {age}: %s {utc} = {local}", str)
    assert made.text(86_399, 7).startswith("100 % 7: %s 1970-01-01 23:59:59 UTC = 19")


def test_no_more_days_are_remembered_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ages, "MOST_DAYS", 3)
    line = JsonLine()
    for day in (1, 2, 3, 4, 1, 9):
        assert line.age(day * 86_400, 5) == alone(line, day * 86_400, 5)
    assert line._ages is not None
    assert len(line._ages._days) <= 3

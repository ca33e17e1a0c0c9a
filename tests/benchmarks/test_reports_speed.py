"""Rows a second: run with `--benchmark-enable`. The rival is a plain loop over `judge`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.reports import Row, Wishes, json_line, judge_rows
from inspector.tickets import Ticket, judge
from tests.cli.running import mint

ROWS = 3000


def rows(count: int) -> list[Row]:
    made = (mint() for _ in range(count))
    tickets = (Ticket(each.session_key, each.iv, each.encrypted_data) for each in made)
    return [Row("r.csv", number, {}, ticket) for number, ticket in enumerate(tickets)]


def plain_loop(given: list[Row]) -> list[Any]:
    return [judge(row.ticket) for row in given]


def alone(given: list[Row]) -> list[Any]:
    return [json_line(result) for result in judge_rows(given, Wishes(), workers=1)]


def pooled(given: list[Row]) -> list[Any]:
    return [json_line(result) for result in judge_rows(given, Wishes())]


@pytest.mark.benchmark(group=f"{ROWS} rows", min_rounds=3)
@pytest.mark.parametrize("way", [plain_loop, alone, pooled])
def test_rows(benchmark: BenchmarkFixture, way: Callable[[list[Row]], list[Any]]) -> None:
    given = rows(ROWS if benchmark.enabled else 20)
    assert len(benchmark(way, given)) == len(given)

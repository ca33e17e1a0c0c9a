"""Handling a large payload: run with `--benchmark-enable`, read the ratios of a group.

The rival of reading and writing is the standard library's `json`, which loses digits; that of
searching is writing the value as text and searching that, which finds no places.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.exact_json.comparison import compare
from inspector.exact_json.parsing import parse, write
from inspector.exact_json.searching import find
from inspector.tickets.masking.personal_data import Redaction


def records(count: int) -> list[dict[str, Any]]:
    return [
        {"id": n, "name": f"name {n}", "value": n * 1.5, "list": [1, 2, 3], "inner": {"a": None}}
        for n in range(count)
    ]


def size(benchmark: BenchmarkFixture) -> int:
    return 20_000 if benchmark.enabled else 20


@pytest.mark.benchmark(group="reading 1.7 MB")
@pytest.mark.parametrize("way", [json.loads, parse], ids=["json.loads (rival)", "parse"])
def test_reading(benchmark: BenchmarkFixture, way: Callable[[str], Any]) -> None:
    made = records(size(benchmark))
    assert benchmark(way, json.dumps(made)) == made


@pytest.mark.benchmark(group="writing 1.7 MB")
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("way", ["json.dumps (rival)", "write"])
def test_writing(benchmark: BenchmarkFixture, way: str, indent: int | None) -> None:
    made = parse(json.dumps(records(size(benchmark))))

    def dumps() -> str:
        return json.dumps(made, indent=indent)

    def written() -> str:
        return write(made, indent)

    assert json.loads(benchmark(written if way == "write" else dumps)) == made


@pytest.mark.benchmark(group="finding in 200,000 values")
@pytest.mark.parametrize("way", ["text search (rival)", "find"])
def test_finding(benchmark: BenchmarkFixture, way: str) -> None:
    made = parse(json.dumps(records(size(benchmark))))

    def text_search() -> int:
        return write(made).casefold().count("name 19")

    def found() -> int:
        return len(find(made, "name 19"))

    assert benchmark(found if way == "find" else text_search) > 0


@pytest.mark.benchmark(group="comparing 200,000 values")
@pytest.mark.parametrize("way", ["two writes (rival)", "compare"])
def test_comparing(benchmark: BenchmarkFixture, way: str) -> None:
    made = records(size(benchmark))
    other = copy.deepcopy(made)
    del other[3]["name"]

    def writes() -> bool:
        return write(made) != write(other)

    def compared() -> bool:
        return len(list(compare(made, other).changes())) == 1

    assert benchmark(compared if way == "compare" else writes)


@pytest.mark.benchmark(group="masking 200,000 values")
@pytest.mark.parametrize("way", ["deepcopy (rival)", "mask"])
def test_masking(benchmark: BenchmarkFixture, way: str) -> None:
    made = parse(json.dumps(records(size(benchmark))))

    def masked() -> Any:
        return Redaction().value(made)

    def copied() -> Any:
        return copy.deepcopy(made)

    assert len(benchmark(masked if way == "mask" else copied)) == len(made)

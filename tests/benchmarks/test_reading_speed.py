"""Reading captures: run with `--benchmark-enable`, read the ratios of a group.

The rival is what people write first: one regular expression for three strict names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.tickets import read
from tests.tickets.capture.capture_forms import entry, har, mint, result

TICKETS = 20
NAIVE = re.compile(r'"(session_key|iv|encryptedData)"\s*:\s*"([A-Za-z0-9+/=]+)"')


def naive(text: str) -> int:
    return sum(match[1] == "encryptedData" for match in NAIVE.finditer(text))


def thorough(text: str) -> int:
    return len(read(text).tickets)


WAYS = pytest.mark.parametrize("way", [naive, thorough], ids=["one expression (rival)", "read"])


def log(megabytes: float) -> str:
    line = (
        '2018-08-30 18:28:52.123 INFO [http-7] c.e.Handler - {"id":"%d","cost":12,"msg":"ok %d"}\n'
    )
    lines = [line % (n, n * 7) for n in range(int(megabytes * 11_000))]
    for n in range(TICKETS):
        minted = mint()
        at = (n + 1) * len(lines) // (TICKETS + 2)
        lines[at] += f"18:28:51 INFO login {json.dumps({'session_key': minted.key})}\n"
        lines[at + 1] += f"18:28:52 INFO share {json.dumps(result(minted))}\n"
    return "".join(lines)


def network_log(megabytes: float) -> str:
    filler = json.dumps({"list": [{"id": n, "text": "some words here"} for n in range(500)]})
    entries = []
    for n in range(TICKETS):
        minted = mint()
        key = json.dumps({"session_key": minted.key})
        entries += [
            *(entry(f"https://x.example/{n}/{i}", "", filler) for i in range(int(megabytes * 2))),
            entry("https://x.example/login", "", key),
            entry(f"https://x.example/share/{n}", json.dumps(result(minted))),
        ]
    return har(*entries)


@pytest.mark.benchmark(group="a log of 10 MB")
@WAYS
def test_a_log(benchmark: BenchmarkFixture, way: Callable[[str], int]) -> None:
    assert benchmark(way, log(10 if benchmark.enabled else 0.1)) == TICKETS


@pytest.mark.benchmark(group="a network log of 10 MB")
@pytest.mark.parametrize("way", [json.loads, thorough], ids=["json.loads (rival)", "read"])
def test_a_network_log(benchmark: BenchmarkFixture, way: Callable[[str], object]) -> None:
    text = network_log(10 if benchmark.enabled else 1)
    assert benchmark(way, text) in (TICKETS, json.loads(text))

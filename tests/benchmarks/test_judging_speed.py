"""How long judging takes, beside the official demo's own steps.

Run with `python -m pytest tests/benchmarks --benchmark-enable --benchmark-group-by=group`.
"""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.tickets import Outcome, Ticket, judge

NOW = 1_700_000_000


@pytest.fixture
def official(vectors: Path) -> Ticket:
    given = json.loads((vectors / "official.json").read_text(encoding="utf-8"))["ticket"]
    return Ticket(given["session_key"], given["iv"], given["encryptedData"])


def demo(ticket: Ticket) -> Any:
    """The official demo's steps: decode, decrypt, cut the padding, parse."""
    from Crypto.Cipher import AES

    key, iv, data = map(
        base64.b64decode, (ticket.session_key or "", ticket.iv or "", ticket.encrypted_data or "")
    )
    text = AES.new(key, AES.MODE_CBC, iv).decrypt(data)
    return json.loads(text[: -text[-1]])


@pytest.mark.benchmark(group="a ticket that opens")
def test_the_rival(benchmark: BenchmarkFixture, official: Ticket) -> None:
    assert benchmark(demo, official)["nickName"] == "Band"


@pytest.mark.benchmark(group="a ticket that opens")
def test_judge(benchmark: BenchmarkFixture, official: Ticket) -> None:
    assert benchmark(judge, official, now=NOW).outcome is Outcome.OPENED


@pytest.mark.benchmark(group="a ticket that opens")
def test_judge_with_spaces_for_plus(benchmark: BenchmarkFixture, official: Ticket) -> None:
    spaced = replace(official, encrypted_data=(official.encrypted_data or "").replace("+", " "))
    assert benchmark(judge, spaced, now=NOW).outcome is Outcome.OPENED


@pytest.mark.benchmark(group="all searches on")
def test_a_wrong_key(benchmark: BenchmarkFixture, official: Ticket) -> None:
    wrong = replace(official, session_key="A" * 22 + "==")
    assert benchmark(judge, wrong, now=NOW).cause == "session_key_wrong"


@pytest.mark.benchmark(group="all searches on")
def test_the_rival_for_every_slip(benchmark: BenchmarkFixture, official: Ticket) -> None:
    """The demo's decryption as often as the search tries a key."""
    from inspector.tickets.decryption.search.slips import slips

    trials = sum(1 for _ in slips("A" * 11 + "b" * 11))

    def rival() -> None:
        for _ in range(trials):
            demo(official)

    benchmark(rival)

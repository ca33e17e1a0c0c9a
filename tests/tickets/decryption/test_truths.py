"""Nothing is said that is not so: kinds of tickets of which it was, drawn fresh."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets import judge
from tests.tickets.decryption.truths import KINDS

NOW = 1_800_000_000
TICKETS = 12
MANY = 1_000


def wrong(name: str, count: int, seed: str) -> list[int]:
    """Return the numbers of the tickets of a kind that are judged wrongly."""
    failed = []
    for number in range(count):
        ticket, check = KINDS[name](Random(f"{seed} {name} {number}"))
        if not check(judge(ticket, now=NOW)):
            failed.append(number)
    return failed


@pytest.mark.parametrize("name", KINDS)
def test_a_few_of_each_kind(name: str) -> None:
    assert not wrong(name, TICKETS, "few")


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("name", KINDS)
def test_many_of_each_kind(name: str) -> None:
    assert not wrong(name, MANY, str(Random().random()))

"""Whatever units a text mixes, no door takes more than its share of time."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

import pytest

from inspector.share_paths import parse
from inspector.tickets import Ticket, judge, read
from inspector.tickets.cases.case_file import read_case_file, write_case_file
from inspector.tickets.damage import Sealed
from inspector.tickets.report import Format, write_report
from tests.growth import grows_linearly
from tests.hostile import mixture

SIZE: Final = 6_000
BLOCK: Final = "A" * 22 + "=="


def through(payload: str) -> None:
    """Encrypt a text, judge it, and write and read all that is made of it."""
    ticket = Sealed.fresh(payload.encode("utf-8", "replace").decode(), Random(1)).ticket
    verdict = judge(ticket, now=0)
    write_report([verdict], Format.HTML)
    read_case_file(write_case_file([verdict]))


DOORS: Final[dict[str, Callable[[str], object]]] = {
    "read": read,
    "parse": parse,
    "session key": lambda text: judge(Ticket(text, BLOCK, "A" * 64), now=0),
    "iv": lambda text: judge(Ticket(BLOCK, text, "A" * 64), now=0),
    "encryptedData": lambda text: judge(Ticket(BLOCK, BLOCK, text), now=0),
    "payload": through,
}


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("seed", range(3))
def test_a_few_mixtures(door: Callable[[str], object], seed: int) -> None:
    assert not grows_linearly(door, mixture(Random(seed)), SIZE)


@pytest.mark.long
@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("seed", range(100, 200))
def test_many_mixtures(door: Callable[[str], object], seed: int) -> None:
    assert not grows_linearly(door, mixture(Random(seed)), SIZE)

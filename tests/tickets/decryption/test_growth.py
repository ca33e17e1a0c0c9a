"""Judging takes time in proportion to what was pasted, whatever that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from inspector.tickets import Ticket, judge
from inspector.tickets.damage import Sealed
from tests.growth import grows_linearly
from tests.hostile import texts

SIZE = 2_000
MAKERS = texts()
GOOD = Sealed.fresh('{"openGId":"tG' + "a" * 27 + '"}', Random(1)).ticket


def judged(text: str) -> None:
    """Judge a text as data under a good key, and as everything at once."""
    judge(replace(GOOD, encrypted_data=text, raw_data=text, signature="0" * 40), now=0)
    judge(Ticket(text, text, text, text, text, text), now=0)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_what_is_pasted_into_the_fields(make: Callable[[int], str]) -> None:
    assert not grows_linearly(judged, make, SIZE)

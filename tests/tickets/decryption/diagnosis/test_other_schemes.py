"""Tickets of other platforms."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets import Outcome, judge
from inspector.tickets.damage import Sealed, damage
from inspector.tickets.decryption.diagnosis.other_schemes import other_scheme
from tests.tickets.payloads import draw


@pytest.mark.parametrize(("name", "platform"), [("of_baidu", "Baidu"), ("of_alipay", "Alipay")])
def test_the_platform_is_named(name: str, platform: str) -> None:
    for number in range(5):
        random = Random(f"{name}{number}")
        verdict = judge(damage(Sealed.fresh(draw(random), random), name, random))
        assert (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "other_scheme")
        assert verdict.findings[0].parameters == {"platform": platform}


def test_nothing_to_go_by() -> None:
    assert other_scheme(None, None, None) is None

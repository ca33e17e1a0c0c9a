from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.masking.sensitive_values import APP_ID
from inspector.tickets.minting import mintable_kinds, sample_payload
from inspector.tickets.minting.sample_payloads import draw_app_id
from inspector.tickets.payload.kinds import recognise

RANDOM = Random(1)


@pytest.mark.parametrize("kind", mintable_kinds())
def test_a_sample_is_of_its_kind(kind: str) -> None:
    for _ in range(20):
        payload = sample_payload(kind, draw_app_id(RANDOM), 1_600_000_000, RANDOM)
        assert recognise(payload) == kind
        assert "$" not in str(payload)


def test_a_share_has_the_size_of_a_real_one() -> None:
    for _ in range(20):
        payload = sample_payload("group_share", draw_app_id(RANDOM), 1_600_000_000, RANDOM)
        assert len(payload["openGId"]) == (29 if payload["openGId"].startswith("t") else 28)


def test_steps_are_the_last_31_days_at_midnight_in_china() -> None:
    now = 1_600_000_000
    steps = sample_payload("we_run", "wx", now, RANDOM)["stepInfoList"]
    days = [day["timestamp"] for day in steps]
    assert len(days) == 31
    assert days[-1] <= now < days[-1] + 86_400
    assert all((day + 8 * 3600) % 86_400 == 0 for day in days)


def test_app_ids() -> None:
    assert APP_ID.fullmatch(draw_app_id(RANDOM))

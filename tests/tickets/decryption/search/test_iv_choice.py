"""A slip in the iv is corrected where all that follows says so, else only proposed."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from inspector.tickets import Outcome, Verdict, judge
from inspector.tickets.damage import Sealed
from inspector.tickets.decryption.search.iv_choice import MOST_PROPOSED

NOW = 1_600_000_000.0
MARK = {"timestamp": 1535624932, "appid": "wx1234567890123456"}
PHONE = {"phoneNumber": "13800138000", "purePhoneNumber": "13800138000", "countryCode": "86"}


def slipped(payload: dict[str, Any], seed: int) -> tuple[Sealed, Verdict]:
    """Return a ticket, and the verdict on it when a character of its iv was left out."""
    sealed = Sealed.fresh(json.dumps(payload, separators=(",", ":")), Random(seed))
    iv = sealed.ticket.iv or ""
    return sealed, judge(replace(sealed.ticket, iv=iv[:19] + iv[20:]), now=NOW)


@pytest.mark.parametrize("seed", range(4))
def test_of_several_ivs_that_would_do_none_is_taken(seed: int) -> None:
    sealed, verdict = slipped({"openGId": "G" + "a" * 27, "watermark": MARK}, seed)
    assert verdict.outcome is Outcome.PARTLY
    assert verdict.plaintext != sealed.plaintext
    assert "typo_corrected" not in [repair.code for repair in verdict.repairs]
    assert 1 < len(verdict.proposals) <= MOST_PROPOSED
    for proposal in verdict.proposals:
        accepted = judge(replace(sealed.ticket, iv=proposal.fields["iv"]), now=NOW)
        assert accepted.outcome is Outcome.OPENED


@pytest.mark.parametrize("seed", range(2))
def test_the_only_iv_is_taken_where_the_whole_payload_is_a_known_one(seed: int) -> None:
    sealed, verdict = slipped(PHONE | {"watermark": MARK}, seed)
    assert (verdict.outcome, verdict.cause) == (Outcome.OPENED, None)
    assert verdict.plaintext == sealed.plaintext
    assert "typo_corrected" in [repair.code for repair in verdict.repairs]


@pytest.mark.parametrize(
    "payload",
    [
        PHONE,
        PHONE | {"watermark": {"appid": MARK["appid"]}},
        PHONE | {"more": 1, "watermark": MARK},
        {"phoneNumber": "13800138000", "watermark": MARK},
    ],
)
def test_it_is_only_proposed_where_something_of_the_payload_is_missing_or_foreign(
    payload: dict[str, Any],
) -> None:
    sealed, verdict = slipped(payload, 1)
    assert verdict.outcome is Outcome.PARTLY
    assert [each.fields["iv"] for each in verdict.proposals] == [sealed.ticket.iv]

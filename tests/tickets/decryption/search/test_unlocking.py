"""Unlocking: the readings that open together are found in any fields."""

from __future__ import annotations

import itertools
from dataclasses import replace
from random import Random

import pytest

from inspector.tickets import Outcome, judge
from inspector.tickets.damage import Sealed
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.unlocking import unlock
from inspector.tickets.fields import MAIN_FIELDS
from tests.tickets.payloads import draw
from tests.window.sealing import GROUP, sealed


def never() -> bool:
    return False


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_any_order_of_fields(order: tuple[int, int, int]) -> None:
    random = Random(str(order))
    sealed = Sealed.fresh(draw(random), random)
    texts = [sealed.ticket.field(role) or "" for role in MAIN_FIELDS]
    pasted = {
        role: Pasted(role, texts[index]) for role, index in zip(MAIN_FIELDS, order, strict=True)
    }
    found = unlock(pasted, (), never)
    assert found.opened is not None
    assert found.opened.text == sealed.plaintext
    assert found.sources == {
        MAIN_FIELDS[index]: role for role, index in zip(MAIN_FIELDS, order, strict=True)
    }


def test_nothing_pasted() -> None:
    assert unlock({}, (), never).opened is None


def test_a_short_payload_of_one_block() -> None:
    sealed = Sealed.fresh("{}", Random(2))
    pasted = {role: Pasted(role, sealed.ticket.field(role) or "") for role in MAIN_FIELDS}
    found = unlock(pasted, (), never)
    assert found.opened is not None
    assert found.opened.payload == {}


def test_data_that_lost_a_plus_sign_at_its_head_opens() -> None:
    """Without it all characters that follow are shifted, and nothing proves the key before."""
    for _ in range(20):
        drawn = (sealed(GROUP) for _ in range(9000))
        made = next(ticket for ticket in drawn if str(ticket.encrypted_data)[0] == "+")
        verdict = judge(replace(made, encrypted_data=str(made.encrypted_data)[1:]))
        assert verdict.outcome is Outcome.OPENED
        assert verdict.repaired == made
        assert [repair.code for repair in verdict.repairs] == ["plus_restored"]

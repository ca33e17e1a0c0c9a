"""Unlocking: the readings that open together are found in any fields."""

from __future__ import annotations

import itertools
from random import Random

import pytest

from inspector.tickets.damage import Sealed
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.unlocking import unlock
from inspector.tickets.fields import MAIN_FIELDS
from tests.tickets.payloads import draw


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

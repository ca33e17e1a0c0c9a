"""A key with one slip is found, and no key where none fits."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.damage import Sealed
from inspector.tickets.damage.typing_slips import SLIPS
from inspector.tickets.decryption.search import key_slips
from inspector.tickets.decryption.search.pasted import Pasted
from tests.tickets.payloads import draw


def never() -> bool:
    return False


@pytest.mark.parametrize("name", SLIPS)
def test_the_key_is_found(name: str) -> None:
    random = Random(name)
    sealed = Sealed.fresh(draw(random), random)
    slipped = Pasted("session_key", SLIPS[name](sealed.ticket.session_key or "", random))
    found = key_slips.find(slipped, sealed.data, [sealed.iv], never)
    assert found is not None
    assert found.data == sealed.key
    assert "typo_corrected" in [change.code for change in found.changes]


def test_nothing_fits_a_random_key_and_a_search_can_be_cancelled() -> None:
    random = Random(1)
    sealed = Sealed.fresh(draw(random), random)
    other = Pasted("session_key", "A" * 22 + "==")
    assert key_slips.find(other, sealed.data, [sealed.iv], never) is None
    slipped = Pasted("session_key", "x" + (sealed.ticket.session_key or "")[1:])
    assert key_slips.find(slipped, sealed.data, [sealed.iv], lambda: True) is None
    assert key_slips.find(slipped, b"", [], never) is None

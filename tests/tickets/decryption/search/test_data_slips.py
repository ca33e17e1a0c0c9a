"""One wrong character in the data."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets import judge
from inspector.tickets.damage import Sealed
from tests.tickets.payloads import KINDS, text_of


@pytest.mark.parametrize("place", [3, 12, 30, 60, 100, 140])
def test_the_character_is_proposed(place: int) -> None:
    random = Random(place)
    ticket = Sealed.fresh(text_of(KINDS["group_share"](random)), random).ticket
    text = ticket.encrypted_data or ""
    other = "A" if text[place] != "A" else "B"
    verdict = judge(ticket.with_field("encryptedData", text[:place] + other + text[place + 1 :]))
    assert verdict.cause == "data_damaged"
    assert verdict.plaintext is not None
    assert "\ufffd" in verdict.plaintext
    (proposal,) = verdict.proposals
    assert proposal.fields == {"encryptedData": text}

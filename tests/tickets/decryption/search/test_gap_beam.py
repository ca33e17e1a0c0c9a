"""Gaps are decided by what decrypts."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.damage import Sealed
from inspector.tickets.damage.text_damage import stripped_lines
from inspector.tickets.decryption.repair import clean
from inspector.tickets.decryption.repair.gaps import split
from inspector.tickets.decryption.repair.readings import read_choice
from inspector.tickets.decryption.search.gap_beam import choices_that_decrypt
from tests.tickets.payloads import draw


def never() -> bool:
    return False


@pytest.mark.parametrize("seed", range(12))
def test_pluses_lost_at_the_ends_of_lines(seed: int) -> None:
    random = Random(seed)
    sealed = Sealed.fresh(draw(random), random)
    text = stripped_lines(sealed.ticket.encrypted_data or "", random)
    gapped = split(clean(text)[0])
    choices = choices_that_decrypt(gapped, sealed.key, sealed.iv, never)
    if gapped.is_ambiguous:
        assert sealed.data in [read_choice(gapped, choice).data for choice in choices]


def test_a_wrong_key_decides_nothing() -> None:
    random = Random(1)
    sealed = Sealed.fresh(draw(random) + draw(random), random)
    text = stripped_lines(sealed.ticket.encrypted_data or "", random)
    assert choices_that_decrypt(split(clean(text)[0]), bytes(16), None, never) == []

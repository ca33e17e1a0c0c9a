"""Lasting damage leaves what it should."""

from __future__ import annotations

from random import Random

from inspector.tickets.damage import Sealed
from inspector.tickets.damage.lasting import LASTING, column_255, cut_within_block, noise_block
from tests.tickets.payloads import KINDS, text_of


def sealed() -> Sealed:
    random = Random(7)
    return Sealed.fresh(text_of(KINDS["user_info"](random)), random)


def test_every_lasting_damage_changes_the_ticket() -> None:
    for name, apply, _, _ in LASTING:
        assert apply(sealed(), Random(1)) != sealed().ticket, name


def test_the_cuts() -> None:
    assert len(column_255(sealed(), Random(1)).encrypted_data or "") == 255
    cut = cut_within_block(sealed(), Random(1)).encrypted_data or ""
    assert (sealed().ticket.encrypted_data or "").startswith(cut)
    assert len(cut) * 3 // 4 % 16 or len(cut) % 4 == 1


def test_a_block_of_noise_keeps_the_length() -> None:
    damaged = noise_block(sealed(), Random(1)).encrypted_data or ""
    assert len(damaged) == len(sealed().ticket.encrypted_data or "")

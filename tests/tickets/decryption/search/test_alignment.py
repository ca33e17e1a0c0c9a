"""Where blocks begin in a piece of base64."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.damage import Sealed
from inspector.tickets.decryption.search.alignment import blocks_after, skipped_bits
from tests.tickets.payloads import KINDS, text_of


@pytest.mark.parametrize("cut", [1, 2, 3, 5, 21, 22, 31, 43, 63, 65])
def test_a_cut_head(cut: int) -> None:
    random = Random(cut)
    sealed = Sealed.fresh(text_of(KINDS["user_info"](random)), random)
    characters = (sealed.ticket.encrypted_data or "").rstrip("=")[cut:]
    skip = skipped_bits(characters, sealed.key)
    assert skip == -cut * 6 % 128
    blocks = blocks_after(characters, skip)
    assert len(blocks) >= 16
    assert blocks in sealed.data


def test_nothing_under_another_key() -> None:
    random = Random(3)
    sealed = Sealed.fresh(text_of(KINDS["user_info"](random)), random)
    characters = (sealed.ticket.encrypted_data or "")[7:].rstrip("=")
    assert skipped_bits(characters, bytes(16)) is None


def test_too_little_for_a_block() -> None:
    assert blocks_after("AAAA", 0) == b""
    assert skipped_bits("AAAA", bytes(16)) is None

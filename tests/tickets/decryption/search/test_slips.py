"""Slips: every text one typing error away, once each."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.damage.typing_slips import SLIPS
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.search.slips import slips, undoubled


@pytest.mark.parametrize("name", SLIPS)
def test_the_right_text_is_among_them(name: str) -> None:
    for number in range(40):
        random = Random(f"{name}{number}")
        right = base64_text.encode(random.randbytes(16))
        slipped = SLIPS[name](right, random).rstrip("=")
        found = list(slips(slipped))
        assert right.rstrip("=") in found
        assert len(found) == len(set(found)) < 4000
        assert all(len(text) == 22 for text in found)


def test_a_doubled_character_is_taken_out_first() -> None:
    right = "ABCDEFGHIJKLMNOPQRSTUQ"
    assert list(undoubled(right[:5] + right[4:])) == [right]
    assert list(undoubled(right)) == []


@pytest.mark.parametrize("text", ["", "A", "A" * 20, "A" * 25])
def test_other_lengths_have_none(text: str) -> None:
    assert list(slips(text)) == []

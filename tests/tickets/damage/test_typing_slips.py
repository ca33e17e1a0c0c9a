"""Typing slips change one thing."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.damage.typing_slips import SLIPS
from inspector.tickets.decryption import base64_text

LONGER = {"missing_character": -1, "doubled_character": 1}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_changes_one_thing(name: str) -> None:
    for number in range(30):
        random = Random(number)
        text = base64_text.encode(random.randbytes(16))
        slipped = SLIPS[name](text, random)
        assert slipped != text
        assert len(slipped) - len(text) == LONGER.get(name, 0)
        assert slipped.endswith("==")

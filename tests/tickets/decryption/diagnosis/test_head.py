"""A wrong iv or a head that is cut off."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.decryption.diagnosis.head import fits_after_first_block
from tests.tickets.payloads import KINDS, text_of


@pytest.mark.parametrize("kind", KINDS)
def test_what_follows_16_bytes_of_a_payload_fits(kind: str) -> None:
    for number in range(20):
        text = text_of(KINDS[kind](Random(f"{kind}{number}"))).encode()
        assert fits_after_first_block(text[16:].decode("utf-8", "replace")), text


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "activity_id"])
def test_what_follows_more_does_not(kind: str) -> None:
    wrong = 0
    for number in range(40):
        random = Random(f"{kind}{number}")
        text = text_of(KINDS[kind](random)).encode()
        cut = 16 * random.randint(2, max(2, len(text) // 16 - 2))
        wrong += fits_after_first_block(text[cut:].decode("utf-8", "replace"))
    assert wrong <= 4


def test_of_unknown_payloads_nothing_is_said() -> None:
    assert fits_after_first_block('x","colour":"red"}')

"""Damage to text: every kind alone, and layers of them in one field or in all three."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from inspector.tickets import Outcome, judge
from inspector.tickets.damage import LAYERS, Sealed, in_layers
from tests.tickets.payloads import draw

FIELDS = ("session_key", "iv", "encryptedData")


def test_layers_are_put_on_one_after_the_other() -> None:
    text = in_layers("ab+/==", ["quoted", "percent_encoded"], Random(1))
    assert "%2F" in text
    assert not text.startswith("ab")
    assert in_layers("ab+/==", ["spaces_for_plus"], Random(1)) == "ab /=="


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_changes_base64_that_has_all_signs(name: str) -> None:
    text = "ab+/" * 40 + "ab=="
    changed = {LAYERS[name](text, Random(number)) for number in range(20)}
    assert changed != {text}


@pytest.mark.parametrize("seed", range(150))
def test_layers_in_all_fields_and_fields_in_any_order(seed: int) -> None:
    """Up to four layers in each field, and every third ticket with its fields mixed up."""
    random = Random(f"layers {seed}")
    text = draw(random)
    ticket = Sealed.fresh(text, random).ticket
    for name in FIELDS:
        layers = random.sample(list(LAYERS), random.randint(0, 4))
        ticket = ticket.with_field(name, in_layers(ticket.field(name) or "", layers, random))
    if seed % 3 == 0:
        mixed = random.sample([ticket.field(name) for name in FIELDS], 3)
        ticket = replace(ticket, session_key=mixed[0], iv=mixed[1], encrypted_data=mixed[2])
    verdict = judge(ticket, now=1_800_000_000)
    assert (verdict.outcome, verdict.cause, verdict.plaintext) == (Outcome.OPENED, None, text)

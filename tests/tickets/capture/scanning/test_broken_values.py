from __future__ import annotations

import base64
import random
import secrets

import pytest

from inspector.tickets.capture.scanning.broken_values import mending
from inspector.tickets.capture.scanning.edits import Edited
from inspector.tickets.damage import text_damage
from inspector.tickets.damage.text_damage import TextDamage


def value(size: int) -> str:
    return base64.b64encode(secrets.token_bytes(size)).decode()


def mended(text: str) -> str:
    return Edited(text, mending(text)).text


@pytest.mark.parametrize("around", ["{}", "iv: {}, x", "[{}]", ">{}<", "|{}|", "see {} (String)"])
@pytest.mark.parametrize(
    "damage",
    [text_damage.spaces_for_plus, text_damage.wrapped, text_damage.wrapped_by_spaces],
)
def test_a_broken_value_becomes_whole(damage: TextDamage, around: str) -> None:
    drawn, lost = random.Random(), 0
    for _ in range(60):
        plain = value(drawn.choice((16, *range(32, 400, 16))))
        lost += mended(around.format(damage(plain, drawn))) != around.format(plain)
    assert lost <= 12  # where another number of plus signs gives the right length, too


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your long letter, which I have read with great interest.",
        "def decode(self, session_key, iv):\n    return self.cipher.decrypt(session_key, iv)",
        "2024-05-01 12:00:00 INFO request took 12 ms and gave 200 OK",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize("sizes", [(16, 16, 160), (192, 16), (16, 192)])
def test_whole_values_below_each_other_stay_as_they_are(sizes: tuple[int, ...]) -> None:
    text = "\n".join(map(value, sizes))
    assert mended(text) == text


def test_a_key_without_its_padding_stays_beside_what_follows() -> None:
    text = f"{value(16).rstrip('=')}\n{value(192)}"
    assert mended(text) == text

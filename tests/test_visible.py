"""Nothing in a text hides, and nothing that is meant to be seen is disfigured."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.parsing import write
from inspector.visible import visible

WITH_INK = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Unicode counts these among the format characters, though they are drawn."""
HIEROGLYPHS = range(0x13430, 0x13460)
"""How hieroglyphs are stacked; harmless between other letters, and different in each Unicode."""


@given(st.text())
def test_json_stays_the_same_json(text: str) -> None:
    assert json.loads(visible(write(text))) == text


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible("a\u202eb\x1b\u200b\r\nc\n\td", lines=True) == "a\\u202eb\\u001b\\u200b\nc\n\td"
    assert visible("a\r\nb\tc\x9b2J") == "a\\u000d\\u000ab\\u0009c\\u009b2J"
    assert visible("\U000e0041") == "\\udb40\\udc41"


def test_every_character_without_ink_is_shown() -> None:
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        category = unicodedata.category(character)
        blank = category == "Zs" and character not in " \u1680\u3000"
        if number in HIEROGLYPHS or character in WITH_INK:
            continue
        if category in ("Cc", "Cf", "Cs", "Zl", "Zp") or blank:
            assert visible(character) == visible(f"a{character}b")[1:-1] != character, hex(number)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "群聊　名字 ✔ é",
            "👩\u200d👧",
            "❤\ufe0f\u200d🔥",
            "1\ufe0f\u20e3",
            "👍🏽",
            "e\u0301",
            "\ufffd",
        ),
        *("سلام", "हिन्दी", "🏳\ufe0f\u200d🌈", "→", "A\u2019s", "\ue000"),
    ],
)
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u200db", "a\\u200db"),
        ("👩\u200d", "👩\\u200d"),
        ("👩\u200d\u200d👧", "👩\\u200d\\u200d👧"),
        ("a\ufe0f", "a\\ufe0f"),
        ("👍\ufe0f\ufe0f", "👍\ufe0f\\ufe0f"),
    ],
)
def test_parts_of_emoji_hide_nowhere_else(text: str, shown: str) -> None:
    assert visible(text) == shown

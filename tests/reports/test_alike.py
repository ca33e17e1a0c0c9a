"""What a payload says is the same whether it is parsed or read by the pattern of another one."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.reports import alike
from inspector.reports.alike import AlikePayloads
from tests.tickets.payloads import KINDS, draw, text_of

PIECES = (
    *('"', "\\", ",", ":", "{", "}", "0", "-", ".", "1e5", " ", "\t", "\n", "\u2028", "\ud800"),
    *('"watermark":', '"appid":"wx1"', "null", "[]", "１", "小", '"timestamp":1', "12345678901"),
)


def damaged(text: str, random: Random) -> str:
    """Return a text with up to three pieces put in, or a few characters taken out."""
    for _ in range(random.randrange(4)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(("", *PIECES)) + text[at + random.choice((0, 0, 1, 5)) :]
    return text


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 2**32))
def test_a_pattern_says_what_parsing_says(seed: int) -> None:
    random = Random(seed)
    taught = AlikePayloads()
    texts = [draw(random) for _ in range(8)]
    for text in texts:
        taught.read(text)
    for text in (*texts, *(damaged(random.choice(texts), random) for _ in range(40))):
        assert taught.read(text) == AlikePayloads().read(text)


@pytest.mark.parametrize("kind", ["group_share", "phone_number", "user_info"])
def test_payloads_that_are_written_alike_are_not_parsed(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [text_of(KINDS[kind](Random(seed))) for seed in range(60)]
    plain = [text for text in texts if "\\" not in text]
    taught = AlikePayloads()
    expected = [taught.read(text) for text in plain]
    assert None not in expected
    parsed: list[str] = []
    monkeypatch.setattr(alike, "parse", parsed.append)
    assert [taught.read(text) for text in plain] == expected
    assert not parsed


def test_only_so_many_ways_are_remembered() -> None:
    random, taught = Random(1), AlikePayloads()
    mark = '"watermark":{"timestamp":1600000000,"appid":"wx0123456789abcdef"}'
    for number in range(3 * alike.MOST_PATTERNS):
        text = f'{{"openGId":"G{random.randrange(9)}","more{number}":1,{mark}}}'
        assert taught.read(text) == AlikePayloads().read(text)
    assert len(taught._known) == alike.MOST_PATTERNS

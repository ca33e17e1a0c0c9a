"""The keys that belong are always among the candidates, and few others are."""

from __future__ import annotations

import json
import string
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.tickets.damage import Sealed
from inspector.tickets.damage.text_damage import LAYERS
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.search.key_trials import (
    KeyTrials,
    LastBlocks,
    ends_of,
    fits,
    trials,
)
from tests.tickets.payloads import draw

TEXTS = st.text(string.ascii_letters + string.digits + " _-+/张三用户🍎é!?.:'", max_size=30)
LOST_WITHOUT_TRACE = {"stripped_lines": 3}
"""How often the end is found where `+` are lost that leave no blank behind."""


def ends(sealed: Sealed) -> list[LastBlocks]:
    return ends_of(base64_text.encode(sealed.data), sealed.iv)


@pytest.mark.parametrize("seed", range(5))
def test_every_key_finds_its_data_among_others(seed: int) -> None:
    random = Random(seed)
    sealed = [Sealed.fresh(draw(random), random) for _ in range(200)]
    found = set(trials([each.key for each in sealed], [end for s in sealed for end in ends(s)]))
    assert {(n, n) for n in range(200)} <= found
    assert len(found) < 205


def test_chance_lets_few_through() -> None:
    random = Random(1)
    noise = [LastBlocks(random.randbytes(16), random.randbytes(16)) for _ in range(1000)]
    through = sum(1 for _ in trials((random.randbytes(16) for _ in range(300)), noise))
    assert through < 60  # of 300,000


@settings(deadline=None, max_examples=200)
@given(
    st.dictionaries(st.sampled_from(["openGId", "nickName", "名"]), TEXTS),
    st.integers(0, 2**32),
)
def test_any_json_is_found(payload: dict[str, str], seed: int) -> None:
    random = Random(seed)
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    sealed = Sealed.fresh(text.encode("utf-8", "replace").decode(), random)
    (end,) = ends(sealed)
    assert KeyTrials([end]).candidates(sealed.key) == [0]


@pytest.mark.parametrize("layer", LAYERS)
def test_data_pasted_with_damage_ends_as_it_should(layer: str) -> None:
    random = Random(layer)
    hits = 0
    for _ in range(20):
        sealed = Sealed.fresh(draw(random), random)
        corrupt = LAYERS[layer](base64_text.encode(sealed.data), random)
        tried = KeyTrials(ends_of(corrupt, sealed.iv))
        hits += bool(tried.candidates(sealed.key))
    assert hits >= LOST_WITHOUT_TRACE.get(layer, 18)


@pytest.mark.parametrize("text", ["", "=", "AAAA", "A" * 21, "你好" * 30, "A" * 41, "…" * 99])
def test_what_is_no_data_has_no_end(text: str) -> None:
    assert ends_of(text) == []
    assert KeyTrials([]).candidates(bytes(16)) == []


def test_a_candidate_is_looked_at_once_more() -> None:
    random = Random(4)
    sealed = Sealed.fresh(draw(random), random)
    data = base64_text.encode(sealed.data)
    assert fits(sealed.key, data)
    assert fits(sealed.key, data.replace("+", " "))
    assert not any(fits(random.randbytes(16), data) for _ in range(500))


def test_data_of_one_block_needs_the_iv() -> None:
    sealed = Sealed.fresh('{"a":1}', Random(1))
    assert ends_of(base64_text.encode(sealed.data)) == []
    (end,) = ends(sealed)
    assert KeyTrials([end]).candidates(sealed.key) == [0]

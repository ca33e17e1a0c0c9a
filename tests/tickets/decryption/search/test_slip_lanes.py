"""The lanes hold exactly the keys one slip away, and those that make text pass."""

from __future__ import annotations

import json
from random import Random

import pytest

from inspector.tickets.decryption.base64_text import decode_loosely, encode
from inspector.tickets.decryption.cipher import seal
from inspector.tickets.decryption.search import slip_lanes as module
from inspector.tickets.decryption.search.slip_lanes import LaneTrial, Probe, candidates
from inspector.tickets.decryption.search.slips import slips


def keys_in_lanes(text: str) -> set[bytes]:
    table = module._slips()
    planes = table.planes(text)
    return {module._key(planes, lane) for lane in range(table.lanes)}


@pytest.mark.parametrize(
    "text", ["AbC1+/xyz9QQqqZ00aabbA", "A" * 21 + "Q", "0123456789+/01234567+w"]
)
def test_the_lanes_hold_the_slips(text: str) -> None:
    assert len(text) == 22
    wanted = {decode_loosely(each) for each in slips(text)}
    own = {decode_loosely(text)}  # two equal characters swapped are no slip
    assert keys_in_lanes(text) | own == wanted | own


def probe(key: bytes, text: str, number: int) -> Probe:
    iv = bytes(16)
    data = seal(key, iv, text.encode())
    before = data[16 * number - 16 : 16 * number] if number else iv
    return Probe(data[16 * number :][:16], before, 16 * number + 16 == len(data))


TEXTS = [
    json.dumps({"openGId": "G" + "x" * 30, "n": 1}),
    '{"名":"小明🍎和李四王五赵六孙七周八","é":"ü\t\n"}',
    "x" * 15, "x" * 16, "x" * 31,
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_the_right_key_passes_on_every_block(text: str) -> None:
    random = Random(text)
    for number in range((len(text.encode()) + 16) // 16):
        key = random.randbytes(16)
        near = random.choice(list(slips(encode(key)[:22])))
        found = candidates([LaneTrial(near, (probe(key, text, number),))])[0]
        if key in keys_in_lanes(near):
            assert key in found
        assert len(found) < 40


def test_portions_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(3)
    trials = []
    for _ in range(7):
        key = random.randbytes(16)
        near = random.choice(list(slips(encode(key)[:22])))
        trials.append(LaneTrial(near, (probe(key, TEXTS[0], 1), probe(key, TEXTS[0], 2))))
    together = candidates(trials)
    monkeypatch.setattr(module, "MOST_LANES", 1)
    assert candidates(trials) == together
    assert candidates([]) == []

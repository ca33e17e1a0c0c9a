"""Evidence: text is far above noise."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.decryption.readability import (
    PROOF,
    evidence,
    is_noise_free,
    is_readable,
    last_block_evidence,
)
from tests.tickets.payloads import draw


def test_random_blocks_are_no_proof() -> None:
    random = Random(11)
    blocks = [random.randbytes(16) for _ in range(20_000)]
    assert max(map(evidence, blocks)) < PROOF
    assert sum(map(is_readable, blocks)) <= 2


def test_blocks_of_payloads_are_readable() -> None:
    random = Random(12)
    for _ in range(200):
        text = draw(random).encode()
        blocks = [text[at : at + 16] for at in range(0, len(text) - 16, 16)]
        assert all(map(is_readable, blocks))
        assert sum(map(evidence, blocks)) > PROOF * len(blocks) / 2


@pytest.mark.parametrize("text", ["张三丰李四", "Иван Пет", "😀😀😀😀"])
def test_text_of_any_script_is_readable_where_it_is_cut(text: str) -> None:
    data = text.encode()
    for start in range(4):
        for end in range(4):
            assert is_noise_free(data[start : len(data) - end])


@pytest.mark.parametrize("data", [b"ab\x00cd", b"ab\x7f", b"abcd\xffabcd", b"abc\xc0\x80def"])
def test_what_is_noise(data: bytes) -> None:
    assert not is_noise_free(data)


def test_padding_proves_by_its_length() -> None:
    assert last_block_evidence(bytes([16]) * 16) > 100
    assert last_block_evidence(b'"}}' + bytes([13]) * 13) > 90
    assert last_block_evidence(bytes(16)) < 0

"""The cipher's door: known answers, padding checked byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.decryption.cipher import (
    BadPadding,
    block_decryptor,
    decrypt,
    padding_length,
    seal,
    unpad,
    xor,
)

KEY = st.binary(min_size=16, max_size=16)


@given(KEY, KEY, st.binary(max_size=100))
def test_what_was_sealed_comes_out_again(key: bytes, iv: bytes, text: bytes) -> None:
    sealed = seal(key, iv, text)
    assert len(sealed) % 16 == 0
    assert len(sealed) > len(text)
    assert unpad(decrypt(key, iv, sealed)) == text


def test_a_known_answer_of_nist() -> None:
    """SP 800-38A, F.2.2: CBC-AES128.Decrypt, first block."""
    key = bytes.fromhex("2b7e151628aed2a6abf7158809cf4f3c")
    iv = bytes(range(16))
    block = bytes.fromhex("7649abac8119b246cee98e9b12e9197d")
    plain = bytes.fromhex("6bc1bee22e409f96e93d7e117393172a")
    assert decrypt(key, iv, block) == plain
    chained = int.from_bytes(block_decryptor(key)(block)) ^ int.from_bytes(iv)
    assert chained.to_bytes(16) == plain


@pytest.mark.parametrize("count", range(1, 17))
def test_every_byte_of_the_padding_counts(count: int) -> None:
    good = bytes(16 - count) + bytes([count]) * count
    assert padding_length(good) == count
    for place in range(16 - count, 15):
        corrupt = good[:place] + b"\xee" + good[place + 1 :]
        with pytest.raises(BadPadding):
            padding_length(corrupt)


@pytest.mark.parametrize("count", [17, 20, 31, 32])
def test_padding_may_reach_into_a_second_block(count: int) -> None:
    data = bytes(-count % 16 + 16) + bytes([count]) * count
    assert padding_length(data) == count
    assert unpad(data) == bytes(-count % 16 + 16)
    with pytest.raises(BadPadding):
        padding_length(bytes([count]) * 16)


@pytest.mark.parametrize("data", [b"", b"\x01", b"x" * 16, bytes(16), b"\x21" * 48, b"x" * 15])
def test_what_is_no_padding(data: bytes) -> None:
    with pytest.raises(BadPadding):
        padding_length(data)


def test_xor() -> None:
    assert xor(b"\x0f\xf0", b"\xff\xff") == b"\xf0\x0f"

"""Strict base64: nothing is guessed, nothing silently dropped."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.decryption.base64_text import NotBase64, decode, encode


@given(st.binary(max_size=200))
def test_encode_and_decode_are_inverse(data: bytes) -> None:
    assert encode(data) == base64.b64encode(data).decode()
    assert decode(encode(data)) == data


@pytest.mark.parametrize(
    "text",
    ["A", "AB", "ABC", "AB=", "AB= =", "A===", "====", "AB-_", "AB C", "ABCD\n", "ABCD=", "Ａ"],
)
def test_what_strictness_refuses(text: str) -> None:
    with pytest.raises(NotBase64):
        decode(text)

"""Strict base64: nothing is guessed, nothing silently dropped."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector import long_texts
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.base64_text import (
    NotBase64,
    decode,
    decode_loosely,
    encode,
    exact,
    exact_all,
)


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


@given(st.lists(st.binary(max_size=40).map(encode), max_size=6), st.lists(st.text(max_size=9)))
def test_many_are_read_as_each_alone(clean: list[str], others: list[str]) -> None:
    lines = ["\n".join(clean), "AAAA\nAAAA", "AB==", "AA==", "AAAA=", "\ud800", ""]
    for texts in (clean, [*clean, *others], *([*clean, line] for line in lines)):
        assert exact_all(texts) == [exact(text) for text in texts]


PIECE = 8
SIGNS = st.text("AQg+/=w", max_size=40)


@given(st.binary(max_size=40).map(encode) | SIGNS)
def test_a_long_text_is_read_in_pieces_as_at_once(text: str) -> None:
    bare = text.replace("=", "")
    whole = exact(text), decode_loosely(bare)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base64_text, "PIECE", PIECE)
        patch.setattr(long_texts, "PIECE", PIECE)
        assert (exact(text), decode_loosely(bare)) == whole

"""Of many keys, only the one that opens all that is left of cut data is believed."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.damage import Sealed
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.readability import is_noise_free
from inspector.tickets.decryption.search.cut_data import (
    cut_trials,
    first_blocks,
    is_proved,
    opens_cut,
)
from tests.tickets.payloads import KINDS, text_of

JSON_KINDS = sorted(set(KINDS) - {"activity_id"})
USER = b'{"openId":"oGZUI0egBJY1zhBYw2KhdUfwVJJE","nickName":"Band"'


@given(st.sampled_from(JSON_KINDS), st.integers(0, 2**32), st.floats(0.0, 1.0))
def test_the_key_is_found_wherever_the_data_was_cut(kind: str, seed: int, share: float) -> None:
    random = Random(seed)
    ticket = Sealed.fresh(text_of(KINDS[kind](random)), random).ticket
    data, iv = ticket.encrypted_data or "", ticket.iv or ""
    # 43 characters hold two blocks, the least that proves a key of any kind
    cut = data[: 43 + round(share * (len(data.rstrip("=")) - 46))]
    wrong = [random.randbytes(16) for _ in range(50)]
    keys = [*wrong, key_of(ticket.session_key), *wrong]
    assert list(cut_trials(keys, first_blocks(cut, iv))) == [(50, 0)]
    assert [key for key in keys if opens_cut(key, cut, iv)] == [keys[50]]


def key_of(text: str | None) -> bytes:
    return base64_text.decode_loosely((text or "").rstrip("="))


def test_each_key_finds_its_data_among_others() -> None:
    random = Random(4)
    tickets = [Sealed.fresh(text_of(KINDS[kind](random)), random).ticket for kind in JSON_KINDS]
    cut = [(each.encrypted_data or "")[:60] for each in tickets]
    blocks = [first_blocks(data, each.iv or "")[0] for data, each in zip(cut, tickets, strict=True)]
    keys = [key_of(each.session_key) for each in tickets]
    assert list(cut_trials(keys, blocks)) == [(n, n) for n in range(len(keys))]


@pytest.mark.parametrize(
    ("decrypted", "proved"),
    [
        (USER[:48], True),
        (USER[:16], True),
        (b'{"nickName":"\xe5\xbc\xa0\xe4' + b"\xb8\x89\xe6\x9d\x8e" + b"x" * 9 + b"\xe5\xbc", True),
        (b'{"key":"a","b":1', False),  # 7 fixed bytes and 9 that any text may hold
        (b'{"key":"a","b":1' * 2, True),
        (b'{"else":"a","b":' * 4, False),
        (USER[:32] + b"\x00" + USER[33:48], False),
        (USER[:32] + b"\xff\xfe" + USER[34:48], False),
        (b" " * 9 + b'{"key":' + b"\x01" * 16, False),
        (b"", False),
    ],
)
def test_what_proves_a_key(decrypted: bytes, proved: bool) -> None:
    assert is_proved(decrypted) is proved


def test_few_random_bytes_go_through_as_text() -> None:
    """As the strength of the proof is reckoned: fewer than one in 2**(m - 3)."""
    random = Random(1)
    for size in (4, 6, 8, 10):
        passed = sum(is_noise_free(b"{" + random.randbytes(size)) for _ in range(40_000))
        assert passed < 40_000 / 2 ** (size - 3)


@pytest.mark.parametrize(
    ("data", "iv"),
    [("", "A" * 22), ("A" * 20, "A" * 22), ("é" * 30, "A" * 22), ("A" * 30, ""), ("A" * 30, "A")],
)
def test_what_has_no_beginning_is_not_tried(data: str, iv: str) -> None:
    assert first_blocks(data, iv) == []
    assert not list(cut_trials([bytes(16)], first_blocks(data, iv)))

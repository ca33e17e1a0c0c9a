from __future__ import annotations

import base64
import secrets
import uuid

import pytest

from inspector.tickets.capture.scanning.shapes import Shape, decoded_size, shape


def test_values_of_the_right_length_are_whole() -> None:
    for _ in range(500):
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        data = base64.b64encode(secrets.token_bytes(112)).decode()
        assert shape("iv", key) is Shape.WHOLE
        assert shape("encryptedData", data) is Shape.WHOLE
        assert shape("session_key", data) is Shape.DAMAGED


@pytest.mark.parametrize(
    "word",
    [
        "",
        "null",
        "undefined",
        "encryptedData",
        "getSessionKeyForUser",
        "your-session-key-here",
        "YOUR_SESSION_KEY",
        "res.encryptedData",
        "1535624932",
        "application/json",
        "the quick brown fox jumps over the lazy dog",
    ],
)
def test_words_are_no_values(word: str) -> None:
    for field in ("session_key", "iv", "encryptedData"):
        assert shape(field, word) is Shape.WORD


def test_a_handle_is_a_value_only_where_data_belongs() -> None:
    handle = str(uuid.uuid4())
    assert shape("encryptedData", handle) is Shape.DAMAGED
    assert shape("iv", handle) is Shape.WORD


def test_sizes() -> None:
    assert decoded_size("AAAA") == 3
    assert decoded_size("AA==") == 1
    assert decoded_size("AA") == 1
    assert decoded_size("A") is None
    assert decoded_size("AAA==") is None
    assert decoded_size("A A=") is None

from __future__ import annotations

import base64
import builtins
import keyword
import os
import secrets
import sys

from inspector.tickets.capture.scanning.randomness import randomness


def test_bytes_of_a_cipher_look_random() -> None:
    scores = sorted(
        randomness(base64.b64encode(secrets.token_bytes(16)).decode()[:22]) for _ in range(5000)
    )
    assert scores[0] > -16
    assert scores[50] > 0


def test_names_do_not() -> None:
    names = [*sys.stdlib_module_names, *dir(builtins), *dir(str), *dir(os), *keyword.kwlist]
    long = [name.strip("_") for name in names if len(name.strip("_")) > 8]
    assert len(long) > 100
    assert [name for name in long if randomness(name) > 0] == []


def test_constants_and_sentences_do_not() -> None:
    for text in ("YOUR_SESSION_KEY", "HTTP_TRANSFER_ENCODING", "thequickbrownfoxjumps", ""):
        assert randomness(text) <= 0

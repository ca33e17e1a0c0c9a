"""A text of one block: what its padding and characters prove is enough for the one key given."""

from __future__ import annotations

import random
import secrets
import string
from collections.abc import Callable

import pytest

from inspector.tickets import Ticket, judge
from inspector.tickets.decryption import base64_text, cipher

DRAWN: dict[str, Callable[[], str]] = {
    "words": lambda: "".join(random.choices(string.ascii_letters + " ", k=random.randint(1, 15))),
    "signs": lambda: "".join(random.choices(string.punctuation, k=random.randint(9, 15))),
    "fifteen": lambda: "".join(random.choices(string.printable[:95], k=15)),
    "Chinese": lambda: "".join(random.choices("测试一二三四五六中文", k=random.randint(1, 5))),
    "Cyrillic": lambda: "".join(random.choices("приветмир", k=7)) + "!",
    "emoji": lambda: "🍎🐱🎉",
    "number": lambda: str(random.randrange(10**14, 10**15)),
}


def sealed(text: str) -> tuple[str, str, str]:
    key, iv = secrets.token_bytes(16), secrets.token_bytes(16)
    data = cipher.seal(key, iv, text.encode())
    return base64_text.encode(key), base64_text.encode(iv), base64_text.encode(data)


@pytest.mark.parametrize("kind", DRAWN)
def test_a_text_of_one_block_is_shown(kind: str) -> None:
    for _ in range(20):
        text = DRAWN[kind]()
        verdict = judge(Ticket(*sealed(text)))
        assert verdict.cause in (None, "not_json")
        assert verdict.plaintext == text


@pytest.mark.parametrize("kind", DRAWN)
def test_another_key_shows_nothing_and_another_iv_is_not_blamed_on_the_key(kind: str) -> None:
    for _ in range(20):
        key, iv, data = sealed(DRAWN[kind]())
        other = base64_text.encode(secrets.token_bytes(16))
        for ticket in (Ticket(other, iv, data), Ticket(key, other, data)):
            verdict = judge(ticket)
            assert verdict.plaintext is None
            codes = [finding.code for finding in verdict.findings]
            assert codes == ["session_key_wrong", "one_block"]


def test_data_of_two_blocks_has_no_such_doubt() -> None:
    _, iv, data = sealed("x" * 20)
    verdict = judge(Ticket(base64_text.encode(secrets.token_bytes(16)), iv, data))
    assert [finding.code for finding in verdict.findings] == ["session_key_wrong"]

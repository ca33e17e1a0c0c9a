from __future__ import annotations

import sys
from typing import NoReturn

import keyring
import pytest
from keyring.errors import KeyringLocked, NoKeyringError

from inspector.messages import Messages
from inspector.tickets.keys.keychain import (
    MOST_KEYS,
    KeychainError,
    forget_keys,
    load_keys,
    save_keys,
)


class Memory:
    """A keychain that lasts as long as the test."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


class Locked(Memory):
    """A keychain that its owner locked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"{service} {username}")


def refuse(*_: str) -> NoReturn:
    """Answer as `keyring` does on a machine without a keychain."""
    raise NoKeyringError


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    backend = Memory()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(backend, name))
    return backend


def test_keys_are_remembered_and_forgotten(memory: Memory) -> None:
    assert load_keys() == ()
    forget_keys()
    assert save_keys(["b", "a", "b"]) == 2
    assert load_keys() == ("b", "a")
    forget_keys()
    assert memory.secrets == {}


def test_only_as_many_as_every_keychain_holds(memory: Memory) -> None:
    keys = [f"{number:022}==" for number in range(100)]
    assert save_keys(keys) == MOST_KEYS
    (stored,) = memory.secrets.values()
    assert len(stored.encode("utf-16-le")) <= 2560


@pytest.mark.parametrize(
    ("backend", "words"),
    [(None, "This system has no keychain."), (Locked(), "The keychain is locked.")],
)
def test_a_keychain_that_does_not_work_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, backend: Memory | None, words: str
) -> None:
    reading = refuse if backend is None else backend.get_password
    monkeypatch.setattr(keyring, "get_password", reading)
    for use in (load_keys, forget_keys):
        with pytest.raises(KeychainError) as caught:
            use()
        assert caught.value.sentence == words
        assert caught.value.__cause__ is None
        assert Messages("zh_CN").gettext(words) != words


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(KeychainError, match="pip install"):
        save_keys(["a"])

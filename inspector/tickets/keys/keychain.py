"""The system's keychain, through the extra `keyring`: off unless the user turns it on.

Session keys are the one thing here that outlives the window, and only by the user's own choice.
All keys are stored as one secret, one a line, since not every keychain can list its entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import ModuleType

SERVICE: Final = "share-ticket-inspector"
ENTRY: Final = "session keys"
MOST_KEYS: Final = 40
"""Windows holds 2,560 bytes of UTF-16 a secret: 1,280 characters, 25 of them a key."""


class KeychainError(Exception):
    """The keychain cannot be used; the argument is a msgid that says why."""

    @property
    def sentence(self) -> str:
        """Why, as an English msgid."""
        return str(self.args[0])


def load_keys() -> tuple[str, ...]:
    """Return the keys that were remembered, the latest first.

    Raises:
        KeychainError: there is no keychain, or it is locked.
    """
    keyring = _keyring()
    try:
        stored = keyring.get_password(SERVICE, ENTRY)
    except Exception as error:  # noqa: BLE001 - keychains raise errors of their own making
        raise _reason(error) from None
    return tuple((stored or "").split())


def save_keys(keys: Iterable[str]) -> int:
    """Remember these keys, the latest first, instead of those stored; returns how many fit.

    Raises:
        KeychainError: there is no keychain, or it is locked.
    """
    kept = list(dict.fromkeys(keys))[:MOST_KEYS]
    keyring = _keyring()
    try:
        keyring.set_password(SERVICE, ENTRY, "\n".join(kept))
    except Exception as error:  # noqa: BLE001 - keychains raise errors of their own making
        raise _reason(error) from None
    return len(kept)


def forget_keys() -> None:
    """Remove what was remembered, if anything was.

    Raises:
        KeychainError: there is no keychain, or it is locked.
    """
    keyring = _keyring()
    try:
        if keyring.get_password(SERVICE, ENTRY) is not None:
            keyring.delete_password(SERVICE, ENTRY)
    except Exception as error:  # noqa: BLE001 - keychains raise errors of their own making
        raise _reason(error) from None


def _keyring() -> ModuleType:
    try:
        import keyring
    except ImportError:
        raise KeychainError(
            "The keychain needs the extra: pip install 'share-ticket-inspector[keyring]'"
        ) from None
    return keyring


def _reason(error: Exception) -> KeychainError:
    """Word an error without its text, which may name what was stored."""
    if type(error).__name__ == "NoKeyringError":
        return KeychainError("This system has no keychain.")
    if type(error).__name__ == "KeyringLocked":
        return KeychainError("The keychain is locked.")
    return KeychainError("The keychain does not answer.")

"""The session keys of this sitting: in memory only, tried on tickets that do not open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from inspector.tickets import base64_text

MOST_KEYS: Final = 5_000
"""The oldest are forgotten first."""
KEY_BYTES: Final = 16
_KEY: Final = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{22}==(?![A-Za-z0-9+/=])")


class KnownKeys:
    """Session keys in the order in which they were last seen."""

    def __init__(self) -> None:
        self._keys: dict[str, None] = {}
        self._added = 0

    @property
    def all(self) -> tuple[str, ...]:
        """The keys, the latest first."""
        return tuple(reversed(self._keys))

    @property
    def version(self) -> int:
        """Grows with every key that was not known before."""
        return self._added

    def __len__(self) -> int:
        """Return how many keys are known."""
        return len(self._keys)

    def add(self, texts: Iterable[str | None]) -> int:
        """Remember what is a session key among some texts; returns how many are new."""
        before = self._added
        for text in texts:
            if text is not None and is_session_key(text):
                self._added += text not in self._keys
                self._keys.pop(text, None)
                self._keys[text] = None
        while len(self._keys) > MOST_KEYS:
            del self._keys[next(iter(self._keys))]
        return self._added - before


def keys_in(text: str) -> list[str]:
    """Return what is a session key in a text of any form, each once, in order."""
    return list(dict.fromkeys(filter(is_session_key, _KEY.findall(text))))


def is_session_key(text: str) -> bool:
    """Say whether a text is base64 of 16 bytes."""
    try:
        return len(text) < 2 * KEY_BYTES and len(base64_text.decode(text)) == KEY_BYTES
    except base64_text.NotBase64:
        return False

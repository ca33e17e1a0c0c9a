"""The session keys used since the window opened and where each came from. In memory only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from inspector.tickets.decryption import base64_text
from inspector.tickets.fields import BLOCK

MOST_KEYS: Final = 5_000
"""The oldest are forgotten first."""
KEY_CHARACTERS: Final = 24


class KeyRing:
    """Session keys in the order in which they were last seen, each with its source.

    A source is a short text for people, such as `ticket 3` or the name of a file; the one that
    was told first stays.
    """

    def __init__(self, most: int = MOST_KEYS) -> None:
        self._most = most
        self._sources: dict[str, str] = {}
        self._added = 0
        self.dropped = 0
        """How many keys had to go for later ones since all were forgotten last."""

    def __len__(self) -> int:
        return len(self._sources)

    def __contains__(self, key: object) -> bool:
        return key in self._sources

    def __repr__(self) -> str:
        """Tell how many keys there are and none of them."""
        return f"<KeyRing of {len(self)} keys>"

    @property
    def all(self) -> tuple[str, ...]:
        """The keys, the latest first, as `judge(known_keys=...)` takes them."""
        return tuple(reversed(self._sources))

    @property
    def version(self) -> int:
        """Grows with every key that was not known before."""
        return self._added

    def add(self, texts: Iterable[str | None], source: str = "") -> int:
        """Remember what is a session key among some texts; returns how many are new."""
        before = self._added
        for text in texts:
            key = (text or "").strip()
            if key in self._sources or is_session_key(key):
                self._added += key not in self._sources
                self._sources[key] = self._sources.pop(key, "") or source
        while len(self._sources) > self._most:
            del self._sources[next(iter(self._sources))]
            self.dropped += 1
        return self._added - before

    def source_of(self, key: str) -> str | None:
        """Return where a key came from: `""` if nobody said, None for an unknown key."""
        return self._sources.get(key)

    def forget(self, key: str) -> None:
        """Forget one key, if it is known."""
        self._sources.pop(key, None)

    def clear(self) -> None:
        """Forget all keys."""
        self._sources.clear()
        self.dropped = 0


def is_session_key(text: str) -> bool:
    """Say whether a text is base64 of 16 bytes, with its two `=` or without."""
    bare = text.rstrip("=")
    if len(bare) != KEY_CHARACTERS - 2 or len(text) > KEY_CHARACTERS:
        return False
    try:
        return len(base64_text.decode(bare + "==")) == BLOCK
    except base64_text.NotBase64:
        return False

"""Keeps session keys out of what is written: every spelling of them, wherever it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Final
from urllib.parse import quote

from inspector.exact_json.values import JsonObject, RepeatingObject
from inspector.tickets import Outcome, Verdict
from inspector.tickets.ticket import WIRE_NAMES

MASK: Final = "********"
SHORTEST_WITHIN: Final = 8
"""Shorter secrets are masked only where they are the whole value: a letter is in every word."""
KEY_CHARACTERS: Final = 22
"""Base64 characters of 16 bytes, without the two `=`."""
_WORD: Final = re.compile("[0-9A-Za-z]+")
TO_URL: Final = str.maketrans("+/", "-_")


class _Secret:
    """One session key with the spellings in which it may turn up again."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self.trace = max(_WORD.findall(secret), key=len, default="")
        """A part that every spelling has, so that most texts need no closer look."""

    @cached_property
    def spellings(self) -> list[str]:
        """All forms of the key."""
        return list(spellings(self._secret))


class Mask:
    """Replaces the session keys of some tickets in texts and JSON values."""

    def __init__(self, secrets: Iterable[str | None], mask: str = MASK) -> None:
        self._mask = mask
        self._secrets = [_Secret(secret) for secret in dict.fromkeys(secrets) if secret]

    @classmethod
    def of(cls, verdict: Verdict) -> Mask:
        """Return the mask for the keys that one verdict knows."""
        return cls(secrets_of(verdict))

    def finds(self, text: str) -> bool:
        """Say whether a text may hold one of the keys, in whatever spelling; False is sure."""
        return any(secret.trace in text for secret in self._secrets)

    def text(self, text: str) -> str:
        """Return a text with every session key in it replaced."""
        there = [secret for secret in self._secrets if secret.trace in text]
        spellings = {spelling for secret in there for spelling in secret.spellings}
        if text.strip() in spellings:
            return self._mask
        # The longest first: what is left of a longer one could give a shorter one away.
        for spelling in sorted(spellings, key=len, reverse=True):
            if len(spelling) >= SHORTEST_WITHIN:
                text = text.replace(spelling, self._mask)
        return text

    def value(self, value: Any) -> Any:
        """Return a JSON value, its names included, with every session key replaced.

        A value nested too deeply to be searched is masked whole.
        """
        try:
            return self._value(value)
        except RecursionError:
            return self._mask

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self._value(item) for item in value]
        if isinstance(value, JsonObject):
            return _same_object(value, [(self.text(k), self._value(v)) for k, v in value.pairs])
        if isinstance(value, dict):
            return {self.text(name): self._value(item) for name, item in value.items()}
        return value


def _same_object(value: JsonObject, pairs: list[tuple[str, Any]]) -> JsonObject:
    """Return an object like `value` with other members; repeated names stay repeated."""
    return RepeatingObject(pairs) if value.duplicates else JsonObject(pairs)


def secrets_of(verdict: Verdict) -> Iterator[str | None]:
    """Give everything in a verdict that is a session key, or may be one in a wrong place."""
    pasted, used = verdict.ticket, verdict.repaired
    yield from (pasted.session_key, used.session_key)
    yield from (proposal.fields.get("session_key") for proposal in verdict.proposals)
    if verdict.outcome is Outcome.OPENED or _is_key(used.session_key):
        return
    misplaced = [wire for wire in WIRE_NAMES.values() if wire not in ("session_key", "iv")]
    if used.session_key:  # the key's place holds something else, so it may stand in the iv's
        misplaced.append("iv")
    for ticket in (pasted, used):
        yield from (value for wire in misplaced if _is_key(value := ticket.field(wire)))


def _is_key(text: str | None) -> bool:
    """Say whether a text could be a session key: base64 of 16 bytes, padded or not."""
    core = (text or "").strip().strip("\"'`;,").rstrip("=")
    return len(core) == KEY_CHARACTERS and all(c.isalnum() or c in "+/-_ " for c in core)


def spellings(secret: str) -> Iterator[str]:
    """Give the forms in which a key may turn up again: as pasted, bare, encoded, escaped."""
    for form in (secret, secret.strip(), secret.strip(" \t\r\n\"'`;,").rstrip("=")):
        if form:
            yield from (form, _percent(form, ""), _percent(form, "/"), form.replace("/", "\\/"))
            yield from (form.translate(TO_URL), form.replace("+", " "), json.dumps(form)[1:-1])


def _percent(text: str, safe: str) -> str:
    return quote(text, safe=safe, errors="surrogatepass")

"""Keeps session keys out of what is written: every spelling of them, wherever it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from inspector.exact_json.values import JsonObject, RepeatingObject
from inspector.tickets.decryption import base64_text
from inspector.tickets.fields import BLOCK, SHORT_SIZE
from inspector.tickets.ticket import ATTRIBUTES, WIRE_NAMES
from inspector.tickets.verdict import Outcome, Verdict

if TYPE_CHECKING:
    from inspector.tickets.decryption.search.pasted import Pasted

MASK: Final = "********"
SHORTEST_WITHIN: Final = 8
"""Shorter secrets are masked only where they are the whole value: a letter is in every word."""
LONGEST_KEY: Final = 400
"""Characters of a text that may be a key, however it is written."""
ELSEWHERE: Final = tuple(name for name in WIRE_NAMES.values() if name != "session_key")
_elsewhere: Final = attrgetter(*[ATTRIBUTES[name] for name in ELSEWHERE])
HEX_SIZES: Final = (2 * BLOCK, 2 * BLOCK + 2)
"""Digits of a key, with and without `0x`."""
MOST_SLIPS: Final = 2
"""Characters too many or too few."""
KEYLESS: Final = ("appid", "rawData", "signature", "shareTicket")
"""Fields in which nothing of a key's form belongs."""
_WORD: Final = re.compile("[0-9A-Za-z]+")
_LONG_WORD: Final = re.compile("[0-9A-Za-z]{8}")
TO_URL: Final = str.maketrans("+/", "-_")


def trace_of(secret: str) -> str:
    """Return a part that every spelling of a secret has, so that most texts need no closer look."""
    found = _LONG_WORD.search(secret)  # nearly every key has one
    return found[0] if found else max(_WORD.findall(secret), key=len, default="")


class _Secret:
    """One session key with the spellings in which it may turn up again."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self.trace = trace_of(secret)

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
    """Give every text of a verdict that played the key, as pasted and as used, or may have.

    In another field that is a text that was moved, one that can be read as the key with
    whatever blemish, and one that can be read as any key where none belongs.
    """
    pasted, used = verdict.ticket, verdict.repaired
    tickets = (pasted,) if used is pasted else (pasted, used)
    yield from [ticket.session_key for ticket in tickets]
    yield from (proposal.fields.get("session_key") for proposal in verdict.proposals)
    moved = {each.field for each in verdict.repairs if each.code == "fields_swapped"}
    keys = frozenset[bytes]().union(*[_keys_in(ticket.session_key) for ticket in tickets])
    if verdict.outcome is not Outcome.OPENED and not keys:
        moved.add("encryptedData")
        if used.session_key:  # the key's place holds something else, so it may stand in the iv's
            moved.add("iv")
    others = {
        text: wire
        for ticket in tickets
        for text, wire in zip(_elsewhere(ticket), ELSEWHERE, strict=True)
        if text
    }
    if pasted.label:
        others[pasted.label] = "label"
    for text, wire in others.items():
        read = _keys_in(text)
        is_misplaced = (
            _is_nearly_key(text) if wire in KEYLESS else wire in moved and _is_short(text)
        )
        if read & keys or is_misplaced:
            yield text


def _keys_in(text: str | None) -> frozenset[bytes]:
    """Return the keys that a text may stand for, whatever was done to it on its way."""
    if text is None or not _is_short(text) or _is_word_of_other_size(text):
        return frozenset()
    if (data := base64_text.exact(text)) and len(text) not in HEX_SIZES:
        return frozenset((data,) if len(data) == BLOCK else ())
    return frozenset(reading.data for reading in _pasted(text).key_readings)


def _is_nearly_key(text: str | None) -> bool:
    """Say whether a text is a key, or is one but for a character too many or too few."""
    if text is None or not _is_short(text) or _is_word_of_other_size(text):
        return False
    form = _pasted(text).gapped[0]
    return bool(_keys_in(text)) or (not form.illegal and abs(form.size - SHORT_SIZE) <= MOST_SLIPS)


def _pasted(text: str) -> Pasted:
    """Return a text that is no clean key with its readings; most keys are clean."""
    from inspector.tickets.decryption.search.pasted import Pasted

    return Pasted("", text)


def _is_word_of_other_size(text: str) -> bool:
    """Say whether a text is letters and digits alone, too few or too many for any form of a key.

    App ids and signatures are, which stand in every row of many files.
    """
    is_word = text.isascii() and text.isalnum()
    return is_word and abs(len(text) - SHORT_SIZE) > MOST_SLIPS and len(text) not in HEX_SIZES


def _is_short(text: str | None) -> bool:
    return bool(text) and len(text or "") <= LONGEST_KEY


def spellings(secret: str) -> Iterator[str]:
    """Give the forms in which a key may turn up again: as pasted, bare, encoded, escaped."""
    for form in (secret, secret.strip(), secret.strip(" \t\r\n\"'`;,").rstrip("=")):
        if form:
            yield from (form, _percent(form, ""), _percent(form, "/"), form.replace("/", "\\/"))
            yield from (form.translate(TO_URL), form.replace("+", " "), json.dumps(form)[1:-1])


def _percent(text: str, safe: str) -> str:
    return quote(text, safe=safe, errors="surrogatepass")

"""Masking what a report must not give away, consistently: equal values get equal masks.

A mask names the field and a number, such as `openId#1`. Keys and personal data are two
separate choices.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from inspector.exact_json.json_pointer import child
from inspector.exact_json.parsing import NotJson, parse, write
from inspector.exact_json.values import JsonObject
from inspector.exact_json.writing import number_literal
from inspector.findings import Finding
from inspector.tickets.masking.sensitive_values import (
    APP_ID,
    is_sensitive,
    is_sensitive_name,
    is_word,
    looks_sensitive,
)
from inspector.tickets.masking.session_keys import secrets_of, spellings
from inspector.tickets.masking.text_masks import TextMasks
from inspector.tickets.payload.kinds import known_name
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import Outcome, Proposal, Verdict

DEEPEST: Final = 100
"""What lies deeper in a payload is masked whole."""
LONGEST_NAME: Final = 60
LONGEST_PLACE: Final = 200
"""Characters; no table knows longer ones, so they are spelled in short."""
_RUN: Final = re.compile(r'[^\s{}\[\]:,"\\\ufffd]+')
_HEX: Final = re.compile(r"[0-9a-fA-F]{40}")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a report may show; nothing sensitive unless the user chose so."""

    personal: bool = False
    """Phone numbers, ids, names, avatars, and the encrypted data that holds them."""
    keys: bool = False
    """Session keys."""


MASKED: Final = Shown()


class Redaction:
    """Masks the verdicts of one report, which are best all learnt before the first is masked."""

    def __init__(self, shown: Shown = MASKED) -> None:
        self._shown = shown
        self._masks: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        self._keys_counted = 0
        self._key_masks = TextMasks()
        self._value_masks = TextMasks()

    def verdict(self, verdict: Verdict) -> Verdict:
        """Return a copy of a verdict that is safe to show, as far as the choices ask for it.

        The bytes (`data`) are left out unless everything may be shown. A masked number becomes
        text; a plaintext that was JSON is written anew from the masked payload.
        """
        if self._shown == Shown(personal=True, keys=True):
            return verdict
        self.learn(verdict)
        payload, plaintext = self._payload(verdict)
        opened = verdict.outcome in (Outcome.OPENED, Outcome.PARTLY)
        return dataclasses.replace(
            verdict,
            ticket=self._ticket(verdict.ticket, opened=opened),
            repaired=self._ticket(verdict.repaired, opened=opened),
            payload=payload,
            plaintext=plaintext,
            data=None,
            findings=tuple(map(self._finding, verdict.findings)),
            proposals=tuple(map(self._proposal, verdict.proposals)),
        )

    def value(self, value: Any, kind: str | None = None, pointer: str = "") -> Any:
        """Return a JSON value with everything sensitive in it masked, names of members too."""
        if self._shown.personal:
            return self._without_keys(value)
        return self._value(value, kind, pointer, depth=0, whole=False)

    def text(self, text: str) -> str:
        """Return a text of our own, such as a parameter, with what is known masked within it."""
        text = self._hide_keys(text)
        if self._shown.personal:
            return text
        text = self._value_masks.apply(text)
        return self._mask("text", text) if looks_sensitive(text) and not is_word(text) else text

    def fragment(self, text: str) -> str:
        """Return a text of unknown form with all masked but known names, app ids and times."""
        text = self._hide_keys(text)
        if self._shown.personal:
            return text
        return _RUN.sub(self._run, text)

    def json_text(self, text: str, name: str) -> str:
        """Return a text that should be JSON, such as `rawData`, written anew with masks in it."""
        hidden = self._hide_keys(text)
        if self._shown.personal or hidden in self._keys.values():
            return hidden
        try:
            value = parse(text)
        except NotJson:
            return self.fragment(text)
        return write(self.value(value, None, "" if isinstance(value, (dict, list)) else f"/{name}"))

    def _payload(self, verdict: Verdict) -> tuple[Any, str | None]:
        """Mask payload and plaintext, the second from the first where that is all of it."""
        payload, text = verdict.payload, verdict.plaintext
        masked: Any = None
        if isinstance(payload, str):
            masked = payload and self._named(verdict.kind or "text", payload)
        elif payload is not None:
            masked = self.value(payload, verdict.kind)
        if text is None:
            return masked, None
        if self._shown.personal:
            return masked, self._hide_keys(text)
        if verdict.outcome is not Outcome.OPENED or payload is None:
            return masked, self.fragment(text)
        return masked, masked if isinstance(payload, str) else write(masked)

    def _value(self, value: Any, kind: str | None, pointer: str, *, depth: int, whole: bool) -> Any:
        if not isinstance(value, (dict, list)):
            return self._scalar(value, kind, pointer, whole=whole)
        if depth == DEEPEST:
            return self._mask("deep", write(value))
        if isinstance(value, list):
            return [
                self._value(item, kind, _below(pointer, index), depth=depth + 1, whole=whole)
                for index, item in enumerate(value)
            ]
        pairs = value.pairs if isinstance(value, JsonObject) else tuple(value.items())
        return JsonObject.of(
            [
                (
                    self._name(name),
                    self._value(
                        item, kind, _below(pointer, name), depth=depth + 1,
                        whole=whole or (known_name(name) is None and is_sensitive_name(name)),
                    ),
                )
                for name, item in pairs
            ]
        )  # fmt: skip

    def _scalar(self, value: Any, kind: str | None, pointer: str, *, whole: bool) -> Any:
        if value is None or isinstance(value, bool) or value == "":
            return value
        text = value if isinstance(value, str) else number_literal(value)
        if text in self._keys:
            return self._keys[text]
        if text in self._masks or whole or is_sensitive(kind, pointer, value):
            return self._named(_field_name(pointer), text)
        return self.text(value) if isinstance(value, str) else value

    def _name(self, name: str) -> str:
        sensitive = known_name(name) is None and looks_sensitive(name) and not is_word(name)
        return self._mask("name", name) if sensitive else self._hide_keys(name)

    def _run(self, match: re.Match[str]) -> str:
        run = match[0]
        if known_name(run) or run in ("true", "false", "null") or APP_ID.fullmatch(run):
            return run
        is_time = match.string.endswith('"timestamp":', 0, match.start()) and run.isdecimal()
        return run if is_time else self._mask("text", run)

    def _ticket(self, ticket: Ticket, *, opened: bool) -> Ticket:
        raw = ticket.raw_data
        return dataclasses.replace(
            ticket,
            session_key=ticket.session_key and self._hide_keys(ticket.session_key),
            iv=ticket.iv and self._iv(ticket.iv, opened=opened),
            encrypted_data=self._field("encryptedData", ticket.encrypted_data),
            app_id=ticket.app_id and self._unless(APP_ID, "appid", ticket.app_id),
            raw_data=raw and self.json_text(raw, "rawData"),
            signature=ticket.signature and self._unless(_HEX, "signature", ticket.signature),
            share_ticket=self._field("shareTicket", ticket.share_ticket),
            label=self._field("label", ticket.label),
        )

    def _iv(self, iv: str, *, opened: bool) -> str:
        """Hide an iv while nothing proves that it is none: it may be a key in a wrong place."""
        hidden = self._hide_keys(iv)
        return hidden if opened or self._shown.keys or hidden != iv else self._mask("iv", iv)

    def _field(self, name: str, value: str | None) -> str | None:
        return value and self._named(name, value)

    def _unless(self, harmless: re.Pattern[str], name: str, value: str) -> str:
        return value if harmless.fullmatch(value.strip()) else self._named(name, value)

    def _finding(self, finding: Finding) -> Finding:
        parameters = {
            name: self.text(value) if isinstance(value, str) else value
            for name, value in finding.parameters.items()
        }
        return dataclasses.replace(finding, parameters=parameters)

    def _proposal(self, proposal: Proposal) -> Proposal:
        fields: Mapping[str, str | None] = {
            name: value and self._named(name, value) for name, value in proposal.fields.items()
        }
        return dataclasses.replace(proposal, fields=fields, proof=self._finding(proposal.proof))

    def _named(self, name: str, value: str) -> str:
        """Mask a whole value of a field, if personal data are to be masked."""
        hidden = self._hide_keys(value)
        if self._shown.personal or hidden != value:
            return hidden
        return self._mask(name, value)

    def _mask(self, name: str, value: str) -> str:
        if value not in self._masks:
            self._counts[name] = self._counts.get(name, 0) + 1
            self._masks[value] = mask = f"{name}#{self._counts[name]}"
            self._value_masks.add(value, mask, _spellings(value))
        return self._masks[value]

    def learn(self, verdict: Verdict) -> None:
        """Remember the keys of a verdict, which are then masked in all others, too."""
        if self._shown.keys:
            return
        for secret in secrets_of(verdict):
            if secret and secret not in self._keys:
                same = self._keys.get(secret.strip())
                self._keys_counted += same is None
                mask = same or f"session_key#{self._keys_counted}"
                self._keys[secret] = mask
                self._key_masks.add(secret, mask, spellings(secret))

    def _hide_keys(self, text: str) -> str:
        return self._key_masks.apply(text)

    def _without_keys(self, value: Any, depth: int = 0) -> Any:
        if isinstance(value, str):
            return self._hide_keys(value)
        if not isinstance(value, (dict, list)) or not self._keys:
            return value
        if depth == DEEPEST:
            text = write(value)
            hidden = self._hide_keys(text)
            return value if hidden == text else hidden
        if isinstance(value, list):
            return [self._without_keys(item, depth + 1) for item in value]
        pairs = value.pairs if isinstance(value, JsonObject) else tuple(value.items())
        masked = [(self._hide_keys(n), self._without_keys(v, depth + 1)) for n, v in pairs]
        return JsonObject.of(masked)


def _below(place: str, step: str | int) -> str:
    """Return the pointer of a member, in short where it is too long for any table."""
    if len(place) > LONGEST_PLACE:
        place = f"…/{place.rpartition('/')[2]}"
    return child(place, "…" if isinstance(step, str) and len(step) > LONGEST_NAME else step)


def _field_name(pointer: str) -> str:
    """Return the last part of a pointer that is no index, for a mask: an id would tell itself."""
    parts = (part for part in reversed(pointer.split("/")) if part and not part.isdecimal())
    name = next(parts, "")
    return name if known_name(name) or is_word(name) else "value"


def _spellings(value: str) -> Iterator[str]:
    """Give the forms in which a value may stand within a text."""
    yield from dict.fromkeys(
        (
            value,
            json.dumps(value)[1:-1],
            json.dumps(value, ensure_ascii=False)[1:-1],
            json.dumps(value)[1:-1].replace("/", "\\/"),
            quote(value, safe="", errors="replace"),
        )
    )

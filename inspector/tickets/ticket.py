"""The ticket: what was pasted, field by field, untouched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

WIRE_NAMES: Final = {
    "session_key": "session_key",
    "iv": "iv",
    "encrypted_data": "encryptedData",
    "app_id": "appid",
    "raw_data": "rawData",
    "signature": "signature",
    "share_ticket": "shareTicket",
}
"""Attribute of `Ticket` -> the field's name on the wire, used in findings and in JSON."""

ATTRIBUTES: Final = {wire: attribute for attribute, wire in WIRE_NAMES.items()}
"""The field's name on the wire -> attribute of `Ticket`."""


@dataclass(frozen=True, slots=True, repr=False)
class Ticket:
    """One set of session key, iv and encrypted data with what came along.

    All values are text as pasted, or None where nothing was given.
    """

    session_key: str | None
    """Base64 of 16 bytes, from code2Session."""
    iv: str | None
    """Base64 of 16 bytes; None in the scheme of 2016, where the iv is the key."""
    encrypted_data: str | None
    """Base64 of whole blocks of 16 bytes."""
    app_id: str | None = None
    """The mini program it is expected to belong to (`wx` and 16 hex digits)."""
    raw_data: str | None = None
    """The exact text that `signature` was made over."""
    signature: str | None = None
    """Lower-case hex of sha1(raw_data + session_key)."""
    share_ticket: str | None = None
    """The platform's handle, a lower-case UUID. It cannot be decrypted."""
    label: str | None = None
    """What tells it from others of the same capture: group name, line, request, time."""
    inherited: str | None = None
    """The wire name of a field that another part of the text gave, which need not be meant for
    this ticket: `appid`, or None."""

    def field(self, wire_name: str) -> str | None:
        """Return a field by its name on the wire, such as `encryptedData`."""
        value: str | None = getattr(self, ATTRIBUTES[wire_name])
        return value

    def with_field(self, wire_name: str, value: str | None) -> Ticket:
        """Return a copy with one field, named as on the wire, replaced."""
        changed = replace(self, **{ATTRIBUTES[wire_name]: value})
        return replace(changed, inherited=None) if wire_name == self.inherited else changed

    def __repr__(self) -> str:
        """Name the fields that are set without their values: a key must not reach a log."""
        given = [name for name, wire in WIRE_NAMES.items() if self.field(wire) is not None]
        return f"<Ticket of {', '.join(given) or 'nothing'}>"

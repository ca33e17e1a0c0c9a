"""A ticket together with what it was made from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.cipher import seal
from inspector.tickets.payload.signature import sign
from inspector.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Sealed:
    """A test ticket before damage: fresh key and iv, and the text they seal."""

    key: bytes = field(repr=False)
    iv: bytes = field(repr=False)
    plaintext: str
    app_id: str | None = None
    raw_data: str | None = None

    @classmethod
    def fresh(cls, plaintext: str, random: Random, app_id: str | None = None) -> Sealed:
        """Return a text to be sealed under a key and an iv drawn from `random`."""
        return cls(random.randbytes(16), random.randbytes(16), plaintext, app_id)

    @property
    def data(self) -> bytes:
        """The ciphertext."""
        return seal(self.key, self.iv, self.plaintext.encode("utf-8"))

    @property
    def ticket(self) -> Ticket:
        """The ticket as the platform would give it."""
        return self.with_data(self.data)

    def with_data(self, data: bytes) -> Ticket:
        """Return the ticket with other bytes as its data."""
        key = base64_text.encode(self.key)
        ticket = Ticket(key, base64_text.encode(self.iv), base64_text.encode(data), self.app_id)
        if self.raw_data is None:
            return ticket
        return replace(ticket, raw_data=self.raw_data, signature=sign(self.raw_data, key))

"""The solution: which readings of which fields fit together, and how well that is proved."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspector.tickets.decryption.repair import Reading
from inspector.tickets.decryption.search.proof import NoPayload, Opened


@dataclass(frozen=True, slots=True)
class Solution:
    """The best that was found; without any proof it is what the fields say as they stand."""

    key: Reading | None = None
    iv: Reading | None = None
    data: Reading | None = None
    sources: dict[str, str] = field(default_factory=dict)
    """Role (a field's name on the wire) -> the field where its value was pasted."""
    opened: Opened | None = None
    no_payload: NoPayload | None = None
    """Set when everything decrypted but is no payload."""
    bits: float = 0.0
    """Evidence that key and data belong together."""
    skip: int = 0
    """Bits of the data before its first whole block; more than 0 when its head is cut off."""
    legacy: bool = False
    """The iv is the key, as in 2016."""
    key_from: str = "pasted"
    """`pasted`, `slip` (corrected) or `known` (one of the known keys)."""
    other_ivs: tuple[Reading, ...] = ()
    """Further ivs, a slip away, under which the data opens."""
    equal_ivs: int = 0
    """How many of them are as likely as the one that is used."""

    @property
    def strength(self) -> tuple[bool, bool, float]:
        """What to compare solutions by."""
        return (self.opened is not None, self.no_payload is not None, self.bits)

    @property
    def is_swapped(self) -> bool:
        """Whether any value was pasted into the field of another."""
        return any(role != name for role, name in self.sources.items())

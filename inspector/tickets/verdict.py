"""The verdict: everything that judging one ticket gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from inspector.findings import Finding, Severity, cause_of
from inspector.tickets.fields import BLOCK
from inspector.tickets.ticket import WIRE_NAMES, Ticket

STORED: Final = "stored_verdict"
"""The code of the finding that a verdict was not reached here."""


class Outcome(StrEnum):
    """How far a ticket could be read."""

    OPENED = "opened"
    PARTLY = "partly"
    """Some of the text is readable."""
    NOT_OPENED = "not_opened"
    INCOMPLETE = "incomplete"
    """An input is missing."""
    NO_TICKET = "no_ticket"
    """The text that was read holds none; `judge` never gives this."""


OUTCOME_WORDS: Final = {
    Outcome.OPENED: "Decrypted",
    Outcome.PARTLY: "Partly decrypted",
    Outcome.NOT_OPENED: "Not decrypted",
    Outcome.INCOMPLETE: "Incomplete",
    Outcome.NO_TICKET: "No ticket",
}
"""Outcome -> what window, terminal and report call it, in English (a msgid)."""
KEY_CAUSES: Final = ("session_key_wrong", "session_key_missing")
"""Causes that another session key may cure."""
NO_KEY_FITS: Final = "no_key_fits"
"""The code of the finding that known keys were tried in vain."""


class BlockState(StrEnum):
    """What is known of one block of 16 bytes of the plaintext."""

    READABLE = "readable"
    CORRUPT = "spoilt"  # the word that case files hold
    """Its bytes are noise, whole or in part."""
    MISSING = "missing"
    """It was cut off; its bytes are not there."""
    PADDING = "padding"
    """Nothing but PKCS#7 padding."""


_READABLE: Final = (BlockState.READABLE, BlockState.PADDING)
_RUN: Final = 4096
"""Blocks that are looked at together; most of them are alike."""


def whole_states(size: int, padding: int) -> tuple[BlockState, ...]:
    """Return the states of so many bytes that are text to the last one before the padding."""
    filled = padding // BLOCK
    text = (BlockState.READABLE,) * (size // BLOCK - filled)
    return (*text, *(BlockState.PADDING,) * filled)


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of change made to a field so that it could be read."""

    code: str
    """A repair code of DESIGN, such as `space_to_plus`."""
    field: str
    """The field's name on the wire."""
    count: int
    """How many times."""
    places: tuple[int, ...] = ()
    """Offsets in the pasted text of the field, where the change has places."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A correction that the user may accept; the fields stay as pasted until then."""

    code: str
    """The repair or search it comes from, such as `typo_corrected` or `fields_swapped`."""
    fields: Mapping[str, str | None] = field(hash=False, repr=False)
    """The new value of each field that changes, by its name on the wire."""
    proof: Finding
    """Why it is believed right."""


def _readable(blocks: tuple[BlockState, ...]) -> int:
    """Count readable blocks run by run: comparing each with another state takes ten times more."""
    count = 0
    for start in range(0, len(blocks), _RUN):
        part = blocks[start : start + _RUN]
        if part.count(part[0]) == len(part):
            count += len(part) if part[0] in _READABLE else 0
        else:
            count += sum(map(part.count, _READABLE))
    return count


@dataclass(frozen=True, slots=True)
class Verdict:
    """What judging a ticket gives. `judge` never raises, so there always is one."""

    ticket: Ticket
    """The ticket as pasted."""
    repaired: Ticket
    """The ticket with the field values that were used."""
    outcome: Outcome
    kind: str | None = None
    """The payload kind, such as `group_share`; None when unknown or not readable."""
    payload: Any = None
    """The JSON value (see `exact_json`), or the text of a payload that is text."""
    plaintext: str | None = None
    """The readable text, undecodable bytes as U+FFFD; None when nothing is readable."""
    data: bytes | None = None
    """The decrypted bytes as they came out of the cipher, padding included."""
    blocks: tuple[BlockState, ...] = ()
    """One state for each block of 16 bytes of `data`, then one for each missing one known of."""
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    readable_blocks: int = field(init=False, repr=False, compare=False)
    """How many blocks are readable, padding included; counted once, for there may be 500,000."""

    def __post_init__(self) -> None:
        """Count the blocks where the verdict is made."""
        object.__setattr__(self, "readable_blocks", _readable(self.blocks))

    @property
    def cause(self) -> str | None:
        """The code of the first error finding; None when all is well.

        Of a text without a ticket it says what the text is, an error or not; a warning is about
        the reading of it.
        """
        if self.outcome is Outcome.NO_TICKET:
            known = (f.code for f in self.findings if f.severity is not Severity.WARNING)
            return next(known, None)
        return cause_of(self.findings)

    @property
    def is_stored(self) -> bool:
        """Whether it was read from a masked case file: then nothing was decrypted or checked."""
        return any(finding.code == STORED for finding in self.findings)

    @property
    def fields(self) -> dict[str, str | None]:
        """The repaired values that were used, by their names on the wire; none without a ticket."""
        if self.outcome is Outcome.NO_TICKET:
            return {}
        return {wire: self.repaired.field(wire) for wire in WIRE_NAMES.values()}

    def to_dict(self, *, reader: str | None = None, language: str = "en") -> dict[str, Any]:
        """Return the JSON of one line of `inspector decode --format json`.

        Secrets are in it: the terminal masks them.
        """
        from inspector.messages import speaking

        messages = speaking(language)
        return {
            "label": self.ticket.label,
            "reader": reader,
            "outcome": self.outcome.value,
            "cause": self.cause,
            "kind": self.kind,
            "payload": self.payload,
            "plaintext": self.plaintext,
            "findings": [
                {
                    "code": finding.code,
                    "severity": finding.severity.value,
                    "field": finding.field,
                    "message": messages.sentence(finding),
                }
                for finding in self.findings
            ],
            "repairs": [
                {"code": repair.code, "field": repair.field, "count": repair.count}
                for repair in self.repairs
            ],
            "fields": self.fields,
        }

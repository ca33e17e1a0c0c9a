"""What the list knows of each ticket: a few words a row, so that fifty thousand fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from inspector.findings import Finding, Severity
from inspector.tickets import Outcome, Verdict
from inspector.tickets.fields import MAIN_FIELDS
from inspector.tickets.verdict import KEY_CAUSES, NO_KEY_FITS, STORED

KEY_WANTED: Final = (*KEY_CAUSES, NO_KEY_FITS)
"""Causes that another session key may cure."""


@dataclass(frozen=True, slots=True)
class TicketRow:
    """The verdict of one ticket in short."""

    outcome: Outcome
    repaired: bool = False
    kind: str | None = None
    identity: str | None = None
    """The group, activity or person that the payload names."""
    app_id: str | None = None
    timestamp: int | None = None
    """Unix seconds of the watermark."""
    finding: Finding | None = None
    """What is wrong: the first finding of severity error."""
    keys_tried: int = 0
    """Keys of files that were tried in vain; 0 where nothing is to be told of any."""
    is_stored: bool = False
    """Whether somebody saved it masked: then nothing was decrypted or checked here."""

    @property
    def cause(self) -> str | None:
        """The finding code of what is wrong."""
        return self.finding.code if self.finding else None

    @property
    def wants_key(self) -> bool:
        """True when another session key could open it."""
        return self.cause in KEY_WANTED

    @property
    def facet(self) -> str:
        """What the row is counted under: its cause, else its outcome where that was found here."""
        return self.cause or (STORED if self.is_stored else self.outcome.value)

    @property
    def needs_attention(self) -> bool:
        """True for everything that is not simply open, as far as that was found here."""
        return self.outcome is not Outcome.OPENED or self.cause is not None or self.is_stored


def ticket_row(verdict: Verdict) -> TicketRow:
    """Return what the list shows of a verdict."""
    if not any(verdict.ticket.field(name) for name in (*MAIN_FIELDS, "shareTicket")):
        return TicketRow(Outcome.NO_TICKET)
    from inspector.tickets.payload.watermark import read_watermark

    payload = verdict.payload
    mark = read_watermark(payload)
    return TicketRow(
        verdict.outcome,
        bool(verdict.repairs),
        verdict.kind,
        _identity(payload),
        _text(mark.app_id if mark else None) or verdict.repaired.app_id,
        mark.timestamp if mark else None,
        next((f for f in verdict.findings if f.severity is Severity.ERROR), None),
        next((f.count or 0 for f in verdict.findings if f.code == NO_KEY_FITS), 0),
        verdict.is_stored,
    )


def member(value: Any, name: str) -> Any:
    """Return a member of a JSON object; None where there is no such thing."""
    return value.get(name) if isinstance(value, Mapping) else None


def _identity(payload: Any) -> str | None:
    if isinstance(payload, str):
        return payload[:200] or None
    from inspector.tickets.payload.kinds import id_names

    found = (_text(member(payload, name)) for name in id_names())
    return next((text for text in found if text), None)


def _text(value: Any) -> str | None:
    return value[:200] if isinstance(value, str) else None

"""The capture: any text in which tickets hide, and what reading it gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from inspector.findings import Finding
from inspector.tickets.ticket import Ticket

LONGEST: Final = 256 * 1024 * 1024
"""Characters that are read; of a longer text the rest is left out, and `truncated` says so."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the capture's text a field was read."""

    ticket: int
    """Index into `Capture.tickets`."""
    field: str
    """The field's name on the wire, such as `iv`."""
    start: int
    """First character, counted in code points of the text."""
    end: int
    """One past the last character."""


@dataclass(frozen=True, slots=True)
class Capture:
    """What reading a text gave."""

    tickets: tuple[Ticket, ...] = ()
    """In the order of the text."""
    reader: str | None = None
    """Name of the reader that was chosen, such as `json`; None when nothing was found."""
    runner_up: str | None = None
    """Name of the reader that would have been next, when it found tickets too."""
    spans: tuple[Span, ...] = ()
    """Where each field stands in the text, sorted by `start`."""
    findings: tuple[Finding, ...] = ()
    """What the text is when it holds no ticket, and what was left out."""
    truncated: bool = False
    """True when the text was longer than what is read."""
    payload: Any = field(default=None, repr=False)
    """The value of a text that is a payload already (see `exact_json`), its kind told by
    `payload.kinds.recognise`; None for any other text."""

    @property
    def holds_ticket(self) -> bool:
        """Whether a ticket has more than a shareTicket, which launch options hold, too."""
        return any(t.session_key or t.iv or t.encrypted_data for t in self.tickets)

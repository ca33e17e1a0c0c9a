"""The sheet: what was pasted and read, its tickets, and which of them is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.tickets import Capture, Ticket
from inspector.window.state.verdicts import NO_TICKET

if TYPE_CHECKING:
    from inspector.window.state.files_read import Origin


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about tickets that undo brings back."""

    text: str = ""
    """The capture as pasted."""
    capture: Capture = Capture()
    """What reading `text` gave; empty until it is read."""
    tickets: tuple[Ticket, ...] = (NO_TICKET,)
    """Never empty: without a capture it is the one ticket typed into the fields."""
    origins: tuple[Origin, ...] = ()
    """Where each ticket stood in its table; empty where there was none."""
    current: int = 0
    read: bool = False
    """True once `text` was read, whether a ticket was found in it or none."""
    typed: bool = False
    """True when a field was edited by hand since the last capture was taken."""

    @property
    def ticket(self) -> Ticket:
        """The ticket shown in the fields."""
        return self.tickets[self.current]

    @property
    def blank(self) -> bool:
        """True when nothing was pasted or typed."""
        return not self.text and self.tickets == (NO_TICKET,)


@dataclass(frozen=True, slots=True)
class Offer:
    """A capture that was read but would overwrite what was typed."""

    text: str
    capture: Capture
    field: str | None = None
    """The field it was pasted into, by its name on the wire; None for the capture box."""

"""Share tickets: what was pasted and what it says. No Qt.

Reading and judging are loaded with the first text: a window shows itself without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from inspector.tickets.capture.capture import Capture, Span
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import BlockState, Outcome, Proposal, Repair, Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from inspector.tickets.decryption.search.key_slips import SlippedKeys

__all__ = [
    "BlockState",
    "Capture",
    "Outcome",
    "Proposal",
    "Repair",
    "Span",
    "Ticket",
    "Verdict",
    "judge",
    "read",
]


def read(
    text: str,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Capture:
    """Return the tickets in a text of any kind, or what it is instead. Never raises.

    `inspector.tickets.capture.reading.read` says what the arguments are.
    """
    from inspector.tickets.capture import reading

    return reading.read(text, progress=progress, cancelled=cancelled)


def judge(
    ticket: Ticket,
    *,
    now: datetime | float | None = None,
    known_keys: Iterable[str] = (),
    slipped: SlippedKeys | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Verdict:
    """Return what a ticket says, or exactly why it says nothing. Never raises.

    `inspector.tickets.decryption.judging.judge` says what the arguments are.
    """
    from inspector.tickets.decryption import judging

    return judging.judge(
        ticket, now=now, known_keys=known_keys, slipped=slipped, cancelled=cancelled
    )

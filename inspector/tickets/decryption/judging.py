"""The seam: one ticket in, one verdict out, never an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from inspector.tickets.decryption.context import JudgeContext
from inspector.tickets.decryption.straight import open_straight
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import Verdict

if TYPE_CHECKING:
    from inspector.tickets.decryption.search.key_slips import SlippedKeys


def judge(
    ticket: Ticket,
    *,
    now: datetime | float | None = None,
    known_keys: Iterable[str] = (),
    slipped: SlippedKeys | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Verdict:
    """Return what a ticket says, or exactly why it says nothing. Never raises.

    Args:
        ticket: The fields as pasted.
        now: The moment to count ages from, aware or in unix seconds; None is the clock.
        known_keys: Other session keys, as text, to try when the ticket does not open. Where the
            ticket has no key, the one that fits is used and told; where it has, it is proposed.
        slipped: What was found out of slips in keys for many tickets together, see
            `slipped_keys`; it changes nothing but the time.
        cancelled: Asked now and then during searches; True ends them early.
    """
    context = JudgeContext(ticket, now)
    if (straight := open_straight(context)) is not None:
        return straight
    from inspector.tickets.decryption.examining import examine  # nearly all tickets are clean

    return examine(context, tuple(known_keys), cancelled or _never, slipped)


def _never() -> bool:
    return False

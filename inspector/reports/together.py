"""Tickets at hand, judged together: what one of them needs to be searched for, all need at once.

For a window, whose tickets may be changed and judged again at any time. Of each is said what
`judge` says of it alone, but that keys from elsewhere are tried on the ends of all data together:
one is not found here for data whose end is damaged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from inspector.reports.judging import fits_itself
from inspector.tickets import Ticket, Verdict, judge
from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.context import JudgeContext
from inspector.tickets.decryption.judging import slipped_keys
from inspector.tickets.decryption.search.key_trials import ends_of, trials
from inspector.tickets.decryption.straight import open_straight
from inspector.tickets.keys.key_ring import is_session_key


def judge_together(
    tickets: Sequence[Ticket], known_keys: Sequence[str], cancelled: Callable[[], bool]
) -> list[Verdict]:
    """Return the verdict of each ticket.

    Args:
        tickets: As pasted.
        known_keys: Other session keys to try, the likeliest first.
        cancelled: Asked now and then; True ends searches early.
    """
    found = [open_straight(JudgeContext(ticket, None)) for ticket in tickets]
    rest = [ticket for ticket, verdict in zip(tickets, found, strict=True) if verdict is None]
    slipped = slipped_keys(ticket for ticket in rest if not fits_itself(ticket))
    fitting = _fitting(rest, known_keys)
    judged = iter(
        judge(ticket, known_keys=fitting.get(number, ()), slipped=slipped, cancelled=cancelled)
        for number, ticket in enumerate(rest)
    )
    return [next(judged) if verdict is None else verdict for verdict in found]


def _fitting(tickets: Sequence[Ticket], keys: Sequence[str]) -> Mapping[int, Sequence[str]]:
    """Return the keys that may open some tickets, by the tickets' indices."""
    owners = [
        (number, end)
        for number, ticket in enumerate(tickets)
        for end in ends_of(ticket.encrypted_data or "")
    ]
    usable = [key for key in keys if is_session_key(key)]
    key_bytes = [decode_loosely(key.rstrip("=")) for key in usable]
    found: dict[int, list[str]] = defaultdict(list)
    for key, end in trials(key_bytes, [end for _, end in owners]) if owners else ():
        if usable[key] not in found[owners[end][0]]:
            found[owners[end][0]].append(usable[key])
    return found

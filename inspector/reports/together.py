"""Tickets at hand, judged together: what one of them needs to be searched for, all need at once.

For a window, whose tickets may be changed and judged again at any time. Of each is said what
`judge` says of it alone, but that keys from elsewhere are tried on the ends of all data together,
and on their beginnings where that finds none: one is not found here for data damaged at both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from inspector.reports.judging import fits_itself
from inspector.tickets import Ticket, Verdict, judge
from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.context import JudgeContext
from inspector.tickets.decryption.search.cut_data import cut_trials, first_blocks, opens_cut
from inspector.tickets.decryption.search.key_trials import ends_of, is_likely, trials
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
    from inspector.tickets.decryption.examining import slipped_keys

    found = [open_straight(JudgeContext(ticket, None)) for ticket in tickets]
    rest = [ticket for ticket, verdict in zip(tickets, found, strict=True) if verdict is None]
    unfit = {number for number, ticket in enumerate(rest) if not fits_itself(ticket)}
    slipped = slipped_keys(rest[number] for number in sorted(unfit))
    fitting = _fitting(rest, unfit, known_keys)
    judged = iter(
        judge(ticket, known_keys=fitting.get(number, ()), slipped=slipped, cancelled=cancelled)
        for number, ticket in enumerate(rest)
    )
    return [next(judged) if verdict is None else verdict for verdict in found]


def _fitting(
    tickets: Sequence[Ticket], unfit: AbstractSet[int], keys: Sequence[str]
) -> Mapping[int, Sequence[str]]:
    """Return the keys that may open some tickets, by the tickets' indices.

    `unfit` are those of them that their own key does not fit.
    """
    owners = [
        (number, end)
        for number, ticket in enumerate(tickets)
        for end in ends_of(ticket.encrypted_data or "")
    ]
    usable = [key for key in keys if is_session_key(key)]
    key_bytes = [decode_loosely(key.rstrip("=")) for key in usable]
    found: dict[int, list[str]] = defaultdict(list)
    likely: set[int] = set()
    for key, at in trials(key_bytes, [end for _, end in owners]) if owners else ():
        number, end = owners[at]
        if usable[key] not in found[number]:
            found[number].append(usable[key])
        if is_likely(key_bytes[key], end, len(usable)):
            likely.add(number)
    for number, key in _of_cut(tickets, unfit - likely, key_bytes):
        found[number].insert(0, usable[key])
    return found


def _of_cut(
    tickets: Sequence[Ticket], numbers: AbstractSet[int], keys: Sequence[bytes]
) -> Iterator[tuple[int, int]]:
    """Give tickets of these numbers with the only key that opens what is left of their data."""
    owners = [
        (number, block)
        for number in sorted(numbers)
        for block in first_blocks(tickets[number].encrypted_data or "", tickets[number].iv or "")
    ]
    found: dict[int, dict[bytes, int]] = defaultdict(dict)
    for index, at in cut_trials(keys, [block for _, block in owners]):
        number, key = owners[at][0], keys[index]
        if opens_cut(key, tickets[number].encrypted_data or "", tickets[number].iv or ""):
            found[number].setdefault(key, index)
    for number, fitting in found.items():
        if len(fitting) == 1:
            yield number, next(iter(fitting.values()))

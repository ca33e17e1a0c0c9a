"""Names a text in which no whole ticket was found."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.neighbours.answers import empty_data
from inspector.tickets.capture.neighbours.clues import Clues, plain_name
from inspector.tickets.capture.neighbours.match import Match
from inspector.tickets.capture.neighbours.table import Neighbour, neighbours
from inspector.tickets.decryption.diagnosis.handles import handle_of
from inspector.tickets.fields import MAIN_FIELDS
from inspector.tickets.ticket import ATTRIBUTES, Ticket

_LOG: Final = logging.getLogger(__name__)
MOST_CHARACTERS: Final = 60_000
"""A longer text is a file or a log, not an answer, a message or a code."""
NOTHING: Final = Ticket(None, None, None)
PLAIN_NAMES: Final = {wire: plain_name(wire) for wire in MAIN_FIELDS}


def name_text(text: str, capture: Capture) -> Capture:
    """Return what reading gave, with a finding that says what the text is instead of a ticket.

    A text with a whole ticket stays as it is. Where the text is known to hold something else,
    tickets that a reader put together from its values are dropped.
    """
    tickets = capture.tickets
    if len(text) > MOST_CHARACTERS or any(_given(ticket) == len(MAIN_FIELDS) for ticket in tickets):
        return capture
    alone = not any(map(_given, tickets))
    clues = Clues(text, alone=alone)
    rows = neighbours() if alone else (row for row in neighbours() if row.outweighs)
    found = _first(rows, clues)
    if found is None:
        return capture if alone else replace(capture, tickets=_with_others(tickets, clues))
    row, match = found
    findings = (row.finding(match), *capture.findings)
    if match.given and not (alone and tickets):
        return Capture((_ticket(match),), reader="text", findings=findings)
    if not alone or match.payload is not None:
        return Capture(findings=findings, payload=match.payload)
    return replace(capture, findings=findings)


def _given(ticket: Ticket) -> int:
    """Return how many of the three main fields a ticket has."""
    return sum(bool((ticket.field(name) or "").strip()) for name in MAIN_FIELDS)


def _first(rows: Iterable[Neighbour], clues: Clues) -> tuple[Neighbour, Match] | None:
    for row in rows:
        try:
            match = row.match(clues)
        except Exception as error:  # noqa: BLE001  (a row that fails has no say, and stops no other)
            _LOG.warning("Neighbour %s gave up: %s", row.code, type(error).__name__)
            continue
        if match is not None:
            return row, match
    return None


def _ticket(match: Match) -> Ticket:
    """Return the ticket of a text with a handle alone, or with fields that are there and empty."""
    return replace(NOTHING, **{ATTRIBUTES[wire]: text for wire, text in match.given.items()})


def _with_others(tickets: tuple[Ticket, ...], clues: Clues) -> tuple[Ticket, ...]:
    """Return a lone ticket with what else stands where its missing fields belong, for `judge`.

    A reader takes no `undefined`, openid or token for a session key; that it stands there is the
    very thing to be told; so is that a call answered with empty data.
    """
    if len(tickets) != 1:
        return tickets
    ticket = tickets[0]
    for wire, name in PLAIN_NAMES.items():
        value = clues.value(name) or ""
        if not ticket.field(wire) and handle_of(value, wire):
            ticket = ticket.with_field(wire, value)
    if ticket.encrypted_data is None and empty_data(clues, {}):
        ticket = ticket.with_field("encryptedData", "")
    return (ticket,)

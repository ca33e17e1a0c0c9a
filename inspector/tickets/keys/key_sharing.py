"""Keys that tickets of several texts share: the answer of one file may hold the key of another."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption
from inspector.tickets.ticket import Ticket

_MOST_KEYS: Final = 400
"""Keys that are tried on one ticket."""


def with_proved_keys(capture: Capture) -> Capture:
    """Give each ticket without a session key the one of the others that opens its data."""
    keys = dict.fromkeys(ticket.session_key for ticket in capture.tickets if ticket.session_key)
    tried = [key for key in keys if key][:_MOST_KEYS]
    if not tried:
        return capture
    trial = TrialDecryption()
    return replace(capture, tickets=tuple(_completed(t, tried, trial) for t in capture.tickets))


def _completed(ticket: Ticket, keys: list[str], trial: TrialDecryption) -> Ticket:
    data = ticket.encrypted_data
    if ticket.session_key or not data:
        return ticket
    fitting = next((key for key in keys if trial.key_fits(key, data)), None)
    return ticket.with_field("session_key", fitting) if fitting else ticket

"""Keys that tickets of several texts share: the answer of one file may hold the key of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption, bytes_of
from inspector.tickets.decryption.search.key_trials import ends_of, trials
from inspector.tickets.fields import BLOCK

MOST_PASSED: Final = 20_000_000
"""Keys times tickets that are looked at in passing, by the end of the data: some seconds."""
MOST_LOOKS: Final = 5_000
"""Keys times tickets that are looked at closely, for data whose end is damaged."""


def with_proved_keys(capture: Capture) -> Capture:
    """Give each ticket without a session key the one of the others that opens its data."""
    tickets = capture.tickets
    keys = [*dict.fromkeys(ticket.session_key for ticket in tickets if ticket.session_key)]
    missing = [n for n, t in enumerate(tickets) if t.encrypted_data and not t.session_key]
    if not keys or not missing:
        return capture
    data = [tickets[number].encrypted_data or "" for number in missing]
    fitting = _fitting(keys, data)
    found = {missing[at]: key for at, key in fitting.items()}
    return replace(
        capture,
        tickets=tuple(
            ticket.with_field("session_key", found[number]) if number in found else ticket
            for number, ticket in enumerate(tickets)
        ),
    )


def _fitting(keys: Sequence[str], data: Sequence[str]) -> dict[int, str]:
    """Return the first key that fits for each of the data, by their indices."""
    trial = TrialDecryption()
    found: dict[int, str] = {}
    for key, at in _by_their_ends(keys, data):
        if at not in found and trial.key_fits(key, data[at]):
            found[at] = key
    rest = [at for at in range(len(data)) if at not in found]
    for at in rest:
        closely = keys[: MOST_LOOKS // len(rest)]
        fitting = next((key for key in closely if trial.key_fits(key, data[at])), None)
        if fitting is not None:
            found[at] = fitting
    return found


def _by_their_ends(keys: Sequence[str], data: Sequence[str]) -> list[tuple[str, int]]:
    """Return pairs of a key and data that may belong together, as its last block says."""
    owners = [(at, end) for at, each in enumerate(data) for end in ends_of(each)]
    usable = [(key, secret) for key in keys if len(secret := bytes_of(key)) == BLOCK]
    passed = usable[: MOST_PASSED // max(len(owners), 1)]
    pairs = trials((secret for _, secret in passed), [end for _, end in owners])
    return [(passed[key][0], owners[end][0]) for key, end in pairs]

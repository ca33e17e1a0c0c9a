"""What is wrong with the pasted fields themselves, before any key is tried."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from inspector.findings import Finding, Severity
from inspector.tickets.decryption.diagnosis.handles import handle
from inspector.tickets.decryption.repair.readings import is_whole
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.fields import BLOCK, MAIN_FIELDS, SHORT_SIZE
from inspector.tickets.ticket import Ticket

MISSING: Final = {
    "session_key": "session_key_missing",
    "iv": "iv_missing",
    "encryptedData": "encrypted_data_missing",
}
ABSENT: Final = frozenset([*MISSING.values(), "undefined_value"])
"""Findings that say that an input is not there."""
LENGTH: Final = {
    "session_key": "session_key_length",
    "iv": "iv_length",
    "encryptedData": "encrypted_data_length",
}


def missing(pasted: Mapping[str, Pasted]) -> list[Finding]:
    """Return an error for each of the three fields that was not given."""
    return [
        Finding(MISSING[role], Severity.ERROR, role) for role in MAIN_FIELDS if role not in pasted
    ]


def empty(ticket: Ticket, absent: list[Finding]) -> list[Finding]:
    """Return what is missing where a call answered with empty data: first of all, that."""
    if ticket.encrypted_data is None or "encryptedData" not in [f.field for f in absent]:
        return absent
    told = Finding("empty_encrypted_data", Severity.WARNING, "encryptedData")
    return [*sorted(absent, key=lambda finding: finding.field != "encryptedData"), told]


def unreadable(pasted: Mapping[str, Pasted]) -> list[Finding]:
    """Return an error for each given field that cannot be what it should be."""
    found = [field_problem(each) for each in pasted.values()]
    return [finding for finding in found if finding is not None]


def field_problem(pasted: Pasted) -> Finding | None:
    """Return what is wrong with one field's text: something else, elided, no base64, a length."""
    if (other := handle(pasted)) is not None:
        return other
    if pasted.notations:
        return None
    if pasted.is_elided:
        return Finding("elided", Severity.ERROR, pasted.name)
    if places := pasted.illegal_places:
        parameters = {"count": len(places), "place": places[0] + 1, "places": places}
        return Finding("not_base64", Severity.ERROR, pasted.name, parameters)
    if pasted.gapped[0].illegal:
        return Finding("not_base64", Severity.ERROR, pasted.name, {"count": 2, "place": "?"})
    if pasted.name == "encryptedData":
        return (
            None if any(_is_whole(reading.text) for reading in pasted.readings) else _length(pasted)
        )
    return None if pasted.traced else _length(pasted)


def _is_whole(text: str) -> bool:
    return is_whole(len(text.rstrip("=")))


def _length(pasted: Pasted) -> Finding:
    characters = pasted.compact
    parameters = {
        "count": len(characters) * 3 // 4,
        "characters": len(characters),
        "expected": SHORT_SIZE,
        "rest": len(characters) * 3 // 4 % BLOCK,
    }
    return Finding(LENGTH[pasted.name], Severity.ERROR, pasted.name, parameters)

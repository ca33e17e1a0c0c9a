"""What proves a mended text: the tickets that it opens, with their values as they were pasted."""

from __future__ import annotations

import re
from dataclasses import replace

from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.scanning.trial_decryption import bytes_of
from inspector.tickets.decryption import cipher
from inspector.tickets.decryption.straight import plain_text
from inspector.tickets.fields import BLOCK, MAIN_FIELDS
from inspector.tickets.ticket import Ticket

_LINE_HEAD = re.compile(r"\n[ \t]*[>|#*][>|#* \t]*  # `⏎>> `", re.VERBOSE)
_SIGN = re.compile(r"[A-Za-z0-9]")


def opening(capture: Capture) -> int:
    """Return how many different tickets open, to the last byte of their padding."""
    return len({_triple(ticket) for ticket in capture.tickets if _opens(ticket)})


def _triple(ticket: Ticket) -> tuple[str | None, ...]:
    return tuple(ticket.field(name) for name in MAIN_FIELDS)


def _opens(ticket: Ticket) -> bool:
    key, iv, data = (bytes_of(value or "") for value in _triple(ticket))
    if len(key) != BLOCK or len(iv) != BLOCK or not data or len(data) % BLOCK:
        return False
    return plain_text(cipher.decrypt(key, iv, data)) is not None


def as_pasted(text: str, capture: Capture) -> Capture:
    """Return a capture with its values as they stand in a text, so that each repair is told."""
    tickets = list(capture.tickets)
    for span in capture.spans:
        raw = _LINE_HEAD.sub("\n", text[span.start : span.end])
        value = tickets[span.ticket].field(span.field) or ""
        if span.field in MAIN_FIELDS and _signs(raw) == _signs(value):
            tickets[span.ticket] = tickets[span.ticket].with_field(span.field, raw)
    return replace(capture, tickets=tuple(tickets))


def _signs(value: str) -> str:
    return "".join(_SIGN.findall(value))

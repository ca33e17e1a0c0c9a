"""What speaks for a mended text: the tickets that it opens, or whose values are whole."""

from __future__ import annotations

import re
from dataclasses import replace

from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.scanning.shapes import is_base64
from inspector.tickets.capture.scanning.trial_decryption import bytes_of
from inspector.tickets.decryption import cipher
from inspector.tickets.decryption.straight import plain_text
from inspector.tickets.fields import BLOCK, MAIN_FIELDS
from inspector.tickets.ticket import Ticket

_LINE_HEAD = re.compile(r"\n[ \t]*[>|#*][>|#* \t]*  # `⏎>> `", re.VERBOSE)
_NO_SIGN = re.compile(r"[^A-Za-z0-9+/_-]")
_SIGN = re.compile(r"[A-Za-z0-9]")


def opening(capture: Capture) -> int:
    """Return how many different tickets open, to the last byte of their padding."""
    return len({_triple(ticket) for ticket in capture.tickets if _opens(ticket)})


def of_right_length(capture: Capture) -> tuple[int, int]:
    """Return how many different tickets have a key and an iv of 16 bytes and whole blocks.

    And how many characters of data these have: what is cut may be whole blocks by chance.
    """
    found = {_triple(ticket) for ticket in capture.tickets if _bytes(ticket)}
    right = [values for values in found if not any(map(_is_cut, values))]
    return len(right), sum(len(data or "") for _, _, data in right)


def _is_cut(value: str | None) -> bool:
    """Say whether a value has a character too many for any bytes, as many a cut one has."""
    return value is not None and is_base64(value) and len(_NO_SIGN.sub("", value)) % 4 == 1


def _triple(ticket: Ticket) -> tuple[str | None, ...]:
    return tuple(ticket.field(name) for name in MAIN_FIELDS)


def _opens(ticket: Ticket) -> bool:
    values = _bytes(ticket)
    return values is not None and plain_text(cipher.decrypt(*values)) is not None


def _bytes(ticket: Ticket) -> tuple[bytes, bytes, bytes] | None:
    """Return key, iv and data; None where one of them has a length that it cannot have."""
    key, iv, data = (bytes_of(value or "") for value in _triple(ticket))
    if len(key) != BLOCK or len(iv) != BLOCK or not data or len(data) % BLOCK:
        return None
    return key, iv, data


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

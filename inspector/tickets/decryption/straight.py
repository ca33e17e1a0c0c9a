"""The straight way: a ticket that is whole and clean is opened in a few steps.

It is taken only where nothing is in doubt: base64 exactly as the platform writes it, right
padding, UTF-8, JSON of a known kind that begins as that kind does. Everything else is left to
the searches, and of what is taken they would say the same, which a test compares on every kind
of damage. So this is about time only: nearly all tickets of a file of reports are clean.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from inspector.exact_json.parsing import NotJson, parse
from inspector.findings import in_order
from inspector.tickets.decryption import base64_text, cipher
from inspector.tickets.decryption.context import JudgeContext
from inspector.tickets.decryption.search import first_block
from inspector.tickets.fields import BLOCK
from inspector.tickets.payload.kinds import recognise
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import Outcome, Verdict, whole_states

_FILLINGS: Final = tuple(bytes([count]) * count for count in range(BLOCK + 1))


class Plain(NamedTuple):
    """What decrypted bytes say where nothing of them is in doubt."""

    text: str
    payload: Any
    kind: str
    padding: int


def open_straight(context: JudgeContext) -> Verdict | None:
    """Return the verdict of a ticket that opens as it stands; None where there is any doubt."""
    ticket = context.ticket
    decrypted = _decrypted(ticket)
    plain = _read(decrypted)
    if plain is None:
        return None
    return Verdict(
        ticket,
        ticket,
        Outcome.OPENED,
        kind=plain.kind,
        payload=plain.payload,
        plaintext=plain.text,
        data=decrypted,
        blocks=whole_states(len(decrypted), plain.padding),
        findings=in_order(
            [*context.of_opened(ticket, plain.payload), *context.of_signature(ticket)]
        ),
    )


def _read(decrypted: bytes) -> Plain | None:
    """Return what decrypted bytes say, padding included; None where there is any doubt."""
    text = plain_text(decrypted)
    try:
        payload = parse(text) if text else None
    except NotJson:
        return None
    kind = recognise(payload) if isinstance(payload, dict | list) else None
    if text is None or kind is None or not first_block.is_usual(text):
        return None
    return Plain(text, payload, kind, decrypted[-1])


def plain_text(decrypted: bytes) -> str | None:
    """Return the text of decrypted bytes; None where the padding or a character is not right."""
    padding = decrypted[-1] if decrypted else 0
    if not 1 <= padding <= BLOCK or not decrypted.endswith(_FILLINGS[padding]):
        return None
    try:
        return decrypted[:-padding].decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decrypted(ticket: Ticket) -> bytes:
    """Return what comes out of the cipher, padding included; nothing where a field is unclean."""
    key, iv = base64_text.exact(ticket.session_key), base64_text.exact(ticket.iv)
    data = base64_text.exact(ticket.encrypted_data)
    clean = len(key) == len(iv) == BLOCK and len(data) % BLOCK == 0
    if not clean or not _is_word(ticket.app_id) or not _is_word(ticket.signature):
        return b""
    return cipher.decrypt(key, iv, data)


def _is_word(text: str | None) -> bool:
    """Say whether a text beside the ticket needs no cleaning."""
    return not text or (text.isascii() and text.isalnum())

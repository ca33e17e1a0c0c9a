"""The seam: one ticket in, one verdict out, never an exception."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from inspector.findings import Finding, Severity
from inspector.tickets import base64_text, opening
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import BlockState, Outcome, Verdict

MISSING = {
    "session_key": "session_key_missing",
    "iv": "iv_missing",
    "encryptedData": "encrypted_data_missing",
}
LENGTH = {
    "session_key": "session_key_length",
    "iv": "iv_length",
    "encryptedData": "encrypted_data_length",
}


def judge(
    ticket: Ticket,
    *,
    now: datetime | float | None = None,
    known_keys: Iterable[str] = (),
    cancelled: Callable[[], bool] | None = None,
) -> Verdict:
    """Return what a ticket says, or exactly why it says nothing. Never raises.

    Args:
        ticket: The fields as pasted.
        now: The moment to count ages from, aware or in unix seconds; None is the clock.
        known_keys: Other session keys, as text, to try when the ticket does not open.
        cancelled: Asked now and then during searches; True ends them early.
    """
    del now, known_keys, cancelled
    findings: list[Finding] = []
    values: dict[str, bytes] = {}
    for name, code in MISSING.items():
        text = ticket.field(name)
        if text is None or not text.strip():
            findings.append(Finding(code, Severity.ERROR, name))
            continue
        try:
            values[name] = base64_text.decode(text.strip())
        except base64_text.NotBase64:
            findings.append(Finding("not_base64", Severity.ERROR, name))
            continue
        size = len(values[name])
        if size % 16 or not size or (name != "encryptedData" and size != 16):
            findings.append(Finding(LENGTH[name], Severity.ERROR, name, {"count": size}))
    if findings:
        missing = any(f.code in MISSING.values() for f in findings)
        outcome = Outcome.INCOMPLETE if missing else Outcome.NOT_OPENED
        return Verdict(ticket, ticket, outcome, findings=tuple(findings))
    return _open(ticket, values["session_key"], values["iv"], values["encryptedData"])


def _open(ticket: Ticket, key: bytes, iv: bytes, data: bytes) -> Verdict:
    decrypted = opening.decrypt(key, iv, data)
    try:
        text = opening.unpad(decrypted).decode("utf-8")
        payload: Any = json.loads(text)
    except ValueError:
        blocks = (BlockState.SPOILT,) * (len(data) // opening.BLOCK)
        finding = Finding("session_key_wrong", Severity.ERROR, "session_key")
        return Verdict(
            ticket, ticket, Outcome.NOT_OPENED, data=decrypted, blocks=blocks, findings=(finding,)
        )
    return Verdict(
        ticket,
        ticket,
        Outcome.OPENED,
        payload=payload,
        plaintext=text,
        data=decrypted,
        blocks=(BlockState.READABLE,) * (len(data) // opening.BLOCK),
    )

"""The verdict on a text that holds no ticket, so that it goes the way of all verdicts."""

from __future__ import annotations

import time

from inspector.exact_json.writing import write
from inspector.tickets.capture.capture import Capture
from inspector.tickets.capture.neighbours.naming import NOTHING
from inspector.tickets.payload.kinds import recognise
from inspector.tickets.payload.meaning import judge_payload
from inspector.tickets.verdict import Outcome, Verdict


def without_ticket(capture: Capture, *, now: float | None = None) -> Verdict:
    """Return what a text without tickets is: outcome `no_ticket`, and the payload if it is one.

    Args:
        capture: What reading the text gave.
        now: The moment to count a payload's age from, in unix seconds; None is the clock.
    """
    payload = capture.payload
    if payload is None:
        return Verdict(NOTHING, NOTHING, Outcome.NO_TICKET, findings=capture.findings)
    meaning = judge_payload(payload, time.time() if now is None else now)
    return Verdict(
        NOTHING,
        NOTHING,
        Outcome.NO_TICKET,
        kind=recognise(payload),
        payload=payload,
        plaintext=payload if isinstance(payload, str) else write(payload),
        findings=(*capture.findings, *meaning),
    )

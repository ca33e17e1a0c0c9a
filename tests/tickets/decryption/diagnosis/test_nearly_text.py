"""A first block that a slip in the iv spoils is told from one before which data is missing."""

from __future__ import annotations

import json
import random
import secrets

from inspector.tickets import Ticket, judge
from tests.window.sealing import sealed


def unknown() -> Ticket:
    """Return a ticket whose payload has a member that no known kind has."""
    mark = {"timestamp": 1535624932, "appid": "wx0123456789abcdef"}
    group = "tG" + secrets.token_urlsafe(20)[:26]
    payload = {"openGId": group, "watermark": mark, "new_member": "x" * secrets.randbelow(40)}
    return sealed(json.dumps(payload, separators=(",", ":")))


def test_a_slip_in_the_iv_is_no_missing_head() -> None:
    drawn, others = random.Random(), []
    for _ in range(40):
        ticket = unknown()
        iv, at = ticket.iv or "", drawn.randrange(20)
        slip = iv[:at] + drawn.choice("ABCDabcd".replace(iv[at], "")) + iv[at + 1 :]
        cause = judge(ticket.with_field("iv", slip)).cause
        others += [] if cause in (None, "iv_wrong") else [cause]
    assert len(others) <= 1, others


def test_a_missing_head_is_one() -> None:
    """By chance noise looks like text: of 20,000 first blocks one has so few bytes of noise."""
    tickets = [unknown() for _ in range(40)]
    cut = [t.with_field("encryptedData", (t.encrypted_data or "")[64:]) for t in tickets]
    assert sum(judge(ticket).cause != "data_truncated" for ticket in cut) <= 2

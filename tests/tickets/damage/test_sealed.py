"""Test tickets before damage open, and carry a right signature."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from inspector.tickets import judge
from inspector.tickets.damage import Sealed


def test_a_sealed_ticket_opens() -> None:
    sealed = Sealed.fresh('{"openGId":"G","watermark":{}}', Random(1), "wx")
    verdict = judge(replace(sealed, raw_data="{}").ticket, now=0)
    assert verdict.plaintext == sealed.plaintext
    assert "signature_ok" in [finding.code for finding in verdict.findings]
    assert "key=" not in repr(sealed)

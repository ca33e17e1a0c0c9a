from __future__ import annotations

import dataclasses

from inspector.tickets import Outcome, Ticket, Verdict
from inspector.tickets.report import Shown, write_report
from tests.tickets.report.verdicts import opened

PLAIN = Shown(personal=True)


def test_hostile_text_stays_text() -> None:
    text = write_report([opened()], shown=PLAIN)
    assert "## Decrypted · Group share · 群 \\`one\\`" in text
    assert '`` "`\\|<b>*\\u202e" ``' in text
    assert "\u202e" not in text


def test_no_fence_can_be_closed_from_within() -> None:
    ticket = Ticket(None, None, None)
    hostile = "```\n# heading\n`````"
    verdict = Verdict(ticket, ticket, Outcome.PARTLY, plaintext=hostile)
    assert f"``````\n{hostile}\n``````" in write_report([verdict], shown=PLAIN)


def test_tables_keep_their_columns() -> None:
    verdict = dataclasses.replace(opened(), payload={"a|b\nc": "x|y"}, kind=None)
    lines = write_report([verdict], shown=PLAIN).splitlines()
    (row,) = [line for line in lines if line.startswith("| `/a")]
    assert row.replace("\\|", "").count("|") == 4

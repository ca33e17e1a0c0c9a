"""Tickets judged together get the verdicts that each of them gets alone."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from inspector.reports.together import judge_together
from inspector.tickets import Outcome, Ticket, Verdict, judge
from inspector.tickets.damage import DAMAGES, Sealed, damage
from inspector.tickets.decryption import base64_text
from tests.reports.reports import NOW
from tests.tickets.payloads import KINDS, app_id_of, draw, text_of


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector.tickets.decryption.context.time.time", lambda: NOW)


def never() -> bool:
    return False


def alone(tickets: list[Ticket], keys: list[str]) -> list[Verdict]:
    return [judge(ticket, now=NOW, known_keys=keys) for ticket in tickets]


def test_whatever_was_done_to_them() -> None:
    random = Random(11)
    tickets = []
    for name in DAMAGES:
        text = draw(random)
        tickets.append(damage(Sealed.fresh(text, random, app_id_of(text)), name, random))
    tickets += [Ticket(None, None, None), Ticket("", "x", "…"), tickets[0]]
    assert judge_together(tickets, (), never) == alone(tickets, [])


def test_with_keys_from_elsewhere() -> None:
    random = Random(12)
    sealed = [Sealed.fresh(text_of(kind(random)), random) for kind in KINDS.values()]
    keys = [each.ticket.session_key or "" for each in sealed]
    others = [base64_text.encode(random.randbytes(16)) for _ in sealed]
    known = ["no key", *others, *keys]
    tickets = [replace(each.ticket, session_key=None) for each in sealed]
    tickets += [
        replace(each.ticket, session_key=other)
        for each, other in zip(sealed, reversed(others), strict=True)
    ]
    together = judge_together(tickets, known, never)
    assert together == alone(tickets, known)
    assert all(verdict.outcome is Outcome.OPENED for verdict in together[: len(sealed)])
    assert all(verdict.proposals for verdict in together[len(sealed) :])

"""The long run: nothing is ever said to have opened that did not.

Kept out of the normal command: `python -m pytest -m long tests/tickets/test_no_wrong_opening.py`.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from inspector.tickets import Outcome, Ticket, judge
from inspector.tickets.damage import Sealed
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.unlocking import Fields, by_readings
from tests.tickets.payloads import draw

KEYS = 900_000
IVS = 60_000
MUTATIONS = 40_000
SEARCHED = 4_000
POOL = 400

pytestmark = [pytest.mark.long, pytest.mark.timeout(0)]


@pytest.fixture(scope="module")
def random() -> Random:
    return Random(20261123)


@pytest.fixture(scope="module")
def pool(random: Random) -> list[Sealed]:
    return [Sealed.fresh(draw(random), random) for _ in range(POOL)]


def never() -> bool:
    return False


def opened(ticket: Ticket) -> str | None:
    """Return the text of a ticket that opens without a search for the key, or None."""
    texts = (ticket.session_key, ticket.iv, ticket.encrypted_data)
    names = ("session_key", "iv", "encryptedData")
    fields = Fields(*(Pasted(n, t or "") for n, t in zip(names, texts, strict=True)))
    found = by_readings(fields, never)
    return found.opened.text if found.opened else None


def test_no_random_key_opens(pool: list[Sealed], random: Random) -> None:
    for number in range(KEYS):
        key = base64_text.encode(random.randbytes(16))
        ticket = replace(pool[number % POOL].ticket, session_key=key)
        assert opened(ticket) is None, ticket.encrypted_data


def test_no_random_key_opens_with_all_searches(pool: list[Sealed], random: Random) -> None:
    for number in range(SEARCHED):
        key = base64_text.encode(random.randbytes(16))
        verdict = judge(replace(pool[number % POOL].ticket, session_key=key), now=0)
        assert (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "session_key_wrong")


def test_no_random_iv_opens(pool: list[Sealed], random: Random) -> None:
    for number in range(IVS):
        iv = base64_text.encode(random.randbytes(16))
        assert opened(replace(pool[number % POOL].ticket, iv=iv)) is None


def test_no_mutated_data_opens_otherwise(pool: list[Sealed], random: Random) -> None:
    for number in range(MUTATIONS):
        sealed = pool[number % POOL]
        data = bytearray(sealed.data)
        for _ in range(random.choice((1, 1, 2, 16))):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        text = opened(sealed.with_data(bytes(data)))
        assert text is None or bytes(data) == sealed.data

from __future__ import annotations

import base64
import os

from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets import judge
from inspector.tickets.keys.key_ring import KeyRing, is_session_key
from inspector.tickets.minting import MintSpec, mint


def key() -> str:
    return base64.b64encode(os.urandom(16)).decode()


def test_the_latest_come_first_and_sources_stay() -> None:
    ring, first, second = KeyRing(), key(), key()
    assert ring.add([first, None, "no key", second], "log.txt") == 2
    assert ring.add([first], "later") == 0
    assert ring.all == (first, second)
    assert (ring.source_of(first), ring.source_of("x"), ring.version) == ("log.txt", None, 2)
    assert first in ring
    assert first not in repr(ring)


def test_the_oldest_are_forgotten_first() -> None:
    ring, keys = KeyRing(most=3), [key() for _ in range(5)]
    ring.add(keys)
    assert ring.all == tuple(reversed(keys[2:]))
    ring.forget(keys[4])
    assert len(ring) == 2
    ring.clear()
    assert ring.all == ()


def test_a_key_that_fits_is_tried() -> None:
    ring, minted = KeyRing(), mint(MintSpec())
    ring.add([key(), minted.session_key, key()])
    wrong = minted.ticket.with_field("session_key", key())
    verdict = judge(wrong, known_keys=ring.all)
    proposed = [proposal.fields.get("session_key") for proposal in verdict.proposals]
    assert minted.session_key in [verdict.repaired.session_key, *proposed]


@given(st.text(), st.binary(max_size=30))
def test_only_16_bytes_are_a_key(text: str, data: bytes) -> None:
    is_session_key(text)
    encoded = base64.b64encode(data).decode()
    assert is_session_key(encoded) is (len(data) == 16)
    assert is_session_key(encoded.rstrip("=")) is (len(data) == 16)

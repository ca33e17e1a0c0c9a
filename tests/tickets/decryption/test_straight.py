"""The straight way says what the searches say, whatever is done to a ticket, and it is taken."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.tickets import Outcome, Ticket, judge
from inspector.tickets.damage import DAMAGES, Sealed, damage
from inspector.tickets.decryption import base64_text, judging
from inspector.tickets.decryption.context import JudgeContext
from inspector.tickets.decryption.straight import open_straight
from inspector.tickets.payload.signature import sign
from tests.tickets.payloads import KINDS, app_id_of, draw, text_of

NOW = 1_800_000_000
TICKETS = 6


def both_ways(ticket: Ticket, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Compare the two ways and return whether the straight one was taken."""
    straight = open_straight(JudgeContext(ticket, NOW))
    with monkeypatch.context() as patch:
        patch.setattr(judging, "open_straight", lambda _: None)
        searched = judge(ticket, now=NOW)
    assert straight in (None, searched)
    assert judge(ticket, now=NOW) == searched
    return straight is not None


def beside(ticket: Ticket, random: Random) -> Ticket:
    """Return the ticket with what may come along, right or wrong."""
    raw = random.choice((None, '{"nickName":"张三"}', '{"a": 1}'))
    signed = sign(raw or "", random.choice((ticket.session_key or "", "other")))
    return replace(
        ticket,
        app_id=random.choice((ticket.app_id, None, "wx0123456789abcdef", " wx0 ", "")),
        raw_data=raw,
        signature=random.choice((signed, f"{signed} ", None)),
        label=random.choice((None, "row 7")),
    )


@pytest.mark.parametrize("name", DAMAGES)
def test_no_damage_makes_a_difference(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(TICKETS):
        random = Random(f"{name} {number}")
        text = draw(random)
        sealed = Sealed.fresh(text, random, app_id_of(text))
        if len(sealed.data) > 200 or name not in ("column_255", "elided_data"):
            both_ways(beside(damage(sealed, name, random), random), monkeypatch)


@pytest.mark.parametrize("kind", KINDS)
def test_whole_tickets_go_straight(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(kind)
    taken = 0
    for _ in range(TICKETS):
        text = text_of(KINDS[kind](random))
        taken += both_ways(Sealed.fresh(text, random).ticket, monkeypatch)
    assert taken == (0 if kind == "activity_id" else TICKETS)


PLAINTEXTS = (
    st.text(max_size=60)
    | st.text(max_size=40).map('{{"openGId":"{}"}}'.format)
    | st.text(max_size=40).map('{{"code":"{}","msg":1,"mobile":2}}'.format)
    | st.dictionaries(st.text(max_size=6), st.text(max_size=6)).map(json.dumps)
    | st.sampled_from(
        ["", "{}", "[]", '{"openGId":"G1","openGId":"G2"}', '[{"key":1,"value":1.10}]']
    )
)


@settings(deadline=None, max_examples=200)
@example('{"openGId":"\x7f\x9f€€€€€€€"}', 3, None)
@example('{"openGId":"G","n":1e400}', 3, None)
@given(PLAINTEXTS, st.integers(0, 2**32), st.integers(0, 255) | st.none())
def test_no_text_and_no_flipped_bit_makes_a_difference(
    text: str, seed: int, flipped: int | None
) -> None:
    random = Random(seed)
    sealed = Sealed.fresh(text.encode("utf-8", "replace").decode(), random)
    key, iv, data = sealed.key, bytearray(sealed.iv), bytearray(sealed.data)
    if flipped is not None:
        corrupt = random.choice((iv, data))
        corrupt[flipped // 8 % len(corrupt)] ^= 1 << flipped % 8
    ticket = Ticket(*map(base64_text.encode, (key, bytes(iv), bytes(data))))
    with pytest.MonkeyPatch.context() as monkeypatch:
        both_ways(ticket, monkeypatch)


@pytest.mark.parametrize("known", [(), ("AAAAAAAAAAAAAAAAAAAAAA==",)])
def test_known_keys_change_nothing_of_it(known: tuple[str, ...]) -> None:
    ticket = Sealed.fresh('{"openGId":"G1"}', Random(1)).ticket
    assert judge(ticket, now=NOW, known_keys=known) == open_straight(JudgeContext(ticket, NOW))


def test_a_text_that_only_decodes_loosely_is_left_to_the_searches() -> None:
    ticket = Sealed.fresh('{"openGId":"G1"}', Random(1)).ticket
    assert ticket.session_key is not None
    for key in (
        ticket.session_key[:-2],
        f"{ticket.session_key}\n",
        ticket.session_key[:21] + "z==",
    ):
        near = replace(ticket, session_key=key)
        assert open_straight(JudgeContext(near, NOW)) is None
    assert judge(replace(ticket, session_key=f"{ticket.session_key}\n")).outcome is Outcome.OPENED

"""Repaired and corrupt places, where they stand in what was pasted."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import replace

from inspector.messages import Messages
from inspector.tickets import Outcome, Ticket, judge
from inspector.window.ticket_panel.field_marks import field_marks
from inspector.window.widgets.marks import Mark
from tests.window.sealing import GROUP, sealed

ENGLISH = Messages("en")


def marks(ticket: Ticket, field: str) -> list[Mark]:
    return field_marks(ENGLISH, field, judge(ticket))


def corrupt(ticket: Ticket, *places: int) -> Ticket:
    """Return a ticket with some bytes of its data turned round."""
    data = bytearray(b64decode(ticket.encrypted_data or ""))
    for place in places:
        data[place] ^= 0xFF
    return replace(ticket, encrypted_data=b64encode(bytes(data)).decode())


def test_a_whole_ticket_has_no_marks() -> None:
    ticket = sealed(GROUP)
    assert [marks(ticket, f) for f in ("session_key", "iv", "encryptedData")] == [[], [], []]


def test_spaces_read_as_plus_are_marked_where_they_stand() -> None:
    made = (sealed(GROUP) for _ in range(10_000))
    ticket = next(t for t in made if (t.encrypted_data or "").strip("+").count("+") > 2)
    text = (ticket.encrypted_data or "").replace("+", " ")
    found = marks(replace(ticket, encrypted_data=text), "encryptedData")
    assert {text[mark.start : mark.end] for mark in found} == {" "}
    assert {mark.tone for mark in found} == {"warn"}


def test_a_corrupt_block_is_marked_in_the_base64() -> None:
    ticket = corrupt(sealed(GROUP), 33, 34, 35, 36, 37, 38)
    assert judge(ticket).outcome is Outcome.PARTLY
    (mark,) = marks(ticket, "encryptedData")
    assert mark.start <= 33 * 4 // 3 < mark.end
    assert "Bytes 32 to" in mark.tip


def test_a_corrupt_block_is_found_in_wrapped_text_too() -> None:
    ticket = corrupt(sealed(GROUP), 33, 34, 35, 36, 37, 38)
    whole = ticket.encrypted_data or ""
    wrapped = "\n".join(whole[i : i + 20] for i in range(0, len(whole), 20))
    (plain,) = marks(ticket, "encryptedData")
    found = [
        mark
        for mark in marks(replace(ticket, encrypted_data=wrapped), "encryptedData")
        if mark.tone == "err"
    ]
    assert found[0].start == plain.start + plain.start // 20


def test_nothing_is_marked_where_nothing_is_readable() -> None:
    ticket = replace(sealed(GROUP), session_key=sealed(GROUP).session_key)
    assert marks(ticket, "encryptedData") == []


def test_a_wrong_iv_is_marked_whole() -> None:
    ticket = replace(sealed(GROUP), iv=sealed(GROUP).iv)
    (mark,) = marks(ticket, "iv")
    assert (mark.start, mark.end, mark.tone) == (0, len(ticket.iv or ""), "err")

from __future__ import annotations

import secrets

from inspector.tickets.capture.capture import Capture, Span
from inspector.tickets.capture.opened import as_pasted, of_right_length, opening
from tests.window.sealing import GROUP, sealed


def test_tickets_that_open_are_counted_once() -> None:
    one, other = sealed(GROUP), sealed(GROUP, key=secrets.token_bytes(16))
    assert opening(Capture((one, other, one))) == 2


def test_a_ticket_opens_only_as_a_whole() -> None:
    ticket = sealed(GROUP)
    assert ticket.encrypted_data
    cut = ticket.with_field("encryptedData", ticket.encrypted_data[:-22])
    lone = ticket.with_field("iv", None)
    other = ticket.with_field("session_key", sealed(GROUP).session_key)
    assert opening(Capture((cut, lone, other))) == 0


def test_values_are_those_of_the_text() -> None:
    ticket = sealed(GROUP)
    key = ticket.session_key or ""
    text = f"> {key[:9]}\n>> {key[9:]} \\/"
    capture = Capture((ticket,), spans=(Span(0, "session_key", 2, 2 + len(key) + 4),))
    assert as_pasted(text, capture).tickets[0].session_key == f"{key[:9]}\n{key[9:]}"


def test_a_value_that_the_text_says_otherwise_is_kept() -> None:
    ticket = sealed(GROUP)
    capture = Capture((ticket,), spans=(Span(0, "iv", 0, 8),))
    assert as_pasted("eyJpdiI6", capture).tickets == (ticket,)


def test_of_right_length_are_tickets_that_may_be_whole_under_any_key() -> None:
    ticket, key = sealed(GROUP), sealed(GROUP).session_key
    assert ticket.encrypted_data
    foreign = ticket.with_field("session_key", key)
    size = len(ticket.encrypted_data)
    assert of_right_length(Capture((ticket, foreign, foreign))) == (2, 2 * size)
    for cut in (21, 85, size - 8):  # loosely read, 85 are four blocks
        data = ticket.encrypted_data[:cut]
        assert of_right_length(Capture((foreign.with_field("encryptedData", data),)))[0] == 0
    assert of_right_length(Capture((foreign.with_field("iv", None),))) == (0, 0)

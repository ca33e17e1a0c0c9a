from __future__ import annotations

from inspector.tickets import Capture, Ticket
from inspector.tickets.keys.key_sharing import with_proved_keys
from tests.tickets.capture.capture_forms import mint


def test_a_ticket_takes_the_key_that_opens_it() -> None:
    one, other = mint(), mint()
    keys = (Ticket(other.key, None, None), Ticket(one.key, None, None))
    capture = with_proved_keys(Capture((Ticket(None, one.iv, one.data), *keys)))
    assert capture.tickets[0] == Ticket(one.key, one.iv, one.data)


def test_a_key_that_opens_nothing_is_given_to_nobody() -> None:
    one, other = mint(), mint()
    capture = Capture((Ticket(None, one.iv, one.data), Ticket(other.key, None, None)))
    assert with_proved_keys(capture) == capture


def test_a_key_that_was_given_stays_even_if_it_is_wrong() -> None:
    one, other = mint(), mint()
    capture = Capture((Ticket(other.key, one.iv, one.data), Ticket(one.key, None, None)))
    assert with_proved_keys(capture) == capture

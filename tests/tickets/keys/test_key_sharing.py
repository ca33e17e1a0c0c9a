from __future__ import annotations

from secrets import token_urlsafe
from typing import Final

from inspector.tickets import Capture, Ticket
from inspector.tickets.keys.key_sharing import with_proved_keys
from tests.tickets.capture.capture_forms import mint

PLAIN: Final = str.maketrans("-_", "+/")


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


def test_of_thousands_of_keys_and_tickets_each_finds_its_own() -> None:
    """Looking closely at each pair would take minutes; the ends of the data tell."""
    made = [mint() for _ in range(60)]
    others = [Ticket(token_urlsafe(16).translate(PLAIN) + "==", None, None) for _ in range(3_000)]
    keys = [Ticket(each.key, None, None) for each in made]
    missing = [Ticket(None, each.iv, each.data) for each in made]
    capture = with_proved_keys(Capture((*missing, *others, *keys)))
    assert [ticket.session_key for ticket in capture.tickets[:60]] == [m.key for m in made]


def test_data_without_its_end_finds_its_key_among_a_few() -> None:
    one, other = mint(), mint()
    cut = one.data[: len(one.data) // 4 * 3]
    keys = (Ticket(other.key, None, None), Ticket(one.key, None, None))
    capture = with_proved_keys(Capture((Ticket(None, one.iv, cut), *keys)))
    assert capture.tickets[0].session_key == one.key

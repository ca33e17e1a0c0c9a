"""Readable and corrupt blocks under the right key."""

from __future__ import annotations

from random import Random

from inspector.tickets.damage import Sealed
from inspector.tickets.decryption.diagnosis.segments import MOST_RANGES, cut_segments, numbers_of
from inspector.tickets.verdict import BlockState
from tests.tickets.payloads import KINDS, text_of


def sealed() -> Sealed:
    random = Random(9)
    return Sealed.fresh(text_of(KINDS["user_info"](random)), random)


def characters(ticket: Sealed) -> str:
    return (ticket.ticket.encrypted_data or "").rstrip("=")


def test_whole_data_is_one_readable_segment() -> None:
    (segment,) = cut_segments(characters(sealed()), sealed().key, sealed().iv)
    assert segment.corrupt == []
    assert segment.plain.startswith(b'{"openId":"')


def test_without_an_iv_the_first_block_is_corrupt() -> None:
    (segment,) = cut_segments(characters(sealed()), sealed().key, None)
    assert segment.corrupt == [0]


def test_characters_lost_in_the_middle_make_two_segments() -> None:
    text = characters(sealed())
    first, second = cut_segments(text[:150] + text[161:], sealed().key, sealed().iv)
    assert set(first.states) == {BlockState.READABLE}
    assert second.headless
    assert second.corrupt == [0]
    assert second.plain.rstrip(bytes(range(17))).endswith(b'"}}')


def test_a_block_of_padding() -> None:
    ticket = Sealed.fresh('{"openGId":"' + "a" * 18 + '"}', Random(1))
    (segment,) = cut_segments(characters(ticket), ticket.key, ticket.iv)
    assert segment.states[-1] is BlockState.PADDING


def test_blocks_are_numbered_in_ranges_and_what_is_left_out_shows() -> None:
    assert numbers_of([1]) == "2"
    assert numbers_of([1, 7, 8, 9, 12]) == "2, 8–10, 13"
    assert numbers_of([*range(0, 2 * MOST_RANGES, 2)]).endswith(", 39")
    assert numbers_of([*range(0, 2 * MOST_RANGES + 2, 2)]).endswith(", 39, …")

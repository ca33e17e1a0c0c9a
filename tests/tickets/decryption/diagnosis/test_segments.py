"""Readable and corrupt blocks under the right key."""

from __future__ import annotations

from base64 import b64decode
from random import Random

from inspector.tickets.damage import Sealed
from inspector.tickets.decryption.diagnosis.segments import (
    LOST,
    MOST_RANGES,
    cut_segments,
    numbers_of,
)
from inspector.tickets.verdict import BlockState
from tests.tickets.payloads import KINDS, text_of

NOISE_LIKE_TEXT = (
    "R/GL4peyzJSpN+E01Mlwt1TRGTvUIpRhVc1e3oFZHi269xUewGOPOrZ5+XOrMWy1QnAlyH3VHENV"
    "QGtaxvUGmpmTuGjDzQIDABevphkhdRsqZjJgSJgAIsxCQIurQjw063wf+TUZR4VTmBe+/LlVkm/K"
    "94E9PRU/xqGaIRqozWIJ0ltlb27HwR4Tsr2A3G3F6j4q8XNOwee4+EFwm/174ctU+F6ZvvqK49Yj"
    "00vVX74VCn3V4jtci1SG3grY3LUQ6FLlNbL2PhUY2PuSHUijldC0="
)
"""Data of ours: one letter stands for 20, and a block of the noise looks like text by chance."""


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


def test_noise_that_looks_like_text_hides_no_loss_before_it() -> None:
    key, iv = b64decode("YwooHbh6kDYJFCpM6e3eHQ=="), b64decode("KKZnfLKwpbW44lFwVRKJtQ==")
    first, second = cut_segments(NOISE_LIKE_TEXT.rstrip("="), key, iv)
    assert set(first.states) == {BlockState.READABLE}
    assert second.corrupt == [0]
    assert second.plain.rstrip(bytes(range(17))).endswith(b'"wx0123456789abcdef"}}')


def test_noise_within_one_segment_parts_nothing() -> None:
    text = characters(sealed())
    noise = "".join(Random(2).choices("ABCDEFGHabcdefgh0123", k=70))
    (segment,) = cut_segments(text[:90] + noise + text[160:], sealed().key, sealed().iv)
    corrupt = segment.corrupt
    assert len(corrupt) >= LOST
    assert corrupt == list(range(corrupt[0], corrupt[-1] + 1))
    assert segment.states[-1] is not BlockState.CORRUPT


def test_a_block_of_padding() -> None:
    ticket = Sealed.fresh('{"openGId":"' + "a" * 18 + '"}', Random(1))
    (segment,) = cut_segments(characters(ticket), ticket.key, ticket.iv)
    assert segment.states[-1] is BlockState.PADDING


def test_blocks_are_numbered_in_ranges_and_what_is_left_out_shows() -> None:
    assert numbers_of([1]) == "2"
    assert numbers_of([1, 7, 8, 9, 12]) == "2, 8–10, 13"
    assert numbers_of([*range(0, 2 * MOST_RANGES, 2)]).endswith(", 39")
    assert numbers_of([*range(0, 2 * MOST_RANGES + 2, 2)]).endswith(", 39, …")

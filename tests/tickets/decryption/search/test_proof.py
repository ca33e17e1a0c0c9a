"""Proof: padding alone proves nothing."""

from __future__ import annotations

import pytest

from inspector.tickets.decryption.search.proof import (
    NoPayload,
    NotText,
    evidence_of_blocks,
    is_proof,
    key_evidence,
    open_whole,
)


def padded(text: bytes) -> bytes:
    count = 16 - len(text) % 16
    return text + bytes([count]) * count


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (b'{"openGId":"G"}', "group_share"),
        (b"{}", None),
        (b"[1]", None),
        (b"1151_abcdefghijklmnopqrstuv", "activity_id"),
        (b"", None),
        (b"null", None),
        (b'"a text in quotes"', None),
    ],
)
def test_what_opens(text: bytes, kind: str | None) -> None:
    opened = open_whole(padded(text))
    assert opened.text.encode() == text
    assert opened.kind == kind


def test_a_byte_order_mark_is_no_part_of_the_document() -> None:
    opened = open_whole(padded('\ufeff{"openGId":"G"}'.encode()))
    assert (opened.text, opened.kind) == ('{"openGId":"G"}', "group_share")


@pytest.mark.parametrize(
    "data",
    [b"", b"x" * 16, b"abcdefghijklmno\x01", b"\xff" * 15 + b"\x01", b"12345678901234\x02\x02"],
)
def test_what_proves_too_little(data: bytes) -> None:
    with pytest.raises(NotText):
        open_whole(data)


def test_a_text_beyond_doubt_that_is_no_payload() -> None:
    with pytest.raises(NoPayload) as caught:
        open_whole(padded(b"the session is over, log in again"))
    assert caught.value.text == "the session is over, log in again"
    assert caught.value.position == 0


def test_evidence_of_two_blocks_in_a_row_adds_up() -> None:
    assert evidence_of_blocks([12.0, 12.0]) == 24.0
    assert evidence_of_blocks([]) == 0.0
    assert not is_proof(key_evidence(bytes(16), bytes(160)))


def test_one_block_among_noise_proves_little() -> None:
    assert is_proof(evidence_of_blocks([-60.0, 25.0]))
    assert not is_proof(evidence_of_blocks([-60.0, 25.0, -60.0, -60.0]))
    assert is_proof(evidence_of_blocks([-60.0, 25.0, 20.0, -60.0]))
    assert is_proof(evidence_of_blocks([-60.0, 40.0, -60.0]))


def test_more_trials_need_more_proof() -> None:
    assert is_proof(30.0)
    assert not is_proof(30.0, 1_000_000)

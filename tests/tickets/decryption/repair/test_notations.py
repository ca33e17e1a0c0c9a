"""Bytes in other notations than base64 open as they stand, and nothing else is taken for them."""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets import Outcome, Ticket, judge
from inspector.tickets.decryption.repair.notations import as_characters, other_readings
from tests.tickets.decryption.notations import NOTATIONS
from tests.window.sealing import sealed

PAYLOAD = '{"openGId":"tGDBqTzMyyiw3ZFzLZPxmaCLxyz12","watermark":{"timestamp":1,"appid":"wx1"}}'


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("fields", ["session_key", "iv", "encryptedData", "all"])
def test_a_ticket_opens_whatever_the_notation(notation: str, fields: str) -> None:
    ticket = written = sealed(PAYLOAD)
    names = ("session_key", "iv", "encryptedData") if fields == "all" else (fields,)
    for name in names:
        data = b64decode(ticket.field(name) or "")
        written = written.with_field(name, NOTATIONS[notation](data))
    verdict = judge(written)
    assert (verdict.outcome, verdict.cause) == (Outcome.OPENED, None)
    assert verdict.plaintext == PAYLOAD
    assert verdict.fields == judge(ticket).fields
    assert {repair.field for repair in verdict.repairs} == set(names)


@given(st.binary(max_size=10).map(lambda part: ((part + b"\xff") * 48)[:48]))
def test_each_notation_gives_back_its_bytes(data: bytes) -> None:
    for write in NOTATIONS.values():
        assert data in [reading.data for reading in other_readings(write(data))]


def test_two_digits_may_be_hex_or_numbers() -> None:
    readings = other_readings(",".join(["10"] * 16))
    assert [reading.data for reading in readings] == [b"\x10" * 16, b"\x0a" * 16]


@given(st.binary(min_size=16, max_size=16))
def test_base64_is_no_other_notation(data: bytes) -> None:
    assert not other_readings(b64encode(data).decode())


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert all(len(reading.data) % 16 == 0 for reading in other_readings(text))
    as_characters(text)


def with_characters(iv: str, payload: str) -> Ticket:
    """Return a ticket whose iv is 16 characters used as bytes."""
    return replace(sealed(payload, iv=iv.encode()), iv=iv)


def test_an_iv_of_sixteen_characters_is_used_as_it_stands() -> None:
    iv = secrets.token_hex(8)
    verdict = judge(with_characters(iv, '{"orderNo":"20260101123","goods":"garden"}'))
    assert (verdict.outcome, verdict.cause) == (Outcome.OPENED, None)
    assert verdict.payload == {"orderNo": "20260101123", "goods": "garden"}
    assert [repair.code for repair in verdict.repairs] == ["characters_as_bytes"]


def test_an_iv_that_was_cut_to_sixteen_characters_is_told_as_that() -> None:
    ticket = sealed(PAYLOAD)
    verdict = judge(replace(ticket, iv=(ticket.iv or "")[:16]))
    assert verdict.cause == "iv_length"


@pytest.mark.parametrize("notation", ["hex", "Buffer"])
def test_a_wrong_key_beside_data_in_another_notation_is_wrong(notation: str) -> None:
    ticket = sealed(PAYLOAD)
    data = NOTATIONS[notation](b64decode(ticket.encrypted_data or ""))
    wrong = b64encode(secrets.token_bytes(16)).decode()
    verdict = judge(replace(ticket, encrypted_data=data, session_key=wrong))
    assert (verdict.outcome, verdict.cause) == (Outcome.NOT_OPENED, "session_key_wrong")

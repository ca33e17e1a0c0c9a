"""No text raises, and none takes longer than its length allows."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.tickets import Capture, read
from tests.growth import grows_linearly
from tests.tickets.capture.capture_forms import FORMS, Form, mint, whole
from tests.tickets.capture.more_capture_forms import MORE

PIECES = st.sampled_from(
    [
        *"{}[]()<>\"'`\\/=:;,&%+-_^$#@!? \n\r\t\0…，：“”群",
        "iv",
        "session_key",
        "encryptedData",
        "shareTickets",
        "rawData",
        "roomTopic",
        "signature",
        "watermark",
        "密钥",
        "%22",
        "%7B",
        "\\u0022",
        "&quot;",
        "<![CDATA[",
        "curl -d ",
        "decrypt(",
        '"log":{"entries":[',
        "INSERT INTO t (iv,encryptedData) VALUES (",
        "iv,encryptedData\n",
        "\ud800",
        "Ab1xY2zAb1xY2zAb1xY2zA==",
        "Ab1xY2z" * 9 + "A",
        "eyJpdiI6IkFiMXhZMnpBYjF4WTJ6QWIxeFkyekE9PSJ9",
        "...",
    ]
)


def check(text: str) -> Capture:
    capture = read(text)
    assert bool(capture.tickets) == (capture.reader is not None)
    for span in capture.spans:
        assert 0 <= span.start < span.end <= len(text)
        assert 0 <= span.ticket < len(capture.tickets)
        assert capture.tickets[span.ticket].field(span.field) is not None
    return capture


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_pieces_of_captures_in_any_order(text: str) -> None:
    check(text)


@settings(max_examples=100)
@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=100)
@given(st.binary().map(lambda data: data.decode("latin-1")))
def test_any_bytes(text: str) -> None:
    check(text)


@settings(max_examples=100)
@given(st.sampled_from(FORMS + MORE), st.integers(0, 999), st.integers(0, 30))
def test_a_form_with_a_hole(form: Form, thousandths: int, hole: int) -> None:
    text = form.build(mint())
    start = len(text) * thousandths // 1000
    check(text[:start] + text[start + hole :])


HOSTILE = (
    "{",
    '"',
    "'",
    "`",
    "\\",
    "[{(",
    "}",
    "$",
    "%",
    "%25",
    "&",
    "&amp;",
    "<",
    "<a ",
    "=",
    " ",
    "\n",
    "\0",
    "\ud800",
    "…",
    "A-",
    "iv-",
    "encryptedData-----",
    "iv\\u003d",
    "signature-----",
    "signature\\u003d",
    "signature***",
    "iv ",
    'iv:"',
    "iv:\n",
    "iv,",
    "iv=(a(",
    "%22iv",
    "\\u0022iv",
    "%7B%22iv%22",
    "密钥 ",
    'rawData:"{',
    'rawData={"a":',
    "shareTickets:[",
    'name="iv" value=',
    "<iv>Ab1xY2zAb1xY2zAb1xY2zA==",
    '[{"iv":"Ab1xY2zAb1xY2zAb1xY2zA=="',
    "Ab1xY2zAb1xY2zAb1xY2zA== ",
    "encryptedData: Ab1xY2zAb1xY2z ",
    '"a" + ',
    "eyJ",
    "a=b&",
)


@pytest.mark.parametrize("size", [2_000, 8_000])
@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_a_hostile_text_takes_no_longer_than_its_length_allows(unit: str, size: int) -> None:
    assert not grows_linearly(read, lambda length: unit * (length // len(unit)), size)


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_a_long_hostile_text_is_read(unit: str) -> None:
    check(unit * (100_000 // len(unit)))


@pytest.mark.parametrize("unit", ["{", '"'], ids=ascii)
def test_a_million_of_one_sign(unit: str) -> None:
    check(unit * 1_000_000)


def test_a_ticket_below_deep_nesting_is_found() -> None:
    minted = mint()
    text = '{"a":[' * 100_000 + json.dumps(whole(minted)) + "]}" * 100_000
    assert check(text).tickets[0].encrypted_data == minted.data


def test_a_ticket_amid_binary_is_found() -> None:
    minted = mint()
    noise = bytes(range(256)).decode("latin-1") * 50
    assert check(noise + json.dumps(whole(minted)) + noise).tickets[0].iv == minted.iv


def test_cancelling_gives_an_empty_capture() -> None:
    text = json.dumps(whole(mint()))
    assert read(text, cancelled=lambda: True) == Capture(truncated=True)


def test_progress_is_told() -> None:
    told: list[float] = []
    read("iv " * 100_000, progress=told.append)
    assert len(told) > 1
    assert all(0 <= share <= 1 for share in told)

from __future__ import annotations

import base64
import secrets

import pytest

from inspector.tickets.capture.scanning.mended import holds_more, mended, with_plain_signs

DATA = base64.b64encode(b"\xfb" + secrets.token_bytes(95)).decode()


@pytest.mark.parametrize(
    ("sign", "plain"),
    [
        *[(mark, "") for mark in ("\u200b", "\ufeff", "\\u200b", "\\\\u2060", "\\xad", "%0A")],
        *[(mark, "") for mark in ("%E2%80%8B", "%25e2%2580%258b", "%C2%AD", "%EF%BB%BF")],
        *[("＋", "+"), ("Ａ", "A"), ("\\uff0b", "+"), ("%EF%BC%8B", "+"), ("%EF%BD%81", "a")],
        *[("&#43;", "+"), ("&amp;plus;", "+"), ("&#x2F;", "/"), ("&equals;", "=")],
        *[
            ("%2B", "+"),
            ("%252B", "+"),
            ("%5C%2F", "%5C/"),
            ("%5Cn", ""),
            ("\\u002b", "+"),
            ("\\x2F", "/"),
            ("\\/", "/"),
            ("\\\\/", "/"),
        ],
    ],
)
def test_a_sign_becomes_what_it_stands_for(sign: str, plain: str) -> None:
    text = DATA + sign + DATA
    made = mended(text, with_plain_signs(text))
    assert made
    assert made.text == DATA + plain + DATA


def test_a_name_keeps_its_signs() -> None:
    text = f"昵称：Ｔｏｍ\u200b iv: {DATA}"
    assert mended(text, with_plain_signs(text)) is None


def test_nothing_is_mended_where_all_data_opens() -> None:
    text = DATA.replace("/", "\\/") + "\\/"
    made = mended(text, with_plain_signs(text))
    assert made
    assert holds_more(made.text, 0)
    assert not holds_more(made.text, 1)

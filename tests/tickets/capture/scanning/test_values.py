"""A value ends where the next field begins, with and without `=` at its end."""

from __future__ import annotations

from itertools import permutations

import pytest

from inspector.tickets import read
from tests.tickets.capture.capture_forms import mint


@pytest.mark.parametrize("sign", [" ", " is ", ": ", "="])
@pytest.mark.parametrize("between", ["\n", "\r\n", " "])
@pytest.mark.parametrize("name", ["{}", "--{}"])
def test_a_value_without_padding_ends_at_the_next_name(name: str, between: str, sign: str) -> None:
    for order in permutations(("session_key", "iv", "encryptedData")):
        m = mint()
        values = {"session_key": m.key, "iv": m.iv, "encryptedData": m.data}
        plain = {field: value.rstrip("=") for field, value in values.items()}
        text = between.join(name.format(field) + sign + plain[field] for field in order)
        (ticket,) = read(text).tickets
        assert {field: ticket.field(field) for field in order} == plain


UNLIKELY = ("Omd/prrmroNDkO+qtrVDww", "pGkslindikwbgOTktLsUlA", "slindikwbgOTktLsUlNicw",
            "RiwliIcKpoZilgcTSirasw")  # fmt: skip
"""Bytes by chance whose base64 looks like a word."""


@pytest.mark.parametrize("field", ["session_key", "iv"])
@pytest.mark.parametrize("value", UNLIKELY)
def test_a_value_of_the_exact_length_that_looks_like_a_word_is_a_value(
    value: str, field: str
) -> None:
    m = mint()
    other = {"session_key": m.key, "iv": m.iv, "encryptedData": m.data} | {field: value}
    for sign, between in ((": ", "\n"), ("=", " "), (" is ", "\n")):
        text = between.join(name + sign + each.rstrip("=") for name, each in other.items())
        (ticket,) = read(text).tickets
        assert ticket.field(field) == value


def test_a_word_of_that_length_is_none() -> None:
    for word in ("getUserInfoFromServerw", "generateRandomVectorAA", "session-key-goes-hereQ"):
        assert read(f"iv = {word}\nsession_key: {word}").tickets == ()

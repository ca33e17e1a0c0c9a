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

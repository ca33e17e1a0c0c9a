from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.big_integers import digits_to_integer, integer_to_digits


@given(st.integers())
def test_small_integers_are_as_python_writes_them(number: int) -> None:
    assert integer_to_digits(number) == str(number)
    assert digits_to_integer(str(number)) == number


@given(st.binary(min_size=250, max_size=9000), st.booleans())
def test_both_ways_agree_at_any_size(data: bytes, negative: bool) -> None:
    number = int.from_bytes(data) * (-1 if negative else 1)
    text = integer_to_digits(number)
    assert digits_to_integer(text) == number
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        assert text == str(number)
    finally:
        sys.set_int_max_str_digits(limit)

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from inspector.qr import LEVELS, Empty, Level, NotEncodable, TooLong, capacity, encode, to_png
from tests.qr.reading import texts_in

# ISO/IEC 18004, table 7: bytes that versions 1, 9, 10 and 40 hold in byte mode.
STANDARD: dict[Level, tuple[int, int, int, int]] = {
    "L": (17, 230, 271, 2953),
    "M": (14, 180, 213, 2331),
    "Q": (11, 130, 151, 1663),
    "H": (7, 98, 119, 1273),
}


@pytest.mark.parametrize("level", LEVELS)
def test_the_capacities_are_those_of_the_standard(level: Level) -> None:
    assert tuple(capacity(version, level) for version in (1, 9, 10, 40)) == STANDARD[level]


@pytest.mark.parametrize("level", LEVELS)
def test_a_full_code_is_read_back_and_one_byte_more_is_too_long(level: Level) -> None:
    most = STANDARD[level][-1]
    code = encode("a" * most, level)
    assert (code.version, code.level, code.bytes_used, code.capacity) == (40, level, most, most)
    assert code.modules == 177
    assert texts_in(QImage.fromData(to_png(code))) == ["a" * most]
    with pytest.raises(TooLong) as caught:
        encode("a" * (most + 1), level)
    assert (caught.value.bytes, caught.value.capacity) == (most + 1, most)


def test_automatic_takes_the_version_of_m_and_the_strongest_level_that_fits_it() -> None:
    assert [(encode("a" * n).version, encode("a" * n).level) for n in (7, 8, 11, 12, 14, 15)] == [
        (1, "H"), (1, "Q"), (1, "Q"), (1, "M"), (1, "M"), (2, "Q"),
    ]  # fmt: skip


def test_automatic_falls_back_to_l_where_m_cannot_hold_the_text() -> None:
    assert encode("a" * 2331).level == "M"
    assert encode("a" * 2332).level == "L"
    with pytest.raises(TooLong, match="2954 bytes, at most 2953 fit"):
        encode("a" * 2954)


def test_chinese_counts_as_the_bytes_of_its_utf8() -> None:
    assert encode("群聊").bytes_used == 6


def test_nothing_and_half_a_surrogate_pair_have_no_code() -> None:
    with pytest.raises(Empty):
        encode("")
    with pytest.raises(NotEncodable):
        encode("a\ud83d")


@settings(max_examples=30)
@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S"]), min_size=1))
def test_every_address_text_is_read_back(text: str) -> None:
    assert texts_in(QImage.fromData(to_png(encode(text)))) == [text]

"""Readings: the base64 that a field may have been meant to be."""

from __future__ import annotations

import base64

from hypothesis import assume, example, given
from hypothesis import strategies as st

from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.repair import (
    clean,
    data_readings,
    short_readings,
    trimmed_readings,
)
from inspector.tickets.decryption.repair.gaps import GappedText, split
from inspector.tickets.decryption.repair.readings import is_whole, raw_reading


def gapped(text: str) -> GappedText:
    return split(clean(text)[0])


@given(st.binary(min_size=16, max_size=16))
def test_sixteen_bytes_have_one_plain_reading(data: bytes) -> None:
    text = base64.b64encode(data).decode()
    (reading,) = short_readings(gapped(text))
    assert (reading.text, reading.data, reading.changes) == (text, data, ())


@given(st.binary(min_size=16, max_size=16))
@example(base64.b64decode("+NS92k2vMN+vDP+Gm6a9lA=="))  # one trimmed, two inner blanks
@example(base64.b64decode("+U2Ex4pgbznsulw++vBXvQ=="))
def test_a_key_whose_pluses_are_spaces_is_among_the_readings(data: bytes) -> None:
    text = base64.b64encode(data).decode()
    trimmed = text.replace("+", " ").strip()
    assume(len(text) - len(trimmed) < 2)  # two that left no trace are too many to suppose
    readings = short_readings(gapped(trimmed))
    assert data in [reading.data for reading in readings]


def test_missing_equals_signs_and_spare_bits_are_told() -> None:
    (reading,) = short_readings(gapped("A" * 21 + "B"))
    assert reading.text == "A" * 22 + "=="
    assert {change.code: change.count for change in reading.changes} == {
        "padding_restored": 2,
        "typo_corrected": 1,
    }


@given(st.text("ABCab+/09", max_size=50))
def test_loose_decoding_takes_any_length(text: str) -> None:
    usable = text[: len(text) - (len(text) % 4 == 1)]
    assert decode_loosely(text) == base64.b64decode(usable + "=" * (-len(usable) % 4))


def test_which_lengths_hold_whole_blocks() -> None:
    assert [size for size in range(1, 90) if is_whole(size)] == [22, 43, 64, 86]


def test_data_is_read_by_rule_whole_blocks_first() -> None:
    text = "A" * 30 + " " + "A" * 33
    assert data_readings(gapped(text))[0].text == "A" * 30 + "+" + "A" * 33
    text = "A" * 32 + " " + "A" * 32
    assert data_readings(gapped(text))[0].text == "A" * 64


def test_a_plus_trimmed_off_an_end() -> None:
    assert [r.text for r in trimmed_readings(gapped("A" * 63))] == ["+" + "A" * 63, "A" * 63 + "+"]
    assert trimmed_readings(gapped("A" * 64)) == []


def test_cut_data_keeps_its_last_bits() -> None:
    assert raw_reading(gapped("A" * 61 + "/B")).text == "A" * 61 + "/B"

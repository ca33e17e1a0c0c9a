"""Texts come out of bytes in every encoding that Chinese systems write, and are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.texts import changed_part, decode


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_every_unicode_encoding_is_told_by_its_mark(text: str, encoding: str) -> None:
    marked = encoding != "utf-8"
    if not marked and text.startswith("\ufeff"):
        return
    assert decode(text.encode(encoding)) == text


@given(st.binary())
def test_no_bytes_are_refused(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize("encoding", ["gb18030", "gbk"])
def test_the_encoding_of_a_chinese_windows_is_read(encoding: str) -> None:
    assert decode("会话密钥 iv".encode(encoding)) == "会话密钥 iv"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zero_bytes(encoding: str) -> None:
    text = '{"session_key": "会话密钥"}'
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_character_cut_off_by_a_limit_spoils_nothing_else(encoding: str) -> None:
    assert decode("会话密钥 abc 群".encode(encoding)[:-1]) == "会话密钥 abc "


@given(st.text(), st.text(), st.text(), st.text())
def test_the_changed_part_is_all_that_differs(before: str, old: str, new: str, after: str) -> None:
    first, second = before + old + after, before + new + after
    start, old_end, new_end = changed_part(first, second)
    assert first[:start] + second[start:new_end] + first[old_end:] == second
    assert new_end - start <= len(new)

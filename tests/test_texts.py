"""Texts come out of bytes in every encoding that Chinese systems write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.texts import decode


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
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

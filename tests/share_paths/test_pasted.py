"""What people paste is freed of its wrapping."""

from __future__ import annotations

import pytest

from inspector.share_paths.pasted import Pasted


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (" \ufeff/pages/a\u200b\n", "/pages/a"),
        ('"/pages/a",', "/pages/a"),
        ("'/pages/a';", "/pages/a"),
        ("“pages/a”", "pages/a"),
        ("`pages/a`", "pages/a"),
        ("'weixin://dl/business/?t=x'", "weixin://dl/business/?t=x"),
        ("'a=b'", "'a=b'"),
        ("'", "'"),
        ("", ""),
    ],
)
def test_quotes_and_space_go_unless_they_may_be_meant(text: str, inner: str) -> None:
    assert Pasted(text).text == inner


@pytest.mark.parametrize("text", ["'/pages/a?id=' + id + '&b='", "'a', 'b'"])
def test_code_keeps_its_quotes(text: str) -> None:
    assert Pasted(text).text == text

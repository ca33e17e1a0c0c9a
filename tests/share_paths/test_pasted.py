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


def test_members_are_texts_or_nothing() -> None:
    pasted = Pasted("{path: 'a', scene: 1044}")
    assert pasted.string("path") == "a"
    assert pasted.string("scene") is None
    assert pasted.string("query") is None
    assert Pasted("pages/a").mapping == {}

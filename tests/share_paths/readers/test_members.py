"""A path inside source code."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse

PATH = SharePath("pages/a/b", [("id", "1")])


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Page({\n  onShareAppMessage: () => ({ path: '/pages/a/b?id=1' }),\n})", "share_message"),
        ("title: 'x',\npath: \"/pages/a/b?id=1\",", "share_message"),
        ('const path = "/pages/a/b?id=1";', "share_message"),
        ('<navigator url="/pages/a/b?id=1" open-type="navigate">', "navigate"),
        ("if (x) {\n  wx.redirectTo({\n    url: '/pages/a/b?id=1',\n  });\n}", "navigate"),
    ],
)
def test_the_first_path_is_taken(text: str, target: str) -> None:
    parsed = parse(text)
    assert (parsed.share_path, parsed.target, parsed.findings) == (PATH, target, ())


def test_web_addresses_in_code_are_no_pages() -> None:
    assert parse("wx.request({\n  url: 'https://example.com/api',\n})").share_path == SharePath("")

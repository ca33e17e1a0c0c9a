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


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("wxa/getwxacode", "code"),
        ("cgi-bin/wxaapp/createwxaqrcode", "qrcode"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        """curl 'https://api.weixin.qq.com/{}?access_token=T' -d '{{"path":"pages/a/b?id=1"}}'""",
        """irm 'https://api.weixin.qq.com/{}?access_token=T' -d '{{"path":"pages/a/b?id=1"}}'""",
        'POST /{}?access_token=T HTTP/1.1\n\n{{"path": "pages/a/b?id=1"}}',
    ],
)
def test_the_address_says_what_the_body_leaves_open(
    command: str, address: str, target: str
) -> None:
    parsed = parse(command.format(address))
    assert (parsed.target, parsed.share_path) == (
        target,
        SharePath("pages/a/b", [("id", "1")]),
    )
    assert "leading_slash" not in [finding.code for finding in parsed.findings]

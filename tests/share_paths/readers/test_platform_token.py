"""A token of the platform is named, not guessed at."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("weixin://dl/business/?t=AbC123", "scheme"),
        ("weixin://dl/business?t=AbC123", "scheme"),
        ("https://wxaurl.cn/AbC123", "url_link"),
        ("https://wxmpurl.cn/AbC123", "url_link"),
        ("#小程序://商店/首页/aBc12", "short_link"),
        ("mp://aBc12", "short_link"),
        ("https://mp.weixin.qq.com/a/~abcdefghijklmnopqrstuv~~", "qrcode"),
        ("http://mp.weixin.qq.com/a/~~abc~def~~", "ci_preview"),
    ],
)
def test_each_kind_is_known(text: str, target: str) -> None:
    parsed = parse(text)
    assert (parsed.share_path, parsed.target) == (SharePath(""), target)
    assert [finding.code for finding in parsed.findings] == ["platform_token"]


@pytest.mark.parametrize("head", ["weixin://dl/business/?t=AbC&", "https://wxaurl.cn/AbC?"])
def test_the_suffix_behind_it_is_taken(head: str) -> None:
    parsed = parse(f"{head}cq=id%3D1%26n%3D%25E7%25BE%25A4")
    assert parsed.share_path == SharePath("", [("id", "1"), ("n", "群")])
    assert [finding.code for finding in parsed.findings] == ["platform_token"]


def test_a_page_of_the_same_site_is_an_ordinary_link() -> None:
    assert parse("https://mp.weixin.qq.com/s/abc").target == "ordinary_link"

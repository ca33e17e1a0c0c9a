"""A token of the platform is named, not guessed at."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse
from inspector.share_paths.readers.addresses import split_members


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


def test_what_is_not_known_belongs_to_the_carrier_that_stands_unencoded() -> None:
    query = "appid=x&query=a=1&b=2&&env=trial&c=3"
    assert split_members(query, ("appid", "query", "env"), carrier="query") == (
        {"appid": "x", "query": "a=1&b=2", "env": "trial"},
        ["c"],
    )


def test_a_repeated_member_behind_the_carrier_is_part_of_it() -> None:
    assert split_members("path=/a?path=1&path=2", ("path",), carrier="path") == (
        {"path": "/a?path=1&path=2"},
        [],
    )
    assert split_members("", ("path",), carrier="path") == ({}, [])


APP = "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx0123456789abcdef"


@pytest.mark.parametrize("path", ["pages%2Fa.html%3Fid%3D1", "pages/a.html?id=1"])
@pytest.mark.parametrize("tail", ["key=&uin=&scene=4&version=63", "uin=1&pass_ticket=x&id=2"])
def test_what_the_platform_hangs_on_a_trial_link_is_no_parameter(path: str, tail: str) -> None:
    parsed = parse(f"{APP}&path={path}&{tail}#wechat-redirect")
    assert parsed.share_path == SharePath("pages/a", [("id", "1")])
    assert "member_dropped" in [finding.code for finding in parsed.findings]

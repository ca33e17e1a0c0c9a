"""The trial-version link."""

from __future__ import annotations

import pytest

from inspector.share_paths import Options, SharePath, parse, render

APP_ID = "wx0123456789abcdef"
HEAD = f"https://open.weixin.qq.com/sns/getexpappinfo?appid={APP_ID}&path=pages/index/index.html"
PATH = SharePath("pages/index/index", [("id", "1"), ("n", "群")])


def test_the_page_has_a_suffix_and_the_query_is_encoded_once_more() -> None:
    text = render(PATH, "trial_link", Options(APP_ID)).text
    assert text == f"{HEAD}%3Fid%3D1%26n%3D%25E7%25BE%25A4#wechat-redirect"
    bare = render(SharePath("pages/index/index"), "trial_link", Options(APP_ID)).text
    assert bare == f"{HEAD}#wechat-redirect"


@pytest.mark.parametrize(
    ("tail", "codes"),
    [
        ("%3Fid%3D1%26n%3D%25E7%25BE%25A4#wechat-redirect", []),
        ("?id=1&n=%E7%BE%A4#wechat-redirect", ["raw_separator"]),
        ("?id=1&n=群", ["raw_separator"]),
    ],
)
def test_it_is_taken_back(tail: str, codes: list[str]) -> None:
    parsed = parse(HEAD + tail)
    assert (parsed.share_path, parsed.target) == (PATH, "trial_link")
    assert (parsed.options.app_id, parsed.options.env) == (APP_ID, "trial")
    assert [finding.code for finding in parsed.findings] == codes


def test_a_wholly_encoded_path_is_taken_back() -> None:
    text = HEAD.replace("pages/index/index.html", "pages%2Findex%2Findex.html%3Fid%3D1")
    assert parse(text).share_path == SharePath("pages/index/index", [("id", "1")])

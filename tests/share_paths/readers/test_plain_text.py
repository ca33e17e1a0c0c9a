"""What counts as a bare path."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from inspector.share_paths import SharePath, parse
from inspector.share_paths.readers.plain_text import decoded_as_a_whole, is_path


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("%2Fpages%2Fa%3Fid%3D1", "/pages/a?id=1"),
        ("pages%2fa", "pages/a"),
        ("https%3A%2F%2Fexample.com", "https://example.com"),
        ("/pages%2Fa", None),
        ("a=%2F", None),
        ("pages/a", None),
        ("%41", None),
    ],
)
def test_only_a_text_whose_separators_are_encoded_is_decoded(
    text: str, encoded: str | None
) -> None:
    assert decoded_as_a_whole(text) == encoded


def test_prose_is_no_path() -> None:
    assert not is_path("hello world", SharePath("hello world"))
    assert not is_path("<a/b>", SharePath("<a/b>"))
    assert is_path("pages/a", SharePath("pages/a"))
    assert is_path("pages/a b?id=1", SharePath("pages/a b", [("id", "1")]))


@pytest.mark.parametrize(
    "around",
    [
        "报错的页面是「{}」，麻烦看下",
        "跳转路径『{}』打不开",
        "跳转路径 {}（测试版）",
        "见【{}】",
        "打开《{}》",
        "页面是“{}”",
        "see [the page]({})",
        "[page]({})",
    ],
)
@pytest.mark.parametrize("slash", ["", "/"])
def test_signs_around_a_path_are_no_part_of_it(around: str, slash: str) -> None:
    parsed = parse(around.format(f"{slash}pages/a/b?id=1&t=a%20b"))
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1"), ("t", "a b")])


@pytest.mark.parametrize(
    "code",
    [
        "wx.navigateTo({ url: '/pages/a/b?id=1&t=x' })",
        '{"touser": "o1", "template_id": "t", "page": "pages/a/b?id=1&t=x"}',
        '<navigator url="/pages/a/b?id=1&t=x">',
        "this.$router.push('/pages/a/b?id=1&t=x')",
    ],
)
@pytest.mark.parametrize("safe", ["", "/"])
def test_code_that_was_encoded_whole_is_read(code: str, safe: str) -> None:
    parsed = parse(quote(code, safe=safe))
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1"), ("t", "x")])
    assert "double_encoded" in [finding.code for finding in parsed.findings]


@pytest.mark.parametrize("slash", ["/", r"\/"])
@pytest.mark.parametrize("mark", ["?", "？", "&#63;", r"\u003f"])
@pytest.mark.parametrize("joint", ["&", "&amp;", r"\u0026"])
def test_a_path_behind_a_chinese_label_is_freed_of_its_escapes(
    slash: str, mark: str, joint: str
) -> None:
    parsed = parse("路径：" + f"/pages/a/b{mark}id=1{joint}t=x".replace("/", slash))
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1"), ("t", "x")])

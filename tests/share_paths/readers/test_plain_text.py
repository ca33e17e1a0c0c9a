"""What counts as a bare path."""

from __future__ import annotations

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

"""Page and query as text."""

from __future__ import annotations

import pytest

from inspector.share_paths import Parameter, SharePath, read_path
from inspector.share_paths.query import (
    read_encoded,
    read_query,
    with_query,
    with_slash_told,
    write_page,
    write_path,
    write_query,
)


def test_a_path_is_written_with_or_without_slash() -> None:
    share_path = SharePath("pages/a", [("id", "1"), ("n", "群")])
    assert write_path(share_path, slash=True) == "/pages/a?id=1&n=%E7%BE%A4"
    assert write_path(SharePath("pages/a"), slash=False) == "pages/a"
    assert write_query([Parameter("", ""), Parameter("a=", "&")]) == "=&a%3D=%26"


def test_what_would_cut_a_page_is_encoded() -> None:
    assert (
        write_page(SharePath("plugin://a/b c?d&e%"), slash=False) == "plugin://a/b%20c%3Fd%26e%25"
    )


@pytest.mark.parametrize(
    ("text", "page", "names"),
    [
        ("pages/a", "pages/a", []),
        ("pages/a?", "pages/a", []),
        ("?a=1", "", ["a"]),
        ("a=1&b=2", "", ["a", "b"]),
        ("a&b=2", "", ["a", "b"]),
        ("pages/a&b=2", "pages/a", ["b"]),
        ("pages/a?b", "pages/a", ["b"]),
        ("pages/a?&&b=&", "pages/a", ["b"]),
        ("a=1?b=2", "", ["a"]),
        ("", "", []),
    ],
)
def test_a_path_is_read(text: str, page: str, names: list[str]) -> None:
    share_path = read_path(text).share_path
    assert (share_path.page, [p.name for p in share_path.parameters]) == (page, names)


def test_a_query_that_stands_apart_may_begin_with_its_mark() -> None:
    parsed = with_query(read_path("/pages/a?b=2", "url_link"), "?id=1")
    assert parsed.share_path == SharePath("pages/a", [("b", "2"), ("id", "1")])


def test_a_query_that_was_encoded_with_its_separators_is_read_and_told() -> None:
    parsed = with_query(read_path("/pages/a", "scheme"), "id%3D1%26t%3D%E7%BE%A4")
    assert parsed.share_path == SharePath("pages/a", [("id", "1"), ("t", "群")])
    assert [finding.code for finding in parsed.findings] == ["double_encoded"]
    whole = SharePath("pages/a", [("id=1", "")])
    assert with_query(read_path("/pages/a"), "id%3D1=").share_path == whole


def test_a_forgotten_encoding_is_told() -> None:
    assert read_encoded("a%3D1") == ("a=1", [])
    text, findings = read_encoded("a=1%26")
    assert (text, [finding.code for finding in findings]) == ("a=1%26", ["raw_separator"])


@pytest.mark.parametrize(
    ("page", "demanded", "told"),
    [
        ("/a", True, False),
        ("a", True, True),
        ("/a", False, True),
        ("a", False, False),
        ("", True, False),
    ],
)
def test_the_slash_rule_is_told(page: str, demanded: bool, told: bool) -> None:
    parsed = with_slash_told(read_path(page), page, demanded=demanded)
    assert ("leading_slash" in [finding.code for finding in parsed.findings]) is told


def test_a_bare_second_part_tells_that_the_first_value_is_cut() -> None:
    assert [(each.code, each.field) for each in read_query("a=1&b")[1]] == [("raw_separator", "a")]


def test_a_page_whose_name_ends_in_html_keeps_it() -> None:
    assert write_page(SharePath("pages/a.html"), slash=False) == "pages/a%2Ehtml"


def test_a_page_that_is_a_blank_is_told_of_no_slash() -> None:
    parsed = read_path("pages/a")
    assert with_slash_told(parsed, "${page}", demanded=True) == parsed

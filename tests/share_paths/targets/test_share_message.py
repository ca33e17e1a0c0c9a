"""`path` of `onShareAppMessage`."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse, render

PATH = SharePath("page/index/index", [("id", "123")])


def test_the_path_of_2017() -> None:
    assert render(PATH, "share_message").text == "/page/index/index?id=123"
    assert render(SharePath("/page/index/index"), "share_message").text == "/page/index/index"


@pytest.mark.parametrize(("length", "told"), [(2048, False), (2049, True)])
def test_the_reported_limit_is_a_warning(length: int, told: bool) -> None:
    path = SharePath("a", [("b", "c" * (length - len("/a?b=")))])
    link = render(path, "share_message")
    assert len(link.text) == length
    assert ("too_long" in [finding.code for finding in link.findings]) is told
    assert link.cause is None


@pytest.mark.parametrize(
    "text",
    [
        "/page/index/index?id=123",
        "  '/page/index/index?id=123',\n",
        '"/page/index/index?id=123"',
        "{title: 'x', path: '/page/index/index?id=123', imageUrl: ''}",
        "onShareAppMessage() {\n return {\n  title: 'a',\n path: '/page/index/index?id=123'\n }\n}",
        'return {\n  title: `x ${name}`,\n  path: "/page/index/index?id=123",\n};',
    ],
)
def test_it_is_taken_back(text: str) -> None:
    parsed = parse(text)
    assert (parsed.share_path, parsed.target, parsed.findings) == (PATH, "share_message", ())


def test_a_missing_slash_is_told() -> None:
    parsed = parse('{"title": "a", "path": "page/index/index?id=123"}')
    assert parsed.share_path == PATH
    assert [finding.code for finding in parsed.findings] == ["leading_slash"]

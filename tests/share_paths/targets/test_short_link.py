"""The body of `genwxashortlink`."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import Options, SharePath, parse, render

PATH = SharePath("pages/a", [("id", "1")])


def test_the_body_is_ready_to_send() -> None:
    body = json.loads(render(PATH, "short_link", Options(title="鞋")).text)
    assert body == {"page_url": "pages/a?id=1", "page_title": "鞋", "is_permanent": False}
    assert json.loads(render(PATH, "short_link").text)["page_title"] == "pages/a"


@pytest.mark.parametrize(("length", "cause"), [(1024, None), (1025, "too_long")])
def test_the_limit_counts_the_path(length: int, cause: str | None) -> None:
    path = SharePath("a", [("b", "c" * (length - len("a?b=")))])
    assert render(path, "short_link").cause == cause


def test_it_is_taken_back() -> None:
    parsed = parse('{"page_url": "/pages/a?id=1", "page_title": "鞋"}')
    assert (parsed.share_path, parsed.target, parsed.options.title) == (PATH, "short_link", "鞋")
    assert [finding.code for finding in parsed.findings] == ["leading_slash"]
    assert parse(render(PATH, "short_link").text).options.title is None

"""The body of `generate_urllink`."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import SharePath, parse, render

PATH = SharePath("pages/a", [("id", "1")])


def test_the_body_is_ready_to_send() -> None:
    assert json.loads(render(PATH, "url_link").text) == {
        "path": "/pages/a",
        "query": "id=1",
        "env_version": "release",
        "expire_type": 1,
        "expire_interval": 30,
    }


@pytest.mark.parametrize(("length", "cause"), [(1024, None), (1025, "too_long")])
def test_the_limit_counts_the_query(length: int, cause: str | None) -> None:
    assert render(SharePath("a", [("b", "c" * (length - 2))]), "url_link").cause == cause


def test_it_is_taken_back() -> None:
    parsed = parse('{"path": "/pages/a", "query": "id=1", "env_version": "trial"}')
    assert (parsed.share_path, parsed.target, parsed.options.env) == (PATH, "url_link", "trial")

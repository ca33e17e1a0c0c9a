"""The body of `generatescheme`."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import Options, SharePath, parse, render

PATH = SharePath("pages/a", [("id", "1"), ("n", "群")])


def test_the_body_is_ready_to_send() -> None:
    assert json.loads(render(PATH, "scheme", Options(env="develop")).text) == {
        "jump_wxa": {"path": "/pages/a", "query": "id=1&n=%E7%BE%A4", "env_version": "develop"},
        "is_expire": True,
        "expire_type": 1,
        "expire_interval": 30,
    }


@pytest.mark.parametrize(("length", "cause"), [(1024, None), (1025, "too_long")])
def test_the_limit_counts_the_query(length: int, cause: str | None) -> None:
    assert render(SharePath("a", [("b", "c" * (length - 2))]), "scheme").cause == cause


def test_it_is_taken_back() -> None:
    parsed = parse(
        '{"jump_wxa": {"path": "/pages/a", "query": "id=1&n=%E7%BE%A4"}, "is_expire": true}'
    )
    assert (parsed.share_path, parsed.target, parsed.findings) == (PATH, "scheme", ())
    assert parse('{"jump_wxa": {}}').share_path == SharePath("")

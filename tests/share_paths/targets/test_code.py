"""The body of `getwxacode`."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import Options, SharePath, parse, render

PATH = SharePath("pages/index/index", [("from", "群聊")])


def test_the_body_is_ready_to_send() -> None:
    body = json.loads(render(PATH, "code", Options(env="trial")).text)
    assert body == {
        "path": "pages/index/index?from=%E7%BE%A4%E8%81%8A",
        "width": 430,
        "env_version": "trial",
    }


@pytest.mark.parametrize(("length", "cause"), [(1024, None), (1025, "too_long")])
def test_the_limit_counts_the_path(length: int, cause: str | None) -> None:
    link = render(SharePath("a", [("b", "c" * (length - len("a?b=")))]), "code")
    assert len(json.loads(link.text)["path"]) == length
    assert link.cause == cause


def test_it_is_taken_back() -> None:
    command = "curl -X POST \"https://api.weixin.qq.com/wxa/getwxacode?access_token=T\" -d '%s'"
    body = '{"path":"pages/index/index?from=%E7%BE%A4%E8%81%8A","env_version":"develop"}'
    for text in (body, command.replace("%s", body)):
        parsed = parse(text)
        assert (parsed.share_path, parsed.target, parsed.options.env) == (PATH, "code", "develop")

"""Commands that make a preview."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse

MEANT = SharePath("pages/a/b", [("id", "1"), ("k", "2")])


@pytest.mark.parametrize("query", ["'id=1&k=2'", '"id=1&k=2"', r"id=1\&k=2"])
@pytest.mark.parametrize("joint", [" ", "="])
@pytest.mark.parametrize("call", ["miniprogram-ci", "npx miniprogram-ci", "./bin/miniprogram-ci"])
def test_miniprogram_ci_takes_page_and_query_as_flags(call: str, joint: str, query: str) -> None:
    parsed = parse(
        f"{call} preview --pp ./dist --pkp k.key --appid wx0123456789abcdef --uv 1.0.0 "
        f"--preview-page-path{joint}pages/a/b --preview-search-query{joint}{query} --scene 1047"
    )
    assert (parsed.target, parsed.share_path) == ("ci_preview", MEANT)
    assert parsed.options.app_id == "wx0123456789abcdef"
    assert parsed.options.scene == 1047


def test_a_command_without_a_page_is_no_path() -> None:
    parsed = parse("npx miniprogram-ci preview --pp ./dist --pkp k.key --uv 1.0.0")
    assert parsed.share_path == SharePath("")

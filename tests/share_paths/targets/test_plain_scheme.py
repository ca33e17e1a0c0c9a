"""The plaintext URL scheme."""

from __future__ import annotations

import pytest

from inspector.share_paths import Options, SharePath, parse, render

APP_ID = "wx0123456789abcdef"
HEAD = f"weixin://dl/business/?appid={APP_ID}&path=pages/index/index"
PATH = SharePath("pages/index/index", [("id", "1"), ("u", "url=/pages")])


def test_the_query_is_encoded_once_more() -> None:
    text = render(PATH, "plain_scheme", Options(APP_ID, "trial")).text
    assert text == f"{HEAD}&query=id%3D1%26u%3Durl%253D%252Fpages&env_version=trial"
    bare = render(SharePath("pages/index/index"), "plain_scheme", Options(APP_ID)).text
    assert bare == f"{HEAD}&env_version=release"


@pytest.mark.parametrize(("length", "cause"), [(512, None), (513, "too_long")])
def test_the_limit_counts_the_query(length: int, cause: str | None) -> None:
    share_path = SharePath("a", [("b", "c" * (length - 2))])
    assert render(share_path, "plain_scheme", Options(APP_ID)).cause == cause


@pytest.mark.parametrize(
    ("tail", "codes"),
    [
        ("&query=id%3D1%26u%3Durl%253D%252Fpages&env_version=trial", []),
        ("&env_version=trial&query=id%3D1%26u%3Durl%253D%252Fpages", []),
        ("&query=id=1&u=url%3D%2Fpages&env_version=trial", ["raw_separator"]),
    ],
)
def test_it_is_taken_back(tail: str, codes: list[str]) -> None:
    parsed = parse(HEAD + tail)
    assert parsed.share_path == PATH
    assert (parsed.options.app_id, parsed.options.env) == (APP_ID, "trial")
    assert [finding.code for finding in parsed.findings] == codes


def test_a_slash_that_the_platform_forbids_is_told() -> None:
    for page in ("/pages/a", "%2Fpages%2Fa"):
        parsed = parse(f"weixin://dl/business/?appid={APP_ID}&path={page}")
        assert parsed.share_path == SharePath("pages/a")
        assert [finding.code for finding in parsed.findings] == ["leading_slash"]

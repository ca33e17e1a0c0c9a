"""The body of `getwxacodeunlimit`."""

from __future__ import annotations

import json
import string

import pytest

from inspector.share_paths import Options, SharePath, parse, render

ALLOWED = string.ascii_letters + string.digits + "!#$&'()*+,/:;=?@-._~"


def codes(share_path: SharePath) -> list[str]:
    return [finding.code for finding in render(share_path, "code_unlimited").findings]


def test_scene_and_page_stand_apart_and_nothing_is_encoded() -> None:
    link = render(SharePath("pages/index/index", [("id", "1"), ("u", "a/b?c")]), "code_unlimited")
    assert json.loads(link.text) == {
        "scene": "id=1&u=a/b?c",
        "page": "pages/index/index",
        "check_path": True,
        "env_version": "release",
    }
    assert link.cause is None


def test_an_unreleased_page_is_not_checked() -> None:
    body = render(SharePath("a", [("id", "1")]), "code_unlimited", Options(env="trial")).text
    assert json.loads(body)["check_path"] is False


@pytest.mark.parametrize(("length", "cause"), [(32, None), (33, "too_long")])
def test_the_limit_counts_the_scene(length: int, cause: str | None) -> None:
    link = render(SharePath("p" * 200, [("b", "c" * (length - 2))]), "code_unlimited")
    assert len(json.loads(link.text)["scene"]) == length
    assert link.cause == cause


def test_exactly_the_documented_characters_are_allowed() -> None:
    for number in range(0x250):
        character = chr(number)
        found = codes(SharePath("a", [("v", f"x{character}")]))
        assert ("charset" not in found) is (character in ALLOWED)
    assert "charset" in codes(SharePath("a", [("v", "群")]))


@pytest.mark.parametrize("pair", [("a=b", "c"), ("a&b", "c"), ("a", "b&c")])
def test_a_separator_that_cuts_is_an_error(pair: tuple[str, str]) -> None:
    assert "raw_separator" in codes(SharePath("a", [pair]))


def test_what_a_scene_needs_and_what_is_reported_of_it() -> None:
    assert codes(SharePath("a")) == ["scene_missing"]
    assert codes(SharePath("a", [("b", "c=d")])) == []
    assert codes(SharePath("a", [("b", "1"), ("c", "2")])) == ["scene_ampersand"]


def test_a_bare_scene_is_a_parameter_called_scene() -> None:
    share_path = SharePath("pages/a", [("scene", "abc123")])
    assert json.loads(render(share_path, "code_unlimited").text)["scene"] == "abc123"
    parsed = parse('{"scene": "abc123", "page": "/pages/a", "env_version": "trial"}')
    assert (parsed.share_path, parsed.target) == (share_path, "code_unlimited")
    assert parsed.options.env == "trial"
    assert [finding.code for finding in parsed.findings] == ["leading_slash"]

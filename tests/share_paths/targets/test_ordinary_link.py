"""An ordinary address under a rule."""

from __future__ import annotations

import pytest

from inspector.share_paths import Options, SharePath, parse, render

PATH = SharePath("pages/a", [("id", "1"), ("n", "群")])
QUERY = "id=1&n=%E7%BE%A4"


@pytest.mark.parametrize(
    ("base_url", "text"),
    [
        ("https://example.com/mp/", f"https://example.com/mp/?{QUERY}"),
        (" https://example.com/mp?t=1 ", f"https://example.com/mp?t=1&{QUERY}"),
        ("https://example.com/mp?", f"https://example.com/mp?{QUERY}"),
        ("https://example.com/mp#top", f"https://example.com/mp?{QUERY}#top"),
        (None, f"?{QUERY}"),
    ],
)
def test_the_parameters_go_behind_the_base(base_url: str | None, text: str) -> None:
    assert render(PATH, "ordinary_link", Options(base_url=base_url)).text == text


def test_it_is_taken_back() -> None:
    parsed = parse(f"https://example.com/mp/?{QUERY}#top")
    assert parsed.share_path == SharePath("", PATH.parameters)
    assert (parsed.target, parsed.options.base_url) == (
        "ordinary_link",
        "https://example.com/mp/#top",
    )
    assert parsed.findings == ()


def test_a_raw_value_is_told() -> None:
    parsed = parse("https://example.com/?next=https://a.example/?b=1&c==")
    assert [(f.code, f.field, f.parameters["separator"]) for f in parsed.findings] == [
        ("raw_separator", "next", "?"),
        ("raw_separator", "next", "="),
        ("raw_separator", "c", "="),
    ]

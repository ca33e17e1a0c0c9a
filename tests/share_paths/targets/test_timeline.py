"""`query` of `onShareTimeline`."""

from __future__ import annotations

from inspector.share_paths import SharePath, parse, render


def test_the_query_stands_alone() -> None:
    share_path = SharePath("pages/a", [("id", "1"), ("from", "群聊")])
    assert render(share_path, "timeline").text == "id=1&from=%E7%BE%A4%E8%81%8A"
    assert render(SharePath("pages/a"), "timeline").text == ""


def test_it_is_taken_back() -> None:
    parsed = parse("id=1&from=%E7%BE%A4%E8%81%8A")
    assert parsed.share_path == SharePath("", [("id", "1"), ("from", "群聊")])
    assert parsed.target == "timeline"


def test_the_q_of_a_scanned_link_is_taken_apart() -> None:
    parsed = parse("q=https%3A%2F%2Fexample.com%2Fmp%2F%3Fid%3D1%26n%3D%25E7%25BE%25A4")
    assert parsed.share_path == SharePath("", [("id", "1"), ("n", "群")])
    assert (parsed.target, parsed.options.base_url) == ("ordinary_link", "https://example.com/mp/")
    assert [finding.code for finding in parsed.findings] == ["taken_from"]
    assert parse("q=shoes").share_path == SharePath("", [("q", "shoes")])

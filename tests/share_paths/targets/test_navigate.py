"""`url` of `wx.navigateTo`."""

from __future__ import annotations

from inspector.share_paths import SharePath, parse, render

PATH = SharePath("pages/a/b", [("id", "1")])


def test_the_url_is_absolute() -> None:
    assert render(PATH, "navigate").text == "/pages/a/b?id=1"


def test_calls_are_taken_back() -> None:
    for text in (
        "wx.navigateTo({ url: '/pages/a/b?id=1' })",
        "wx.navigateTo({\n  url: `/pages/a/b?id=1`,\n  success() {},\n})",
        'wx.reLaunch({"url": "/pages/a/b?id=1"});',
    ):
        parsed = parse(text)
        assert (parsed.share_path, parsed.target, parsed.findings) == (PATH, "navigate", ())


def test_a_relative_url_is_told() -> None:
    assert [f.code for f in parse("wx.navigateTo({url: 'pages/a/b'})").findings] == [
        "leading_slash"
    ]


def test_the_other_mini_program_is_named() -> None:
    parsed = parse(
        "wx.navigateToMiniProgram({appId: 'wx0123456789abcdef', path: 'pages/a/b?id=1',"
        " envVersion: 'trial'})"
    )
    assert parsed.share_path == PATH
    assert (parsed.options.app_id, parsed.options.env) == ("wx0123456789abcdef", "trial")

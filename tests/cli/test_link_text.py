"""What the terminal adds to a rendered share path."""

from __future__ import annotations

from inspector.cli.link_text import further_lines
from inspector.messages import Messages
from inspector.share_paths import SharePath, render


def lines(share_path: SharePath, target: str) -> list[str]:
    return list(further_lines(render(share_path, target), share_path, Messages("en")))


def test_a_body_names_its_request() -> None:
    short = SharePath("pages/a", [("id", "1")])
    request = "Send it with POST https://api.weixin.qq.com/wxa/getwxacodeunlimit"
    assert lines(short, "code_unlimited") == [f"{request}?access_token=ACCESS_TOKEN"]
    assert lines(short, "share_message") == []


def test_a_scene_that_is_too_long_is_offered_shorter() -> None:
    long = SharePath(
        "pages/a", [("productId", "123456"), ("promotion", "7"), ("from", "groupchat")]
    )
    _, first, second = lines(long, "code_unlimited")
    assert first == (
        "Shorter: p=123456&pr=7&f=groupchat; renamed productId → p, promotion → pr, from → f"
    )
    assert second == "Shorter: productId=123456&from=groupchat; left out promotion"

"""Each request body in each language, log and quotation in which people paste it."""

from __future__ import annotations

import html
import json
import random
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from inspector.share_paths import SharePath, parse

APP_ID = "wx0123456789abcdef"
VALUES = ("1", "群聊", "a b", "x==", "50%", "a&b", "?q", "+", "/p/q", "😀", "", "<b>")
Body = dict[str, Any]


def mapped(value: Any, opening: str, member: str, closing: str) -> str:
    """Return a value as a language writes it that has brackets around names and values."""
    if isinstance(value, dict):
        inner = ", ".join(
            member.format(name, mapped(item, opening, member, closing))
            for name, item in value.items()
        )
        return f"{opening}{inner}{closing}"
    return json.dumps(value, ensure_ascii=False)


def brackets(
    opening: str, member: str, closing: str, before: str = "body = "
) -> Callable[[Body], str]:
    return lambda body: before + mapped(body, opening, member, closing)


def cell(body: Body) -> str:
    return 'id,body,t\n1,"' + json.dumps(body).replace('"', '""') + '",x\n'


def marked(sign: str) -> Callable[[Body], str]:
    return lambda body: "\n".join(sign + line for line in json.dumps(body, indent=2).split("\n"))


def items(body: Body) -> str:
    words = (
        f"{name}='{item}'" if isinstance(item, str) else f"{name}:='{json.dumps(item)}'"
        for name, item in body.items()
    )
    return "http POST https://example.com/p " + " ".join(words)


WRAPPINGS: dict[str, Callable[[Body], str]] = {
    "plain": json.dumps,
    "log": lambda body: "2026-03-04 12:00:01 INFO [main] body: " + json.dumps(body),
    "record": lambda body: json.dumps({"level": "info", "msg": "sent", "body": json.dumps(body)}),
    "escaped": lambda body: "body = " + json.dumps(json.dumps(body)),
    "curl": lambda body: "curl -X POST 'https://example.com/p' \\\n  -d '" + json.dumps(body) + "'",
    "fence": lambda body: "请求：\n```json\n" + json.dumps(body, indent=2) + "\n```\n返回 40165",
    "markup": lambda body: "<pre>" + html.escape(json.dumps(body, indent=2)) + "</pre>",
    "request": lambda body: "POST /p HTTP/1.1\nHost: example.com\n\n" + json.dumps(body),
    "sql": lambda body: "INSERT INTO log VALUES (1, '" + json.dumps(body) + "');",
    "encoded": lambda body: quote(json.dumps(body)),
    "cell": cell,
    "httpie": items,
    "added": marked("+ "),
    "quoted": marked("> "),
    "javascript": brackets("{ ", "{}: {}", " }", "const body = "),
    "php": brackets("[", "'{}' => {}", "]", "$body = "),
    "go": brackets("map[string]interface{}{", '"{}": {}', "}", "body := "),
    "swift": brackets("[", '"{}": {}', "]", "let body: [String: Any] = "),
    "kotlin": brackets("mapOf(", '"{}" to {}', ")", "val body = "),
    "ruby": brackets("{ ", ":{} => {}", " }"),
    "csharp": brackets("new { ", "{} = {}", " }", "var body = "),
}


def bodies(page: str, query: str, slash: str) -> dict[str, Body]:
    path = f"{slash}{page}?{query}"
    card = {"title": "T", "appid": APP_ID, "pagepath": path, "thumb_media_id": "x"}
    return {
        "code": {"path": path, "width": 430, "env_version": "trial"},
        "scheme": {"jump_wxa": {"path": slash + page, "query": query}, "is_expire": True},
        "url_link": {"path": slash + page, "query": query, "expire_type": 1},
        "short_link": {"page_url": path, "page_title": "T", "is_permanent": False},
        "template_message": {"touser": "U", "miniprogram": {"appid": APP_ID, "pagepath": path}},
        "subscribe_message": {"touser": "U", "page": path, "miniprogram_state": "trial"},
        "customer_message": {"msgtype": "miniprogrampage", "miniprogrampage": card},
        "compile_mode": {"name": "n", "pathName": page, "query": query, "scene": 1011},
    }


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("seed", range(4))
def test_a_body_is_read_out_of_its_wrapping(wrapping: str, seed: int) -> None:
    draw = random.Random(f"{wrapping}{seed}")
    page = f"pages/{draw.choice(['index', 'goods-detail', 'a_b'])}/main"
    parameters = [(name, draw.choice(VALUES)) for name in draw.sample(["id", "from", "t"], 2)]
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters)
    for target, body in bodies(page, query, draw.choice(["", "/"])).items():
        text = WRAPPINGS[wrapping](body)
        parsed = parse(text)
        assert (parsed.share_path, parsed.target) == (SharePath(page, parameters), target), text
        assert not parsed.others, text


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_launch_options_are_read_out_of_theirs(wrapping: str) -> None:
    text = WRAPPINGS[wrapping]({"path": "pages/a/b", "query": {"id": "%2B"}, "scene": 1044})
    parsed = parse(text)
    assert parsed.share_path == SharePath("pages/a/b", [("id", "+")]), text
    assert parsed.options.scene == 1044


def test_yaml_holds_a_query_and_an_app_id() -> None:
    options = parse('path: "pages/a/b"\nquery:\n  id: "1"\n  t: x\nscene: 1044\n')
    assert options.share_path == SharePath("pages/a/b", [("id", "1"), ("t", "x")])
    text = f"touser: U\nminiprogram:\n  appid: {APP_ID}\n  pagepath: /pages/a/b?id=1\n"
    message = parse(text)
    assert message.share_path == SharePath("pages/a/b", [("id", "1")])
    assert message.options.app_id == APP_ID

"""Records of a log in JSON that name a path."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import SharePath, parse

PATH = "pages/a/b?id=1&x=%E4%BD%A0"
MEANT = SharePath("pages/a/b", [("id", "1"), ("x", "你")])
RECORD = {"level": "info", "ts": 1700000000, "logger": "router", "file": "app/service.js:12"}


@pytest.mark.parametrize(
    "message",
    [
        "navigate to {} ok",
        "navigateTo: {}",
        "[router] /{} -> 200",
        "route={}",
        "redirect=>/{}",
        "to:{}, from:x",
        "跳转 [{}]",
        "跳转({})",
        "enter <{}>",
        'page "{}" is not found',
        'navigateTo {"url":"/{}"}',
        '{"path":"{}"}',
        "from pages/index/index to /{}",
    ],
)
@pytest.mark.parametrize("name", ["msg", "@message", "log", "data", "event"])
def test_a_record_gives_the_path_of_its_message(name: str, message: str) -> None:
    record = {**RECORD, name: message.replace("{}", PATH)}
    text = json.dumps(record, ensure_ascii=False)
    for written in (
        text,
        json.dumps(record).replace("/", "\\/").replace("&", "\\u0026"),
        f"2026-01-02 03:04:05 INFO {text}",
        f'{text}\n{{"level": "info", "msg": "ok"}}',
        json.dumps({"log": f"{text}\n", "stream": "stdout"}),
        json.dumps({"ctx": {"uid": 1}, "nested": record}),
    ):
        assert parse(written).share_path == MEANT


def test_several_records_give_several_paths() -> None:
    lines = [json.dumps({**RECORD, "msg": f"open pages/a/b?id={n} ok"}) for n in range(3)]
    parsed = parse("\n".join(lines))
    found = [parsed, *parsed.others]
    assert [each.share_path.parameters[0].value for each in found] == ["0", "1", "2"]


def test_the_options_of_a_page_stay_what_they_are() -> None:
    for options in (
        {"id": "1", "msg": "hello"},
        {"id": "1", "to": "%2Fpages%2Fa%2Fb%3Fid%3D1"},
        {"message": "ok", "time": "12"},
        {"text": "a/b", "level": "3"},
    ):
        assert parse(json.dumps(options)).share_path.page == ""
        assert [p.name for p in parse(json.dumps(options)).share_path.parameters] == list(options)


@pytest.mark.parametrize("name", ["path", "page", "route"])
@pytest.mark.parametrize("query", ["id=1&x=%E4%BD%A0", {"id": "1", "x": "你"}])
def test_a_page_with_the_query_beside_it_is_a_path(name: str, query: object) -> None:
    record = {**RECORD, name: "pages/a/b", "query": query}
    assert parse(json.dumps(record)).share_path == MEANT
    assert parse(f"10:00:00 {json.dumps(record, ensure_ascii=False)}").share_path == MEANT

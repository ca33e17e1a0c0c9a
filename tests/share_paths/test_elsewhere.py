"""A share path is named where tickets are expected, and nothing else is."""

from __future__ import annotations

import pytest

from inspector.findings import Finding, Severity
from inspector.share_paths.elsewhere import MOST_CHARACTERS, holds_path, with_path_told
from tests.share_paths.test_kinds import KINDS, Kind

OTHERS = [
    "",
    "hello/world",
    "application/json",
    "text/html; charset=utf-8",
    "12/3/2026 10:00",
    "src/app.ts:12 error",
    "/usr/local/bin/x",
    "a=1&b=2",
    '{"id": 1}',
    '{"name": "x", "age": 3}',
    '{"errcode": 40029, "errmsg": "invalid code"}',
    "SELECT * FROM t WHERE a=1",
    "GET /api/user?id=1 HTTP/1.1",
    '{"method": "GET", "path": "/api/login", "query": "code=1"}',
    'axios.get("/api/x?id=" + id)',
    'curl http://example.com/c?d=1 -d "x=1"',
    "see https://example.com/c?d=1 for more",
    "/9j/4AAQSkZJRgABAQAA",
    "/pages/a?id=1 " * (MOST_CHARACTERS // 10),
]
SIDE = Finding("app_id", Severity.ERROR)
CAUSE = Finding("server_error", Severity.ERROR)


@pytest.mark.parametrize(
    "kind", [k for k in KINDS if k.share_path.page and k.share_path.parameters]
)
def test_a_path_is_named_in_every_form(kind: Kind) -> None:
    assert holds_path(kind.text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_are_none(text: str) -> None:
    assert not holds_path(text)


def test_it_stands_behind_what_weighs_more() -> None:
    text = "/pages/a?id=1"
    told = [[f.code for f in with_path_told(text, found)] for found in ((), (SIDE,), (CAUSE,))]
    assert told == [["share_path"], ["share_path", "app_id"], ["server_error", "share_path"]]
    assert with_path_told("hello", (CAUSE,)) == (CAUSE,)

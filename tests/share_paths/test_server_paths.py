"""Paths of servers are no pages, in whatever form they are asked for."""

from __future__ import annotations

import random

import pytest

from inspector.share_paths import SharePath, parse

REQUESTS = (
    "{method} {path}",
    "{method} {path} HTTP/1.1",
    "{method} {path} HTTP/1.1\nHost: example.com\nAccept: */*",
    '10.0.0.1 - - [10/Oct/2025:13:55:36 +0800] "{method} {path} HTTP/1.1" 200 2326',
    '[GIN] 2026/01/01 - 10:00:00 | 200 | 1.2ms | 127.0.0.1 | {method}     "{path}"',
    '{{"method":"{method}","path":"{path}","status":200}}',
    "wx.request({{url: '{path}', method: '{method}'}})",
    "axios.{lower}('{path}')",
    "fetch('{path}', {{method: '{method}'}})",
    "request.{lower}('{path}', {{a: 1}})",
    "@app.route('{path}')",
    '@{capital}Mapping("{path}")',
    "router.{lower}('{path}', handler)",
    "curl -X {method} {path}",
)


def a_path(draw: random.Random, folders: str) -> str:
    words = draw.sample(["share", "info", "list", "detail", "user", "group"], draw.randint(1, 3))
    query = draw.choice(["", "?id=1", "?id=1&t=%E7%BE%A4"])
    return f"/{draw.choice(folders.split())}/{'/'.join(words)}{query}"


@pytest.mark.parametrize("request_form", REQUESTS)
@pytest.mark.parametrize("seed", range(8))
def test_what_is_asked_of_a_server_is_no_page(request_form: str, seed: int) -> None:
    draw = random.Random(f"{seed} {request_form}")
    method = draw.choice(["GET", "POST", "PUT", "DELETE"])
    path = a_path(draw, "api v1 wx gateway rest")
    words = {"method": method, "lower": method.lower(), "capital": draw.choice(["Get", "Post"])}
    parsed = parse(request_form.format(path=path, **words))
    assert parsed.share_path == SharePath("")
    assert [finding.code for finding in parsed.findings] == ["no_path"]


@pytest.mark.parametrize("seed", range(8))
def test_a_page_alone_and_one_of_a_web_build_stay(seed: int) -> None:
    """H5 builds of a mini program are asked for its pages."""
    path = a_path(random.Random(seed), "pages subPages packageA/pages")
    wanted = parse(path).share_path
    assert wanted.page
    assert parse(f"GET {path} HTTP/1.1").share_path == wanted
    assert parse(f"POST {path}").share_path == wanted


def test_a_page_beside_a_request_is_found() -> None:
    text = "GET /api/share?id=1 200\nnavigateTo /pages/a/b?id=2\n"
    assert parse(text).share_path == SharePath("pages/a/b", [("id", "2")])


@pytest.mark.parametrize(
    "text",
    [
        "wx.navigateTo({ url: '/shop/list/list?id=1', method: 'GET' })",
        "onShareAppMessage() { post('/shop/list/list'); return { path: '/shop/list/list?id=1' } }",
    ],
)
def test_what_is_opened_is_a_page_even_if_the_server_has_one_of_that_name(text: str) -> None:
    assert parse(text).share_path == SharePath("shop/list/list", [("id", "1")])

"""What `App.onShow` received."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse

LOGGED = (
    '{"path":"pages/a/index","query":{"id":"1","n":"%E7%BE%A4"},"scene":1044,'
    '"shareTicket":"00000000-0000-4000-8000-000000000000","referrerInfo":{},"mode":"default"}'
)


@pytest.mark.parametrize(
    "text",
    [
        LOGGED,
        f"App onShow {LOGGED}",
        '{path: "pages/a/index", query: {id: "1", n: "%E7%BE%A4"}, scene: 1044, mode: "default"}',
        "path: 'pages/a/index'\nquery: {id: '1', n: '%E7%BE%A4', __proto__: Object}\nscene: 1044",
        'Object\n{path: "pages/a/index", query: Object {id: "1", n: "%E7%BE%A4"}, scene: 1044}',
    ],
)
def test_path_query_and_scene_are_taken(text: str) -> None:
    parsed = parse(text)
    assert parsed.share_path == SharePath("pages/a/index", [("id", "1"), ("n", "群")])
    assert (parsed.target, parsed.options.scene, parsed.findings) == (None, 1044, ())


def test_the_scene_of_a_code_is_taken_apart() -> None:
    parsed = parse('{path: "pages/a", query: {scene: "id%3D1%26n%3Dx"}, scene: 1047}')
    assert parsed.share_path == SharePath("pages/a", [("id", "1"), ("n", "x")])
    assert (parsed.target, parsed.options.scene) == ("code_unlimited", 1047)


def test_the_q_of_a_link_is_taken_apart() -> None:
    link = "https%3A%2F%2Fexample.com%2Fmp%3Fid%3D1"
    parsed = parse(f'{{path: "pages/a", query: {{q: "{link}", scancode_time: "1"}}, scene: 1011}}')
    assert parsed.share_path == SharePath("pages/a", [("id", "1")])
    assert (parsed.target, parsed.options.base_url) == ("ordinary_link", "https://example.com/mp")


@pytest.mark.parametrize("query", ["{…}", "{}", "undefined", '""'])
def test_an_elided_query_leaves_the_page(query: str) -> None:
    parsed = parse(f'{{path: "pages/a", query: {query}, scene: 1044}}')
    assert parsed.share_path == SharePath("pages/a")


def test_a_query_that_is_text_is_read() -> None:
    assert parse('{path: "pages/a", query: "id=1", scene: 1001}').share_path == SharePath(
        "pages/a", [("id", "1")]
    )

"""A whole configuration of DevTools."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import SharePath, parse

A, B = '{"pathName": "pages/a", "query": "id=1"}', '{"pathName": "pages/b", "scene": 1007}'


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (f'{{"condition": {{"miniprogram": {{"list": [{A}]}}}}}}', "pages/a"),
        (f'{{"condition": {{"miniprogram": {{"list": [{A}, {B}]}}}}}}', "pages/a"),
        (f'{{"condition": {{"miniprogram": {{"current": 0, "list": [{A}, {B}]}}}}}}', "pages/a"),
        (f'{{"condition": {{"miniprogram": {{"current": -1, "list": [{A}, {B}]}}}}}}', "pages/a"),
        (f'{{"miniprogram": {{"current": 9, "list": [{A}]}}}}', "pages/a"),
        (f'{{"current": 1, "list": [{A}, {B}]}}', "pages/b"),
        (
            f'{{"condition": {{"miniprogram": {{"list": []}}, "game": {{"list": [{B}]}}}}}}',
            "pages/b",
        ),
    ],
)
def test_the_current_mode_is_taken(text: str, page: str) -> None:
    parsed = parse(text)
    assert (parsed.share_path.page, parsed.target) == (page, "compile_mode")
    assert ("several_paths" in [f.code for f in parsed.findings]) is (A in text and B in text)


@pytest.mark.parametrize(
    "text",
    ['{"list": [1]}', '{"condition": {"miniprogram": {"list": {}}}}'],
)
def test_other_shapes_are_no_configuration(text: str) -> None:
    assert parse(text).share_path == SharePath("")


@pytest.mark.parametrize("scene", [{}, {"scene": None}, {"scene": 1044}])
@pytest.mark.parametrize("within", ["{}", '{{"list": [{}]}}', "// pages/x?y=1\n[{}]"])
def test_a_mode_of_the_older_spelling_keeps_its_query(
    scene: dict[str, object], within: str
) -> None:
    mode = {"name": "分享", "path": "pages/a/b", "query": "id=1&k=x%3Dy", **scene}
    parsed = parse(within.format(json.dumps(mode, ensure_ascii=False)))
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1"), ("k", "x=y")])
    assert parsed.target == "compile_mode"


def test_a_page_in_a_list_keeps_the_query_beside_it() -> None:
    parsed = parse('{"tabs": [{"text": "x", "pagePath": "pages/a/b", "query": "id=1"}]}')
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1")])

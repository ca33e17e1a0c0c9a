"""A page and its query in two members of an object, and options beside the page they are of."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import SharePath, parse
from inspector.share_paths.readers.page_members import PAGES, QUERIES

MEANT = SharePath("pages/a/b", [("id", "1"), ("k", "2")])


@pytest.mark.parametrize("query", ["id=1&k=2", "?id=1&k=2", {"id": "1", "k": "2"}])
@pytest.mark.parametrize("page", PAGES)
def test_both_are_read(page: str, query: object) -> None:
    for name in QUERIES:
        event = {"uid": "u1", page: "pages/a/b", name: query}
        assert parse(json.dumps(event)).share_path == MEANT
        assert parse(f"POST /report {json.dumps(event)}").share_path == MEANT


def test_options_that_are_called_alike_stay_options() -> None:
    options = {"page": "2", "query": "shoes"}
    assert parse(json.dumps(options)).share_path == SharePath("", list(options.items()))


@pytest.mark.parametrize(
    "line",
    [
        'onLoad pages/a/b {id: "1", k: "2"}',
        'onLoad /pages/a/b {"id":"1","k":"2"}',
        '2026-03-04 12:00:00 [pages/a/b] onLoad {"id":"1","k":"2"}',
        "getCurrentPages()[0].route = pages/a/b options = {id: '1', k: '2'}",
        "route: pages/a/b options: {id: '1', k: '2'}",
        'VM12:1 page path: pages/a/b, query: {"id":"1","k":"2"}',
        "path: pages/a/b query: {id: '1', k: '2'} scene: 1007",
    ],
)
def test_options_belong_to_the_page_beside_them(line: str) -> None:
    assert parse(line).share_path == MEANT


def test_options_between_two_pages_belong_to_none() -> None:
    line = 'from pages/x/y to pages/a/b {id: "1", k: "2"}'
    assert parse(line).share_path == SharePath("", MEANT.parameters)


@pytest.mark.parametrize("query", ["id=1", "?id=1", "ch=moments"])
def test_a_query_for_moments_is_told_where_it_is_another(query: str) -> None:
    parsed = parse(json.dumps({"title": "t", "path": "/pages/a/b?id=1", "query": query}))
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1")])
    dropped = [f.parameters["names"] for f in parsed.findings if f.code == "member_dropped"]
    assert dropped == (["query"] if query == "ch=moments" else [])


def test_a_query_that_a_form_does_not_take_is_told() -> None:
    parsed = parse('{"page_url": "pages/a/b", "query": "id=1"}')
    assert "member_dropped" in [finding.code for finding in parsed.findings]


def test_a_builder_of_addresses_gives_its_page_and_its_parameters() -> None:
    code = (
        'UriComponentsBuilder.fromPath("pages/a/b").queryParam("id", id).queryParam("k", 2).build()'
    )
    assert parse(code).share_path == SharePath("pages/a/b", [("id", "${id}"), ("k", "2")])


@pytest.mark.parametrize("scene", ["k=v", "abc"])
@pytest.mark.parametrize("page", ["page", "path", "pagePath"])
def test_a_scene_beside_page_and_query_is_told(scene: str, page: str) -> None:
    text = json.dumps({page: "pages/a/b", "query": "id=1", "scene": scene, "check_path": False})
    parsed = parse(text)
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1")])
    assert [f.parameters for f in parsed.findings if f.code == "member_dropped"] == [
        {"names": "scene", "count": 1}
    ]


def test_the_app_id_and_version_beside_a_page_are_taken() -> None:
    text = (
        '{"appId": "wx0123456789abcdef", "page": "a/b", "params": {"id": 1}, "envVersion": "trial"}'
    )
    options = parse(text).options
    assert (options.app_id, options.env) == ("wx0123456789abcdef", "trial")


@pytest.mark.parametrize(
    "tag",
    [
        '<navigator url="/pages/a/b" query="id=1&amp;t=x">',
        '<navigator query="id=1&t=x" url="/pages/a/b"/>',
        "<u-link url='/pages/a/b' query='id=1&t=x'>",
        '<navigator target="miniProgram" url="/pages/a/b?id=1" query="t=x">',
        '<navigator target="miniProgram" path="pages/a/b" query="id=1&t=x">',
    ],
)
def test_a_query_beside_the_page_of_a_tag_is_part_of_it(tag: str) -> None:
    parsed = parse(tag)
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1"), ("t", "x")])
    assert not parsed.others

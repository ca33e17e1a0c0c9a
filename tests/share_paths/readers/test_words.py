"""Paths between the words of a chat, in tags, behind signs."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.readers.words import between_words

PATH = "pages/a/b?id=1&t=a%20b"
MEANT = SharePath("pages/a/b", [("id", "1"), ("t", "a b")])


@pytest.mark.parametrize(
    "around",
    [
        "path 这个页面 {}",
        "path这个页面 {} 打不开",
        "({})",
        "（{}）打不开",
        "[{}]",
        "path->{}",
        "path => {}",
        "path=>{}",
        "path={} 打不开",
        "Path = {}",
        "打开 {}！",
        "打开 {}!",
        "地址 {}？",
        "see {}; 404",
        "入口|{}",
    ],
)
@pytest.mark.parametrize("slash", ["", "/"])
def test_a_path_in_a_chat_is_read_without_what_stands_around_it(around: str, slash: str) -> None:
    assert parse(around.format(slash + PATH)).share_path == MEANT


@pytest.mark.parametrize("name", ["path", "pagepath", "url", "b", "td", "li", "route", "string"])
@pytest.mark.parametrize("attribute", ["", ' class="x"'])
@pytest.mark.parametrize("held", [PATH, PATH.replace("&", "&amp;"), f"<![CDATA[{PATH}]]>"])
@pytest.mark.parametrize("around", ["{}", "路径 {} 打不开", "<xml><appid>wx1</appid>{}</xml>"])
def test_a_path_in_a_tag_is_read(name: str, attribute: str, held: str, around: str) -> None:
    assert parse(around.format(f"<{name}{attribute}>{held}</{name}>")).share_path == MEANT


def test_a_link_behind_a_sign_is_a_link() -> None:
    assert parse("(https://a.example/b?x=1)").options.base_url == "https://a.example/b"
    assert parse("入口:https://a.example/b?x=1").options.base_url == "https://a.example/b"


def test_a_query_stays_a_query() -> None:
    assert parse("path=a&id=1").share_path == SharePath("", [("path", "a"), ("id", "1")])
    encoded = "path=pages%2Fa%3Fid%3D1&x=2"
    assert parse(encoded).share_path == SharePath("", [("path", "pages/a?id=1"), ("x", "2")])
    assert parse("pages/a/b?list[]=1").share_path == SharePath("pages/a/b", [("list[]", "1")])


def test_words_without_a_path_give_none() -> None:
    assert between_words(Pasted("see you at 8:30 and/or later")) is None

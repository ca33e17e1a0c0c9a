"""Where a path stands in prose, where it ends, and what is said of the words behind it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.share_paths import SharePath, parse
from inspector.share_paths.readers.prose import in_prose, without_words

ONE = SharePath("pages/a/b", [("id", "1")])
TWO = SharePath("pages/c/d", [("x", "2")])


def codes(text: str) -> set[str]:
    return {finding.code for finding in parse(text).findings}


@pytest.mark.parametrize(
    "words", ["第1步：进入", "复现：1、打开", "v2.0版本", "A组的人点了", "(1)从首页到", "①"]
)
@pytest.mark.parametrize("slash", ["", "/"])
def test_words_before_a_path_may_hold_anything(words: str, slash: str) -> None:
    assert parse(f"{words}{slash}pages/a/b?id=1").share_path == ONE


@pytest.mark.parametrize("sign", list("，。；、！）】」』》”←→"))
@pytest.mark.parametrize("words", ["打不开", "2、点分享", "A组也是"])
def test_punctuation_ends_a_value_of_plain_letters(sign: str, words: str) -> None:
    text = f"/pages/a/b?id=1{sign}{words}"
    assert parse(text).share_path == ONE
    assert "words_left_out" in codes(text)


@pytest.mark.parametrize("value", ["你好，世界", "张三、李四"])
def test_punctuation_within_chinese_belongs_to_the_value(value: str) -> None:
    assert parse(f"pages/a/b?n={value}").share_path == SharePath("pages/a/b", [("n", value)])


@pytest.mark.parametrize("value", ["1失败", "A区", "3月", "x_1号"])
@pytest.mark.parametrize("before", ["", "打开", "see "])
def test_chinese_behind_a_value_is_kept_and_told(before: str, value: str) -> None:
    text = f"{before}pages/a/b?id={value}"
    assert parse(text).share_path == SharePath("pages/a/b", [("id", value)])
    assert "words_kept" in codes(text)


@pytest.mark.parametrize("before", ["", "打开", "see "])
def test_a_path_that_encodes_its_chinese_ends_before_other_chinese(before: str) -> None:
    text = f"{before}pages/a/b?n=%E7%BE%A4&id=1失败"
    assert parse(text).share_path == SharePath("pages/a/b", [("n", "群"), ("id", "1")])
    assert "words_left_out" in codes(text)


@pytest.mark.parametrize(
    "text",
    ["/pages/a/b页面打不开", "打开/pages/a/b页面白屏", "进pages/a/b就闪退", "用 pages/a/b 吗"],
)
def test_a_page_ends_before_chinese(text: str) -> None:
    assert parse(text).share_path == SharePath("pages/a/b")


@pytest.mark.parametrize(
    "text",
    [
        "pages/a/b.js:12:5 报错",
        "src/pages/a/b/index.vue 第 12 行",
        "讨论 a/b 测试",
        "from pages/a/b.wxml to c",
    ],
)
def test_a_file_is_no_page(text: str) -> None:
    assert parse(text).share_path == SharePath("")


def test_a_page_without_query_is_taken_where_there_is_nothing_better() -> None:
    assert in_prose("from pages/index/index to /pages/a/b?id=1") == ["/pages/a/b?id=1"]


@pytest.mark.parametrize("between", [" 和 ", "、", "，然后", "跳到", " -> "])
def test_two_paths_give_both(between: str) -> None:
    parsed = parse(f"pages/a/b?id=1{between}pages/c/d?x=2")
    assert [parsed.share_path, *(other.share_path for other in parsed.others)] == [ONE, TWO]


@pytest.mark.parametrize(
    "text",
    [
        "页面 pages/a/b 参数 id=1",
        "页面: pages/a/b\n参数: id=1",
        "启动页面 pages/a/b，启动参数 id=1，场景 1047",
        "编译模式里页面写 pages/a/b，query 写 id=1 就行",
        "open pages/a/b with id=1, please",
    ],
)
def test_a_query_that_stands_apart_belongs_to_the_only_page(text: str) -> None:
    assert parse(text).share_path == ONE


@pytest.mark.parametrize("wrapped", ["pages/a/b?\nid=1&\nt=x", "pages/a/b?id=1\n&t=x"])
@pytest.mark.parametrize("around", ["{}", "打开 {} 白屏"])
def test_a_wrapped_path_is_one(wrapped: str, around: str) -> None:
    meant = SharePath("pages/a/b", [("id", "1"), ("t", "x")])
    assert parse(around.format(wrapped)).share_path == meant
    assert parse(around.format(wrapped.replace("\n", " "))).share_path == meant


@given(st.text(st.characters(codec="ascii", min_codepoint=33), max_size=30))
def test_a_path_without_chinese_is_never_cut(text: str) -> None:
    assert without_words(text) == (text, [])


@given(st.text(max_size=40))
def test_nothing_is_cut_without_a_word_of_it(text: str) -> None:
    kept, told = without_words(text)
    assert text.startswith(kept)
    assert bool(kept != text) == any(finding.code == "words_left_out" for finding in told)


SIGNS = (" / ", " 、 ", "、", " ， ", "，", " -> ", " => ", " → ", " | ", ",", ";", "；", "\n")
JOINTS = (*SIGNS, " 和 ", "和", "  与  ", " 或者 ", " or ", " and ", " vs ")


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("seed", range(6))
def test_paths_named_in_one_breath_are_two(joint: str, seed: int) -> None:
    """Blanks around a conjunction once made the second path a part of the first one's value."""
    draw = random.Random(f"{seed}{joint}")
    slashes = [draw.choice(["", "/"]) for _ in range(2)]
    words = draw.sample(["index", "detail", "share-card", "list_2", "group"], 4)
    values = [draw.choice(["1", "%E7%BE%A4", "abc-7"]) for _ in range(2)]
    pages = [f"pages/{words[at]}/{words[at + 2]}" for at in range(2)]
    paths = [f"{slashes[at]}{pages[at]}?x{at}={values[at]}" for at in range(2)]
    parsed = parse(joint.join(paths))
    found = [parsed.share_path, *(other.share_path for other in parsed.others)]
    assert found == [parse(path).share_path for path in paths]


@pytest.mark.parametrize("joint", [" 和 ", " or ", " / ", "、", " → "])
def test_a_mere_page_counts_in_a_list(joint: str) -> None:
    first, second = SharePath("pages/a/b"), SharePath("pages/c/d", [("y", "2")])
    for text, wanted in (
        (f"pages/a/b{joint}pages/c/d?y=2", [first, second]),
        (f"pages/c/d?y=2{joint}pages/a/b", [second, first]),
        ("pages/a/b 跳到 pages/c/d?y=2", [first, second]),
        ("pages/c/d?y=2 看看 pages/a/b 能不能打开", [second, first]),
        (f"打开 pages/a/b{joint}pages/c/d?y=2 看看", [first, second]),
    ):
        parsed = parse(text)
        assert [parsed.share_path, *(each.share_path for each in parsed.others)] == wanted, text


@pytest.mark.parametrize("value", ["tom and jerry", "a / b", "red, blue", "甲和乙"])
def test_a_conjunction_within_a_value_stays(value: str) -> None:
    parsed = parse(f"pages/a/b?name={value}")
    assert parsed.share_path == SharePath("pages/a/b", [("name", value)])
    assert not parsed.others


def test_a_comma_within_an_address_parts_nothing() -> None:
    parsed = parse("pages/web/web?url=https://example.com/a,b/c?id=1")
    assert parsed.share_path.page == "pages/web/web"
    assert not parsed.others

"""Any text is taken, and what it is becomes clear."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from inspector.share_paths import SharePath, encode_component, parse

QUERIES = [
    ("/pages/a?u=https://x.com/?b=1&c=2", [("u", "https://x.com/?b=1"), ("c", "2")], "??="),
    ("/pages/a?t=YWJj==&x=1", [("t", "YWJj=="), ("x", "1")], "="),
    ("/pages/a?n=A&B&id=1", [("n", "A"), ("B", ""), ("id", "1")], "&"),
    ("/pages/a&id=1", [("id", "1")], "&"),
    ("/pages/a?id=1#top", [("id", "1#top")], "#"),
]


@pytest.mark.parametrize(("text", "pairs", "separators"), QUERIES)
def test_what_cuts_a_value_is_told_and_what_was_meant_is_kept(
    text: str, pairs: list[tuple[str, str]], separators: str
) -> None:
    parsed = parse(text)
    assert parsed.share_path == SharePath("pages/a", pairs)
    told = [f.parameters["separator"] for f in parsed.findings if f.code == "raw_separator"]
    assert set(told) == set(separators)
    assert {finding.code for finding in parsed.findings} == {"raw_separator"}


@pytest.mark.parametrize(
    ("value", "plain", "code"),
    [
        ("100%", "100%", "lone_percent"),
        ("%E4%BD", "%E4%BD", "lone_percent"),
        ("%25E7%25BE%25A4", "%E7%BE%A4", "double_encoded"),
        ("a+b", "a+b", None),
        ("群", "群", None),
    ],
)
def test_values_are_decoded_once(value: str, plain: str, code: str | None) -> None:
    parsed = parse(f"pages/a?v={value}")
    assert parsed.share_path.parameters[0].value == plain
    assert [finding.code for finding in parsed.findings] == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("pages/a", "pages/a"),
        ("index", "index"),
        ("../detail/detail", "../detail/detail"),
        ("?id=1", ""),
        ("/?id=1", ""),
        ("pages/首页?id=1", "pages/首页"),
    ],
)
def test_a_bare_path_is_no_targets_own_form(text: str, page: str) -> None:
    parsed = parse(text)
    assert parsed.share_path.page == page
    assert parsed.target == ("share_message" if text.startswith("/") else None)
    assert parsed.findings == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " \n",
            "hello world",
            "and/or so",
            "2018/08/30 10:00",
            "[1, 2]",
            "{}",
            "{'",
            "<xml/>",
            "two\nlines",
            "\ufeff",
            "null {",
        ),
        '{"errMsg": "getShareInfo:ok", "encryptedData": "x", "iv": "y"}',
    ],
)
def test_text_without_a_path_says_so(text: str) -> None:
    parsed = parse(text)
    assert (parsed.share_path, parsed.target) == (SharePath(""), None)
    assert [finding.code for finding in parsed.findings] == ["no_path"]


def test_text_longer_than_any_path_is_not_searched() -> None:
    assert [f.code for f in parse("/pages/a?id=" + "1" * 2_000_000).findings] == ["no_path"]
    assert parse("/pages/a?id=" + "1" * 1_000_000).share_path.page == "pages/a"


def test_of_several_lines_the_first_path_is_taken() -> None:
    parsed = parse("see:\n  /pages/a?id=1\n/pages/b\n")
    assert parsed.share_path == SharePath("pages/a", [("id", "1")])
    assert [(f.code, f.parameters["count"]) for f in parsed.findings] == [("several_paths", 2)]


@pytest.mark.parametrize(
    ("text", "page", "target"),
    [
        ("打开 weixin://dl/business/?appid=wx1&path=pages/a，谢谢", "pages/a", "plain_scheme"),
        ("GET /pages/a?id=1 HTTP/1.1", "pages/a", "share_message"),
        ('[12:01] opened "pages/a?id=1" in 20 ms', "pages/a", None),
        ("用户点了这个 https://wxaurl.cn/AbC123 打不开", "", "url_link"),
        ("see\n  pages/a\n", "pages/a", None),
        ("pages/a?n=one two&id=1", "pages/a", None),
    ],
)
def test_a_path_between_other_words_is_found(text: str, page: str, target: str | None) -> None:
    parsed = parse(text)
    assert (parsed.share_path.page, parsed.target) == (page, target)


SCHEME = "weixin://dl/business/?appid=wx1&path=pages/a&query=id%3D1"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("%2Fpages%2Fa%3Fid%3D1", "share_message"),
        ("pages%2Fa%3Fid%3D1", None),
        (encode_component(SCHEME), "plain_scheme"),
    ],
)
def test_a_text_encoded_as_a_whole_is_decoded_and_told(text: str, target: str | None) -> None:
    parsed = parse(text)
    assert (parsed.share_path, parsed.target) == (SharePath("pages/a", [("id", "1")]), target)
    assert [finding.code for finding in parsed.findings] == ["double_encoded"]


def test_a_logged_page_that_was_opened_by_an_ordinary_link_is_taken_apart() -> None:
    parsed = parse("pages/a?q=https%3A%2F%2Fexample.com%2Fmp%3Fid%3D1&scancode_time=1518000000")
    assert parsed.share_path == SharePath("pages/a", [("id", "1")])
    assert (parsed.target, parsed.options.base_url) == ("ordinary_link", "https://example.com/mp")


HOSTILE = [
    "{" * 200_000,
    '{"a":' * 50_000,
    "{a:" * 50_000,
    '"' * 1_000_000,
    '{"' + '\\"' * 200_000,
    "{'" + "\\'" * 200_000 + "\\",
    "{`" + "\\`" * 200_000,
    "{ " + "/* " * 100_000,
    "{" + "path:" * 100_000,
    "a: 1" + "\n" * 200_000 + "x",
    "%" * 300_000,
    "?a=" + "&" * 300_000,
    "?" + "a&" * 100_000,
    "pages/" * 100_000,
    "weixin://dl/business/?appid=x&query=" + "&a=1" * 100_000,
    "weixin://dl/business/?" + "&t=" * 100_000 + " ",
    "https://open.weixin.qq.com/sns/getexpappinfo?path=" + "&b" * 100_000,
    "http://127.0.0.1:1/?" + "&compile-condition" * 20_000,
    "cli " + "--compile-condition " * 20_000,
    "pagePath: '" + "\\'" * 100_000,
    "path:`" * 50_000,
    "\\u{110000}" * 20_000,
    "{" + "a" * 500_000,
    "\n" * 500_000,
    "/pages/a\n" * 50_000,
    "x " + "a/" * 200_000,
    "x " + "/a" * 200_000 + " ",
    "\n" + "a/b" * 100_000 + " c",
    "https://" * 100_000 + " x",
    "{" + "x: 1, " * 50_000 + "}",
    "{n: " + "9" * 10_000 + "}",
    '{"pathName": "a", "scene": ' + "9" * 5_000 + "}",
    '{"pathName": "a", "scene": "' + "9" * 5_000 + '"}',
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_neither_raises_nor_hangs(text: str) -> None:
    parse(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\u7fa4", "群"),
        (r"\ud83d\ude00", "😀"),
        (r"\x41", "A"),
        ("&lt;2&gt;", "<2>"),
        ("&quot;a&quot;", '"a"'),
        ("&#39;", "'"),
        ("&#x7fa4;", "群"),
        ("&#32676;", "群"),
    ],
)
@pytest.mark.parametrize(
    "form", ["pages/a?x={}&y=1", "打开 pages/a?x={}&y=1", "path: 'pages/a?x={}&y=1'"]
)
def test_an_escape_of_any_character_is_that_character(form: str, written: str, meant: str) -> None:
    if form[:2] in ("pa", "打开") and "quot" in written and " " in form:
        return  # in markup quotes end a text
    assert parse(form.format(written)).share_path == SharePath(
        "pages/a", [("x", meant), ("y", "1")]
    )


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("text", ["/pages/a?x=1&y=%E7%BE%A4", "pages/a?x=1&y=%E7%BE%A4"])
def test_a_path_encoded_as_a_whole_is_decoded_as_often_as_it_was(text: str, times: int) -> None:
    for _ in range(times):
        text = quote(text, safe="")
    parsed = parse(text)
    assert parsed.share_path == SharePath("pages/a", [("x", "1"), ("y", "群")])
    assert "double_encoded" in [finding.code for finding in parsed.findings]


@pytest.mark.parametrize("scene", ["a%3D1", "a%3D1%26b%3D2", "%E7%BE%A4"])
def test_an_encoded_scene_is_told(scene: str) -> None:
    parsed = parse(f'{{"scene": "{scene}", "page": "pages/a"}}')
    assert parsed.share_path == SharePath("pages/a", [("scene", scene)])
    assert "double_encoded" in [finding.code for finding in parsed.findings]


@pytest.mark.parametrize("suffix", [".mpx", ".vue", ".nvue", ""])
def test_a_page_of_a_list_is_no_file(suffix: str) -> None:
    parsed = parse(f"export default {{ pages: ['pages/a/b{suffix}'] }}")
    assert parsed.share_path == SharePath("pages/a/b")


def test_a_page_of_a_sub_package_stands_below_its_root() -> None:
    manifest = {"subPackages": [{"root": "packageA/", "pages": ["x/y"]}]}
    assert parse(json.dumps(manifest)).share_path == SharePath("packageA/x/y")

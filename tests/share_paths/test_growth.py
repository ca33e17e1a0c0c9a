"""Taking a text apart takes time in proportion to its length, whatever it holds."""

from __future__ import annotations

import random
from itertools import product

import pytest

from inspector.share_paths import parse
from tests.growth import grows_linearly

HEADS = (
    "",
    "x ",
    "/",
    "pages/a?",
    "/pages/a?id=",
    "{",
    "{path: '",
    "path: '",
    'url="',
    "wx.navigateTo({url: '",
    '{"path": "/pages/a", "query": {',
    '{"query": "',
    "cli preview --compile-condition '",
    "const a = `",
    "weixin://dl/business/?appid=wx1&path=",
    "https://open.weixin.qq.com/sns/getexpappinfo?appid=&path=",
    "https://a/?",
    "onShow {",
    "看 ",
    '{"pathName": "',
    "pagePath: '",
    "<navigator url='",
    "\n",
)
UNITS = (
    "a",
    "\xe9",
    "e\u0301",
    "\u6253",
    " ",
    "\n",
    "\t",
    "\\",
    '"',
    "'",
    "`",
    "/",
    "?",
    "&",
    "=",
    "%",
    "%25",
    "#",
    ".",
    "-",
    "_",
    ":",
    ",",
    ";",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    "${",
    "{{",
    "$",
    "+",
    "' + a + '",
    "a/",
    "/a",
    "a=1&",
    "a: 1, ",
    "'a': '",
    '\\"',
    "\\u0026",
    "&amp;",
    "a\n",
    "x y ",
    "//",
    "/*",
    "*/",
    "path:",
    "url: '",
    "://",
    "https://",
    "weixin://",
    "{a:",
    '{"a":',
    "|",
    "0",
    "9,",
    "\u3000",
    "\u200b",
    "\ufeff",
)
SIZE = 6_000
PAIRS = sorted(random.Random(15).sample(list(product(HEADS, UNITS)), 120))


def repeated(head: str, unit: str, size: int) -> str:
    return (head + unit * (size // len(unit) + 1))[:size]


@pytest.mark.parametrize(("head", "unit"), PAIRS, ids=range(len(PAIRS)))
def test_no_text_takes_more_than_its_share(head: str, unit: str) -> None:
    assert not grows_linearly(parse, lambda size: repeated(head, unit, size), SIZE)


@pytest.mark.long
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("head", HEADS)
def test_no_head_and_no_unit_do(head: str, unit: str) -> None:
    assert not grows_linearly(parse, lambda size: repeated(head, unit, size), SIZE)
    assert not grows_linearly(parse, lambda size: repeated(head, unit, size) + " x", SIZE)


@pytest.mark.parametrize("seed", range(16))
def test_no_mixture_does(seed: int) -> None:
    """Runs of several units between others, all of which grow, or which come again and again."""
    draw = random.Random(seed)
    head = draw.choice(HEADS)
    pieces = [draw.choice(UNITS) for _ in range(12)]

    def mixed(size: int) -> str:
        times = size // 30
        grown = "".join(piece * times for piece in pieces)
        return head + (grown if seed % 2 else "".join(pieces) * times)

    assert not grows_linearly(parse, mixed, SIZE)


def test_no_escape_is_sought_twice() -> None:
    """Backslashes without end once took the square of their number."""
    assert not grows_linearly(parse, lambda size: "\\" * size, SIZE)


@pytest.mark.parametrize(
    "unit", [".put('a', b)", ".a('c')", "A=/b/c?d\n", '@"{""', '"""{', " a: \n"]
)
@pytest.mark.parametrize("head", ["", "new A()", "x = "])
def test_no_chain_and_no_settings_do(head: str, unit: str) -> None:
    assert not grows_linearly(parse, lambda size: repeated(head, unit, size), SIZE)


@pytest.mark.parametrize(
    "unit",
    [
        '"', '""', ',"', ',"""', "{a: 1}\n", "a: 1}\n", "\u25bc {", "query:\n", " or ", ",a/b",
        "、", " = ", "a=b ", "'a=", "a:=", "a[b]=", " \\", "GET /", "curl ", "fetch('",
        "{{ a ", "<?= a ", "<%= ", "'?a=' || b || ", "'?a=' .. b .. ", "'?' & b & ", "concat('?', ",
        "mapOf('a' to ", "['a' => ", "{a: 1, b: 2}\n",
        "url.Values{", "{}", "[]string{", "io.WriteString(", "var a ", "(a ? '/b' : '/c') + ",
        "${a ? '/b' : '/c'}", "a/b?",
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "path=pages/a ", "▼ {a: \u2026}\n", 'a,"', "x := "])
def test_no_request_no_sheet_and_no_condition_does(head: str, unit: str) -> None:
    assert not grows_linearly(parse, lambda size: repeated(head, unit, size), SIZE)


def test_no_item_is_named_after_all_that_stands_in_its_brackets() -> None:
    """Lists within the brackets behind a name once made a name of all their items."""
    assert not grows_linearly(parse, lambda size: "a[[b, " * (size // 6), SIZE)


def test_no_run_of_backslashes_is_tried_from_each_of_them() -> None:
    assert not grows_linearly(parse, lambda size: "(\n" + "F:" * 9 + "\\" * size, SIZE)

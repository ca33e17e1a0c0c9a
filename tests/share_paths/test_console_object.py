"""Objects as consoles print them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.share_paths.console_object import read_literal, read_object

VALUES = st.recursive(
    st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=4))
def test_json_is_read_exactly_and_what_follows_is_left(value: dict[str, Any]) -> None:
    assert read_object(json.dumps(value)) == value
    assert read_object(f"onShow {json.dumps(value, ensure_ascii=False)} at app.js:3") == value


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("{a: 1, b: 'x', c: \"y\", d: `z`}", {"a": 1, "b": "x", "c": "y", "d": "z"}),
        ("{a: 1 b: 2\n c: 3,}", {"a": 1, "b": 2, "c": 3}),
        ("{'a-b': true, c: undefined, d: null, e: NaN, f: false}", {"a-b": True, "f": False}),
        ("{a: {b: [1, {c: 'x'}]}, __proto__: Object}", {"a": {"b": [1, {"c": "x"}]}}),
        ("{a: Object {b: 1}, c: (2) [1, 2]}", {"a": {"b": 1}, "c": [1, 2]}),
        ("{a: {…}, b: 1}", {"a": {}, "b": 1}),
        ("{a: 1, // why\n b: 'http://x'}", {"a": 1, "b": "http://x"}),
        ("{a: 'it\\'s', b: \"\\u7fa4\\x41\\u{1F600}\\n\"}", {"a": "it's", "b": "群A😀\n"}),
        ("{a: 'cut off", {"a": "cut off"}),
        ("{a: f(1), b: 2}", {"b": 2}),
        ("path: 'x'\nquery: {id: '1'}", {"path": "x", "query": {"id": "1"}}),
        ("a: 1\nb: 'x',\n", {"a": 1, "b": "x"}),
        ('curl "https://x/?a=b" -d \'{"a": 1}\'', {"a": 1}),
    ],
)
def test_what_people_paste_is_read(text: str, members: dict[str, Any]) -> None:
    assert read_object(text) == members


@pytest.mark.parametrize(
    "text", ["", "a", "pages/a?x={a:1}", "a=1&b={c: 2}", "x={a: 1}", "[1]", "{", "{}", "{a:" * 500]
)
def test_what_is_no_object_gives_nothing(text: str) -> None:
    assert read_object(text) == {}


def test_an_unknown_escape_stands_for_its_character() -> None:
    assert read_literal(r"'\q\\\u{110000}\ud83d\ude00'") == "q\\\\u{110000}😀"


@given(st.text(st.sampled_from("{}[]:,'\"`\\/*ab1 \n\u2026"), max_size=60))
def test_no_text_raises(text: str) -> None:
    read_object("{" + text)

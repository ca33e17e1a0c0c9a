from __future__ import annotations

import html
import json
import string
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.capture.scanning.unescaping import plain_base64, unescape

BASE64 = st.text(string.ascii_letters + string.digits + "+/=", max_size=60)
LAYERS = st.lists(
    st.sampled_from(
        [
            lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
            lambda text: text.replace("=", "\\u003d").replace("+", "\\u002b"),
            lambda text: urllib.parse.quote(text, safe=""),
            lambda text: text.replace("+", "&#43;").replace("=", "&#x3D;"),
            html.escape,
        ]
    ),
    max_size=3,
)


@given(BASE64, LAYERS)
def test_every_layer_is_undone(text: str, layers: list) -> None:  # type: ignore[type-arg]
    wrapped = text
    for layer in layers:
        wrapped = layer(wrapped)
    assert plain_base64(wrapped) == text


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 3))
def test_strings_are_unescaped_as_often_as_they_were_nested(text: str, depth: int) -> None:
    nested = text
    for _ in range(depth):
        nested = json.dumps(nested)[1:-1]
    assert unescape(nested, depth) == text


@given(st.text(alphabet="\\u0dD8xn/\"'ab\n"))
def test_broken_escapes_are_no_error(text: str) -> None:
    assert isinstance(unescape(text, 2), str)
    assert isinstance(plain_base64(text), str)


@pytest.mark.parametrize("sign", [":", "=", "=>", "->"])
def test_a_literal_does_not_go_on_in_the_next_name(sign: str) -> None:
    assert plain_base64(f'r7BX"\n "iv" {sign} "XXKk') == f'r7BX"\n "iv" {sign} "XXKk'
    assert plain_base64('r7BX" +\n "XXKk') == "r7BXXXKk"

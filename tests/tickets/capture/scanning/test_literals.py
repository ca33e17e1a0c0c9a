"""Literals are found in every encoding, whole, with their places in the raw text."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.capture.scanning.literals import closes, decoder_of, literal_at

ENCODINGS: dict[str, tuple[Callable[[str], str], str]] = {
    "plain": (str, ':"'),
    "percent": (lambda text: quote(text, safe=""), "%3A%22"),
    "percent twice": (lambda text: quote(quote(text, safe=""), safe=""), "%253A%2522"),
    "form": (quote_plus, "%3A%22"),
    "entities": (html.escape, ":&quot;"),
    "csv": (lambda text: text.replace('"', '""'), ':""'),
    "unicode": (lambda t: t.replace("\\", "\\u005C").replace('"', "\\u0022"), ":\\u0022"),
}
TEXTS = st.text(st.sampled_from('ab{}[]"\\/%&+=;:, \n\té群🎉'), max_size=30)


@given(TEXTS, st.sampled_from(sorted(ENCODINGS)), st.integers(0, 3), TEXTS)
def test_a_string_is_found_where_it_stands(
    content: str, name: str, nesting: int, after: str
) -> None:
    encode, clue = ENCODINGS[name]
    plain = json.dumps(content, ensure_ascii=False)
    for _ in range(nesting):
        plain = json.dumps(plain, ensure_ascii=False)[1:-1]
    before, raw = "x" * 3, encode(plain)
    if name in ("csv", "unicode") and ('"' in after or "\\" in after):
        return
    found = literal_at(before + raw + encode(f",{after}"), 3, decoder_of(clue), 4_000)
    assert found
    assert found.value == content
    quote_length = len(encode(plain[: plain.index('"') + 1]))
    assert (found.start, found.end) == (3 + quote_length, 3 + len(raw) - quote_length)


@given(st.dictionaries(TEXTS, st.one_of(TEXTS, st.integers(), st.lists(TEXTS)), max_size=4))
def test_an_object_ends_at_its_own_brace(value: dict[str, object]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    escaped = json.dumps(text, ensure_ascii=False)[1:-1]
    for raw, clue in ((text, ":{"), (escaped, ":{"), (quote(escaped, safe=""), "%3A%7B")):
        found = literal_at(f"{raw}}}", 0, decoder_of(clue), 10_000)
        assert found
        assert (found.value, found.end, found.is_object) == (text, len(raw), True)


def test_what_does_not_end_is_none() -> None:
    for text in ('"abc', '{"a": 1', '{"}"', "", "abc", "\\" * 50_000 + '"', '"' + "\\" * 50_000):
        assert literal_at(text, 0, None, 100_000) is None


@pytest.mark.parametrize("depth", [0, 1, 3, 7])
def test_backslashes_of_the_content_come_in_whole_escapes(depth: int) -> None:
    step = 2 * (depth + 1)
    assert [n for n in range(depth, 40) if closes(n, depth)] == list(range(depth, 40, step))

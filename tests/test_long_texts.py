"""What is found piece by piece is what one call finds, wherever the pieces meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector import long_texts

WORDS = st.text("ab  -=\n", max_size=60)


@pytest.fixture(autouse=True, scope="module")
def short_pieces() -> Iterator[None]:
    """Let a short text have many pieces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_texts, "PIECE", 8)
        patch.setattr(long_texts, "_WITHIN", 4)
        yield


@given(WORDS)
def test_pieces_are_the_text(text: str) -> None:
    found = list(long_texts.pieces(text))
    assert "".join(found) == text
    assert all(len(piece) == 8 for piece in found[:-1])


@given(WORDS, st.integers(0, 20), st.integers(0, 60))
def test_matches_are_those_of_one_call(text: str, start: int, end: int) -> None:
    pattern, border = re.compile(r"(?<![ab])[ab]{2,}=*(?!-)"), re.compile(r"[ \n]")
    end = min(end, len(text))
    found = [m.span() for m in long_texts.matches(text, pattern, border, start, end)]
    assert found == [m.span() for m in pattern.finditer(text, start, end)]
    whole = [m.span() for m in long_texts.matches(text, pattern, border)]
    assert whole == [m.span() for m in pattern.finditer(text)]


@given(WORDS, st.integers(0, 20), st.integers(0, 60))
def test_short_matches_are_those_of_one_call(text: str, start: int, end: int) -> None:
    pattern, end = re.compile(r"(?<![ab])[ab]{2,6}=?(?!-)|-\n"), min(end, len(text))
    found = [m.span() for m in long_texts.short_matches(text, pattern, 8, start, end)]
    assert found == [m.span() for m in pattern.finditer(text, start, end)]


@given(WORDS, st.lists(st.text("ab -", min_size=1, max_size=20), max_size=3))
def test_words_are_found_across_pieces(text: str, words: list[str]) -> None:
    assert long_texts.has_any(text, *words) == any(word in text for word in words)


@given(WORDS)
def test_a_text_consists_of_signs_or_does_not(text: str) -> None:
    signs = re.compile(r"[ab =\n]+")
    assert long_texts.consists_of(text, signs) == all(sign in "ab =\n" for sign in text)


@given(WORDS, st.sampled_from((r"[ab]+", r"[^\s]+", r"[ \n]+")))
def test_runs_are_those_of_one_call(text: str, form: str) -> None:
    signs = re.compile(form)
    assert list(long_texts.runs(text, signs)) == [m.span() for m in signs.finditer(text)]


@given(WORDS, st.integers(0, 20), st.integers(0, 60))
def test_a_long_match_ends_where_one_call_ends(text: str, start: int, end: int) -> None:
    units, end = re.compile(r"(?:[ab]++|-=)+"), min(end, len(text))
    pattern = re.compile(r"(?>(?:[ab]++|-=|-\n)+)={0,2}")
    whole = pattern.match(text, start, end)
    found = long_texts.match_end(text, pattern, units, start, end)
    assert found == (whole.end() if whole else start)


@given(WORDS, st.sampled_from((r"(?<!\S)[ab]{6}(?!\S)", r"a{6,}|b-b", r"=\n=", "")))
def test_a_text_holds_what_one_call_finds(text: str, form: str) -> None:
    pattern = re.compile(form)
    assert long_texts.holds(text, pattern, 7) == bool(pattern.search(text))


@given(WORDS, st.sampled_from((r"\s", r"\s+", "[ab]")))
def test_characters_are_left_out(text: str, form: str) -> None:
    pattern = re.compile(form)
    assert long_texts.without(text, pattern) == pattern.sub("", text)


@given(st.text(st.sampled_from("a群😀\ud800"), max_size=40))
def test_units_are_those_of_utf_16(text: str) -> None:
    units = [
        len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in range(len(text) + 1)
    ]
    assert long_texts.count_units(text) == units[-1]
    assert [long_texts.place_of_unit(text, unit) for unit in units] == list(range(len(text) + 1))

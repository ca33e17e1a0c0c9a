"""Each layer is undone, told, and leaves base64 alone."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.decryption.repair import clean, escapes
from inspector.tickets.decryption.repair.marked import Marked

BASE64 = st.text(string.ascii_letters + string.digits + "+/", max_size=60)


@pytest.mark.parametrize(
    ("pasted", "text", "codes"),
    [
        ("a%2Bb%2Fc%3D", "a+b/c=", {"percent_decoded"}),
        ("a%252Bb%253D", "a+b=", {"percent_decoded"}),
        ("a%u002Bb", "a+b", {"percent_decoded"}),
        (r"a\/b\u002bc\x2fd", "a/b+c/d", {"escapes_removed"}),
        (r"a\\/b\\\\u002bc", "a/b+c", {"escapes_removed"}),
        (r"a\nb", "a\nb", {"escapes_removed"}),
        ("a\\\nb", "a\nb", {"escapes_removed"}),
        ("“ab”，", "ab", {"quotes_removed", "fullwidth_folded"}),
        ("'ab' +\n 'cd+';", "abcd+", {"quotes_removed"}),
        ("iv: ab==", "ab==", {"quotes_removed"}),
        ('"session_key":"ab=="', "ab==", {"quotes_removed"}),
        ("b'ab=='", "ab==", {"quotes_removed"}),
        ("a&#43;b&#x2F;c&equals;", "a+b/c=", {"html_unescaped"}),
        ("ab<br/>cd", "ab\ncd", {"html_unescaped"}),
        ("a\u200bb\ufeff", "ab", {"invisible_removed"}),
        ("a\x00b", "ab", {"invisible_removed"}),
        ("ａ＋／＝", "a+/=", {"fullwidth_folded"}),
        ("a-b_c", "a+b/c", {"base64url"}),
        ("a=3D=3D", "a==", {"escapes_removed"}),
    ],
)
def test_what_is_undone(pasted: str, text: str, codes: set[str]) -> None:
    marked = clean(pasted)[0]
    assert marked.text == text
    assert {change.code for change in marked.changes} == codes


@given(BASE64, st.sampled_from(["", "=", "=="]))
def test_base64_is_left_alone(text: str, pads: str) -> None:
    (marked,) = clean(text + pads)
    assert marked.text == text + pads
    assert marked.changes == ()


@given(st.text(max_size=60))
def test_no_text_raises_and_every_origin_is_in_it(text: str) -> None:
    for marked in clean(text):
        assert marked.origins is not None
        assert len(marked.origins) == len(marked.text)
        assert all(0 <= origin < len(text) for origin in marked.origins)


def test_a_bare_plus_beside_percent_encoding_stays_open() -> None:
    assert clean("a+b%3D")[0].text == f"a{escapes.SOFT_PLUS}b="


def test_an_escape_that_a_wrap_cut_in_two_has_two_readings() -> None:
    joined, plain = clean("ab\\\nncd")
    assert (joined.text, plain.text) == ("ab\ncd", "ab\nncd")


@pytest.mark.parametrize("form", ["＋", "﹢", "＝", "∕", "–"])
def test_look_alikes_become_ascii(form: str) -> None:
    assert escapes.folded(form).isascii()


def test_others_stay() -> None:
    assert escapes.folded("张") == "张"
    assert escapes.fold_width(Marked.of("张")).text == "张"

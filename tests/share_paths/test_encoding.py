"""Encoding is JavaScript's own; Node, where it stands, is asked."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.share_paths import MalformedEncoding, decode_component, encode_component
from inspector.share_paths.encoding import decode_leniently, join_surrogates, looks_encoded
from tests.share_paths.strategies import HOSTILE, joined_texts

NODE = shutil.which("node")
ASK_NODE = """
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const attempt = (call, text) => { try { return call(text); } catch { return null; } };
console.log(JSON.stringify(texts.map((text) => [
  attempt(encodeURIComponent, text), attempt(decodeURIComponent, text)])));
"""


def test_known_answers() -> None:
    assert encode_component("群聊") == "%E7%BE%A4%E8%81%8A"
    assert encode_component("-_.!~*'()") == "-_.!~*'()"
    assert encode_component("a b+c/d?e&f=g#h%") == "a%20b%2Bc%2Fd%3Fe%26f%3Dg%23h%25"
    assert encode_component("😀\0") == "%F0%9F%98%80%00"
    assert decode_component("a%2Fb+%e4%bd%a0") == "a/b+你"


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
def test_node_gives_the_same() -> None:
    seeded = random.Random(20170524)
    alphabet = "".join(HOSTILE) + "%%%0123456789abcdefABCDEF"
    texts = [*HOSTILE, *map(chr, range(0, 0x3000, 7))]
    texts += ["".join(seeded.choices(alphabet, k=seeded.randrange(1, 9))) for _ in range(3000)]
    texts = [text for text in map(join_surrogates, texts) if not _has_surrogate(text)]
    call = [str(NODE), "-e", ASK_NODE]
    asked = subprocess.run(
        call, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    for text, (encoded, decoded) in zip(texts, json.loads(asked.stdout), strict=True):
        assert encode_component(text) == encoded
        if decoded is not None:
            assert decode_component(text) == decoded
        elif "%ed%a" not in text.lower() and "%ed%b" not in text.lower():
            with pytest.raises(MalformedEncoding):
                decode_component(text)


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


@given(st.text())
def test_the_standard_library_gives_the_same(text: str) -> None:
    assert encode_component(text) == quote(text, safe="-_.!~*'()")


@given(joined_texts)
def test_decoding_undoes_encoding(text: str) -> None:
    assert decode_component(encode_component(text)) == text


def test_a_lone_surrogate_is_kept_where_javascript_throws() -> None:
    assert encode_component("\ud800") == "%ED%A0%80"
    assert decode_component("%ED%A0%80") == "\ud800"
    assert encode_component("\ud83d\ude00") == "%F0%9F%98%80"


@pytest.mark.parametrize(
    ("text", "decoded", "malformed"),
    [
        ("100%", "100%", 1),
        ("%zz%41", "%zzA", 1),
        ("%E4%BD", "%E4%BD", 2),
        ("%E4%BD%A0%FF", "你%FF", 1),
        ("%E7%BE%A4%41%C3", "群A%C3", 1),
        ("%%25", "%%", 1),
        ("%C0%80", "%C0%80", 2),
        ("%F4%90%80%80", "%F4%90%80%80", 4),
    ],
)
def test_what_is_corrupt_stays_and_the_rest_is_decoded(
    text: str, decoded: str, malformed: int
) -> None:
    assert decode_leniently(text) == (decoded, malformed)
    with pytest.raises(MalformedEncoding):
        decode_component(text)


@pytest.mark.parametrize(
    ("text", "encoded"), [("a%20b", True), ("100%", False), ("%zz", False), ("a", False)]
)
def test_an_encoded_look_is_told(text: str, encoded: bool) -> None:
    assert looks_encoded(text) is encoded


def test_a_long_text_takes_linear_time() -> None:
    assert decode_leniently("%FF" * 100_000)[1] == 100_000
    assert decode_leniently("%" * 300_000)[1] == 300_000

"""No text makes reading slower than its length allows: eight times longer, some eight times slower.

Each hostile text repeats a piece of what captures are made of, behind a beginning that leads a
reader into it.
"""

from __future__ import annotations

import random

import pytest

from inspector.tickets import read
from tests.growth import grows_linearly

SIZE = 3_000
BEGINNINGS = (
    "",
    '{"encryptedData":"',
    '{"rawData":"{',
    "d=%7B%22rawData%22%3A%22",
    'iv,encryptedData\n"',
    '{"log":{"version":"1.2","entries":[{"request":{"method":"POST","url":"',
    "a=1&encryptedData=",
    "iv: ",
    '"session_key',
    "<iv>",
    "INSERT INTO t (iv,encryptedData) VALUES ('",
    'form-data; name="iv"\r\n',
    'roomTopic: "',
    'decrypt("',
)
SIGNS = (
    *("a", "A", "0", "Ab1x", "é", "群", "😀", "\ud800", "\0", "\u200b", "\u3000"),
    *('"', "'", "`", "“", "\\", "/", "{", "}", "[", "]", "(", ")", "[{(", "<", ">", "<a ", "</a>"),
    *("=", "＝", ":", "：", ",", "，", ";", "-", "--", "_", "+", "|", "&", "%", "%25", "%22", "%0"),
    *(" ", "\n", "\t", "\r\n", "--x\r\n", "…", "...", "*", "●", "。", "是", "->", "==>", "—"),
)
PIECES = (
    *("iv", "session_key", "encryptedData", "rawData", "shareTickets", "key", "密钥", "watermark"),
    *("iv ", "iv:", "iv,", "iv-", "iv\n", '"iv"', '"iv" ', '"iv":"', "the iv ", "A-", "a.b"),
    *('rawData:"{', "rawData={", "rawData=%7B", '"rawData":"{\\"a\\":', 'roomTopic:"'),
    *("shareTickets:[", "\\u0022", "\\x22", '\\"', '\\\\"', "\\n", "%5C%22", "%E7", "&quot;"),
    *("Ab1xY2zAb1xY2zAb1xY2zA==", "Ab1xY2zAb1xY2zAb1xY2zA== ", "Ab1xY2zAb ", "Ab1x\n"),
    *('"a" + ', '" + "', "b'", "eyJhIjox", "a=b&", "a: b\n", "curl ", 'decrypt("', "f(a, "),
    *("('a',", "<iv>", "<iv", 'name="iv" value=', '{"name":"iv","value":"', "a,b,", "x y "),
    *('Content-Disposition: form-data; name="iv"\r\n', "iv,encryptedData\n", "|---"),
    *("2026-01-02 03:04:05 ", '{"a":1}\n', '{"a":[', "[1,", "-12,", "0x", "ab:", "Buffer("),
    *("iv: ab…", "iv:ab...", "session_key=a%E2%80%A6"),
    *("iv: {a}", "iv: <a ", "iv: your_", "iv: a_", "xxxx-", "%2A+", "\\u25cf ", "iv=%7Ba%7D"),
    *(", iv, 'a'", "decryptData(iv, 'a', ", "(a.iv, b'"),
    *("<masked>", "***", "[REDACTED]", "（省略）", "s:2:", "string(24) ", "://", "$("),
)


@pytest.mark.parametrize("number", range(len(SIGNS)), ids=lambda n: ascii(SIGNS[n]))
def test_a_run_of_signs(number: int) -> None:
    _check(BEGINNINGS[number % len(BEGINNINGS)], SIGNS[number])


@pytest.mark.parametrize("number", range(len(PIECES)), ids=lambda n: ascii(PIECES[n]))
def test_a_run_of_pieces(number: int) -> None:
    _check(BEGINNINGS[number % len(BEGINNINGS)], PIECES[number])


@pytest.mark.parametrize("seed", range(20))
def test_a_mixture(seed: int) -> None:
    drawn = random.Random(seed)
    pieces = drawn.sample((*SIGNS, *PIECES), 4)
    _check(drawn.choice(BEGINNINGS), *pieces)


KNOWN = {
    "a cell of one letter": ("", "a"),
    "a string of backslashes": ('{"rawData":"{', "\\"),
    "a word, dashes, a label, literals": (BEGINNINGS[10], "Buffer", "—", "ab:", "b'"),
    "lines that begin as boundaries do": ("", "--x\r\n"),
}


@pytest.mark.parametrize("name", KNOWN)
def test_what_was_slow_once(name: str) -> None:
    _check(*KNOWN[name])


def _check(beginning: str, *pieces: str) -> None:
    def text(size: int) -> str:
        share = size // len(pieces)
        return beginning + "".join((piece * (share // len(piece) + 1))[:share] for piece in pieces)

    assert not grows_linearly(read, text, SIZE)

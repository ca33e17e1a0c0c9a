"""Texts that are made to keep a reader busy: long runs, and beginnings that never end."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

RUNS: Final = (
    " ", "\n", "\t", '"', "'", "\\", "+", "-", "=", "%", "&", ";", ":", ".", "<", "{", "[", "]",
    "@", "#", "*", "A", "0", "中", "\u0301", "＂", "＋", "：", "\u200b", "\ud800", "…", "\x00",
    "\x1f", "\x85", "\u2028", "\xa0", "（",
    '" ', "' +\n", "\\n", "\\ ", "\\u", "\\u 0 0", "&#4", "& # 4", "& a", "%2", "%25", "%C3",
    "% u", "A ", "A\n", "A\t", "A\x85", "A@ ", "..", "<a", "< a", "a@", "//", "iv:", '"iv":',
    "session_key", '{"a":', "[{", "[[", "1,", "=3D", "=\n", "A=", "1_A", "***", "（省略）",
    '\x85"iv":', "0x41 ", "41:", "-1,", '{"type":"Buffer","data":[', "%41+",
)  # fmt: skip
"""What a text may be nothing but."""
PIECES: Final = (
    "encryptedData", "=>", "===>", "【", "】", "&amp;", '\\"', "\\\\", '"}', "}", ")", "(", "wx.",
    "request('a/b')", "pages/index/index?", "a=1&", "${a}", "{{b}}", "' + id + '", "---", "\r\n",
    "-----BEGIN", "\u202e", "\ufeff", "AA==", "A" * 22 + "==", "?", ",", "|", " | ", "data:",
    "true", "undefined", "0x", "ff ", "FF:",
    "\\x26", "\\u0026", "<!--", "<![CDATA[", "-->", "${", "`", "~",
    "^", "$", "}}", "{{", "+ ", "[INFO] ", "a[",
)  # fmt: skip
"""Pieces of what people paste."""
STARTS: Final = (
    ('"', " "), ("'", "\n"), ("\\", " "), ("&#", " "), ("&", " "), ("&", "a"), ("<", " "),
    ("<a", "a"), ("%", " "), ("%C3%", " "), ("iv", " "), ("=", " "), ("@", " "), ("A", " "),
    ("A", "="), ("A" * 40, "\t"), ("{", " "), ("1", "("), ("+", "1"), ('"', "\\"), ("*", " "),
    ("[", "1"), ("0x", " "), ("-", "1"),
)  # fmt: skip
"""What a text may begin with, and what then goes on and on."""


def texts() -> dict[str, Callable[[int], str]]:
    """Return makers of texts of any length, by a name for test ids."""
    runs = {f"run of {unit!a}": _run("", unit, "") for unit in RUNS}
    starts = {f"{start!a} then {unit!a}": _run(start, unit, "") for start, unit in STARTS}
    ended = {f"{start!a}, {unit!a}, end": _run(start, unit, "x") for start, unit in STARTS}
    again = {f"{s!a} and 40 {u!a} again": _run("", s + u * 40, "") for s, u in STARTS}
    return runs | starts | ended | again | {"anything": _anything}


def _run(start: str, unit: str, end: str) -> Callable[[int], str]:
    def made(size: int) -> str:
        return start + unit * (size // len(unit)) + end

    return made


def _anything(size: int) -> str:
    random = Random(size)
    units = (*RUNS, *(start for start, _ in STARTS))
    return "".join(random.choice(units) for _ in range(size))[:size]


def mixture(random: Random) -> Callable[[int], str]:
    """Return a maker of texts in which a few units come again and again, singly or in runs.

    The longer text has longer runs, or more of them.
    """
    drawn = [random.choice((*RUNS, *PIECES)) for _ in range(random.randint(1, 8))]
    runs = [(unit, random.choice((1, 1, 2, 40, 400))) for unit in drawn]
    head = random.choice(("", *PIECES))
    grows = random.random() < 0.5

    def made(size: int) -> str:
        if grows:
            return head + "".join(unit * (size // len(drawn) // len(unit)) for unit in drawn)
        block = "".join(unit * times for unit, times in runs)
        return (head + block * (size // len(block) + 1))[:size]

    return made

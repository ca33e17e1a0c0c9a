"""What was decrypted is judged, masked and written in a time that grows with its length."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from inspector.tickets import judge
from inspector.tickets.cases.case_file import read_case_file, write_case_file
from inspector.tickets.damage import Sealed
from inspector.tickets.report import Format, write_report
from tests.growth import grows_linearly
from tests.hostile import texts

SIZE = 1_500
MARK = '"watermark":{"timestamp":1535624932,"appid":"wx1234567890123456"}'


def through(plaintext: str) -> None:
    """Judge a text that was encrypted, and write and read everything that is made of it."""
    ticket = Sealed.fresh(plaintext.encode("utf-8", "replace").decode(), Random(1)).ticket
    verdict = judge(ticket, now=0)
    write_report([verdict], Format.HTML)
    read_case_file(write_case_file([verdict]))


def as_text_and_within(text: str) -> None:
    """Take a text as the payload, and as what stands in the middle of one."""
    through(text)
    through('{"phoneNumber":"13800000000","watermark":{"t' + text + 'imestamp":1573721700}}')


MAKERS = texts()


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_any_text(make: Callable[[int], str]) -> None:
    assert not grows_linearly(as_text_and_within, make, SIZE)


def many(item: str, width: int) -> Callable[[int], str]:
    """Return a maker of lists of texts that all differ."""
    return lambda size: "[" + ",".join(item.format(n) for n in range(size // width)) + "]"


JSON: dict[str, Callable[[int], str]] = {
    "a long name over many items": lambda size: (
        '{"' + "n" * (size // 2) + '":[' + "1," * (size // 4) + "1]}"
    ),
    "long names within each other": lambda size: (
        ('{"' + "n" * (size // 90) + '":') * 80 + "[" + "1," * 500 + "1]" + "}" * 80
    ),
    "ids that begin alike": many('"oAAAA{:024}"', 33),
    "phone numbers": many('"138{:08}"', 14),
    "texts that begin alike for long": many('"' + "x" * 100 + '{:04}"', 108),
    "texts of all lengths": lambda size: (
        "[" + ",".join(f'"oA{"b" * n}c"' for n in range(int((2 * size) ** 0.5))) + "]"
    ),
    "one text within another": lambda size: f'["{"a" * (size // 2)}b","{"a" * (size // 2)}"]',
    "names twice": many('{{"a{0}":1,"a{0}":2}}', 18),
    "a number": lambda size: f"[{'1' * size}]",
    "a fraction": lambda size: f"[1.{'1' * size}]",
    "an exponent": lambda size: f"[1e{'1' * size}]",
    "many objects": many('{{"name":"x{0}"}}', 14),
    "objects that never end": lambda size: f"{{{MARK}," + '{"a":' * (size // 5),
}


@pytest.mark.parametrize("make", JSON.values(), ids=JSON)
def test_any_json(make: Callable[[int], str]) -> None:
    assert not grows_linearly(through, make, 6 * SIZE)

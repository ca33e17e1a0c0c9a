from __future__ import annotations

import re

import pytest

from inspector.qr import encode, to_terminal
from tests.qr.reading import image_of_blocks, texts_in

TEXTS = ["x", "/pages/index/index?id=1", "群聊" * 40]


@pytest.mark.parametrize("text", TEXTS)
def test_the_blocks_read_back(text: str) -> None:
    assert texts_in(image_of_blocks(to_terminal(encode(text)))) == [text]


@pytest.mark.parametrize("text", TEXTS)
def test_inverted_for_a_light_terminal_it_reads_back_with_blocks_black(text: str) -> None:
    image = image_of_blocks(to_terminal(encode(text), inverted=True))
    assert texts_in(image) == []
    image.invertPixels()
    assert texts_in(image) == [text]


def test_every_line_is_as_wide_as_the_code_with_its_quiet_zone() -> None:
    code = encode("x")
    lines = to_terminal(code).splitlines()
    assert {len(line) for line in lines} == {code.side}
    assert lines[:2] == ["█" * code.side] * 2


def test_colours_stand_around_every_line_and_change_no_block() -> None:
    code = encode("x")
    coloured = to_terminal(code, colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == to_terminal(code)
    assert all(line.endswith("\x1b[0m") for line in coloured.splitlines())


def test_fixed_colours_are_never_inverted() -> None:
    code = encode("x")
    assert to_terminal(code, colour=True, inverted=True) == to_terminal(code, colour=True)

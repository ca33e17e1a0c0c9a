"""Layers come off in any order."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from inspector.tickets.decryption.repair.cleaning import clean

UNDO: dict[str, Callable[[str], str]] = {
    "percent": lambda text: text.replace("+", "%2B").replace("&", "%26").replace("\\", "%5C"),
    "html": lambda text: text.replace("%", "&#37;").replace("+", "&#43;"),
    "json": lambda text: text.replace("\\", "\\\\").replace("/", "\\/"),
    "quotes": lambda text: f'"{text}",',
    "invisible": lambda text: text[:3] + "\u200b" + text[3:],
}


@pytest.mark.parametrize("names", list(itertools.permutations(UNDO, 3)))
def test_three_layers(names: tuple[str, ...]) -> None:
    text = "ab+/cd+/efgh"
    for name in names:
        text = UNDO[name](text)
    assert clean(text)[0].text.replace("\x1f", "+") == "ab+/cd+/efgh"

"""What a screen reader finds in each workspace and state: by role, order and depth, named."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.window.accessible_tree import SPOKEN, STATES, kept, pictures
from tests.window.left_hand import left_hand

SILENT = ("Client", "Filler", "Grouping", "Pane", "Border", "Splitter", "LayeredPane", "StaticText")
"""Roles of what only holds others, or of a text that may be empty."""


def missing(wanted: list[str], found: list[str]) -> list[str]:
    """Return what is not found in this order; what was added since may stand between."""
    rest = iter(found)
    return [line for line in wanted if line not in rest]


@pytest.mark.parametrize("state", STATES)
def test_the_tree_is_as_it_was(qtbot: QtBot, state: str) -> None:
    window = left_hand(qtbot).window
    window.resize(1600, 1000)
    found, known = pictures(window, state), kept()
    assert len(found) == 3
    for heading, lines in found.items():
        assert missing(known[heading], lines) == [], heading
        controls = [line for line in lines if line.split()[0] not in SILENT]
        assert [line for line in controls if not line.endswith(SPOKEN)] == [], heading


def test_order_counts() -> None:
    assert missing(["a", "b"], ["x", "a", "y", "b"]) == []
    assert missing(["a", "b"], ["b", "a"]) == ["b"]

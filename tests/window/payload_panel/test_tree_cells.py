"""Rows of the tree are as high as their texts, whatever becomes of the columns."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel.payload_panel import PayloadPanel
from inspector.window.payload_panel.tree_cells import TreeCells
from inspector.window.payload_panel.tree_model import KEY, VALUE
from tests.window.sealing import sealed

Show = Callable[[Ticket], None]
PAYLOAD = {
    "openGId": "tGmade-up-for-this-test_12345",
    "a rather long name of a member": "a value of some words that takes two lines or three",
    "short": [1, "群" * 40, {"deep": {"deeper": "x" * 90}}],
    "watermark": {"timestamp": 1535624932, "appid": "wx0123456789abcdef"},
}
WIDTHS = [
    (140, 200),
    (141, 200),
    (60, 500),
    (300, 120),
    (139, 121),
    (140, 600),
    (61, 90),
    (400, 90),
]


def heights(tree: QTreeView) -> list[int]:
    """Return the height of each row that is open, from the top."""
    found, index = [], tree.model().index(0, KEY, QModelIndex())
    while index.isValid():
        found.append(tree.visualRect(index).height())
        index = tree.indexBelow(index)
    return found


@pytest.mark.parametrize("width", [820, 1280, 1700])
def test_rows_follow_the_widths_of_their_columns(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 800)
    show(sealed(json.dumps(PAYLOAD, ensure_ascii=False)))
    tree = panel.parts().views.tree
    cells = tree.itemDelegate()
    assert isinstance(cells, TreeCells)
    seen = set()
    for key, value in WIDTHS:
        tree.setColumnWidth(KEY, key)
        tree.setColumnWidth(VALUE, value)
        qtbot.wait(20)  # Qt lays rows out in a turn of its own
        shown = heights(tree)
        cells.forget()
        tree.doItemsLayout()
        assert shown == heights(tree), (key, value)
        seen.add(tuple(shown))
    assert len(seen) > 3  # or the widths would prove nothing


def test_a_column_knows_from_which_width_on_nothing_wraps(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    window.resize(1700, 800)
    show(sealed(json.dumps({"short": 1, "other": "x"})))
    tree = panel.parts().views.tree
    cells = tree.itemDelegate()
    assert isinstance(cells, TreeCells)
    qtbot.waitUntil(lambda: len(heights(tree)) == 2 and heights(tree)[0] > 0)
    assert not cells.wraps(VALUE, 200)
    assert cells.wraps(VALUE, 5)

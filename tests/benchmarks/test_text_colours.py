"""Painting a line of 200 coloured tokens of JSON, against extra selections of a text box.

Run with `--benchmark-enable`. The rival colours the same tokens in the way that
`QPlainTextEdit.setExtraSelections` offers, which looks simpler and clips for each of them.
"""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from inspector.window.payload_panel.text_box import TextBox
from inspector.window.theme import make_theme


@pytest.mark.benchmark(group="painting 200 coloured tokens")
@pytest.mark.parametrize("way", ["extra selections (rival)", "formats of the line"])
def test_painting(benchmark: BenchmarkFixture, qtbot: QtBot, way: str) -> None:
    box = TextBox(make_theme("light"), None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(box)
    box.resize(460, 420)
    with qtbot.waitExposed(box):
        box.show()
    days = [{"timestamp": 1445866601 + 86400 * n, "step": 100 + n} for n in range(50)]
    box.show_text(json.dumps(days, separators=(",", ":")), True)
    line = box.document().firstBlock().layout()
    formats = line.formats()
    assert len(formats) == 200
    if "rival" in way:
        selections = []
        for each in formats:
            selection, cursor = QTextEdit.ExtraSelection(), QTextCursor(box.document())
            cursor.setPosition(each.start)
            cursor.setPosition(each.start + each.length, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, each.format
            selections.append(selection)
        line.clearFormats()
        box.document().markContentsDirty(0, box.document().characterCount())
        box.setExtraSelections(selections)
    benchmark(box.viewport().repaint)

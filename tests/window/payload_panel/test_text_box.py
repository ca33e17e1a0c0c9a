"""Long texts come into the box and leave it piece by piece."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from inspector.window.payload_panel.text_box import PIECE, SLICE, TextBox
from inspector.window.theme import make_theme


@pytest.mark.parametrize("line", ["", "x\n", "群 abc\n", "a👪b" * 7 + "\n"])
@pytest.mark.parametrize("size", [1, SLICE, 2 * SLICE + 1, 3 * PIECE + 5])
def test_a_text_leaves_in_pieces_and_whole(qtbot: QtBot, line: str, size: int) -> None:
    box = TextBox(make_theme("light"), None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(box)
    text = line * (size // max(1, len(line)))
    box.show_text(text, True)
    qtbot.waitUntil(lambda: box.full)
    assert box.toPlainText() == text
    units = box.document().characterCount() - 1
    pieces = sum(1 for _ in box.empty())
    assert box.document().isEmpty()
    assert pieces == -(-units // PIECE) or pieces == -(-units // PIECE) + 1  # a pair stays whole


def test_what_is_being_filled_in_can_leave(qtbot: QtBot) -> None:
    box = TextBox(make_theme("light"), None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(box)
    box.show_text("x" * 10 * SLICE, False)
    assert not box.full
    for _ in box.empty():
        pass
    qtbot.wait(30)  # no filling goes on behind it
    assert box.document().isEmpty()

"""Long texts come into the box and leave it piece by piece."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from inspector.window.payload_panel.text_box import MOST_WRAPPED, PIECE, SLICE, TextBox


@pytest.mark.parametrize("line", ["", "x\n", "群 abc\n", "a👪b" * 7 + "\n"])
@pytest.mark.parametrize("size", [1, SLICE, 2 * SLICE + 1, 3 * PIECE + 5])
def test_a_text_leaves_in_pieces_and_whole(
    box: TextBox, qtbot: QtBot, line: str, size: int
) -> None:
    text = line * (size // max(1, len(line)))
    box.show_text(text, True)
    qtbot.waitUntil(lambda: box.full)
    assert box.toPlainText() == text
    units = box.document().characterCount() - 1
    pieces = sum(1 for _ in box.empty())
    assert box.document().isEmpty()
    assert pieces == -(-units // PIECE) or pieces == -(-units // PIECE) + 1  # a pair stays whole


def test_what_is_being_filled_in_can_leave(box: TextBox, qtbot: QtBot) -> None:
    box.show_text("x" * 10 * SLICE, False)
    assert not box.full
    for _ in box.empty():
        pass
    qtbot.wait(30)  # no filling goes on behind it
    assert box.document().isEmpty()


def filled(box: TextBox, text: str, qtbot: QtBot) -> None:
    box.show_text(text, False)
    qtbot.waitUntil(lambda: box.full)


def test_lines_are_wrapped_unless_there_are_very_many(box: TextBox, qtbot: QtBot) -> None:
    modes = QPlainTextEdit.LineWrapMode
    for lines, mode in (
        (3, modes.WidgetWidth),
        (MOST_WRAPPED, modes.WidgetWidth),
        (MOST_WRAPPED + 1, modes.NoWrap),
        (5, modes.WidgetWidth),
    ):
        filled(box, "long words " * 20 + "\n" * lines, qtbot)
        assert box.lineWrapMode() is mode
    assert not box.horizontalScrollBar().maximum()


def test_scroll_bars_follow_another_size_as_qts_own_do(box: TextBox, qtbot: QtBot) -> None:
    text = "".join(f"{n} {'x' * (n % 90)}\n" for n in range(MOST_WRAPPED + 1))
    filled(box, text, qtbot)
    own = QPlainTextEdit()
    qtbot.addWidget(own)
    own.setFont(box.font())
    own.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    own.setPlainText(text)
    own.show()
    for size in ((300, 200), (700, 640), (120, 90), (400, 300)):
        for each in (own, box):
            each.resize(*size)
            each.verticalScrollBar().setValue(40)
            each.viewport().repaint()
        qtbot.waitUntil(lambda: bars(box)[:3] == bars(own)[:3])
        assert bars(box)[3] >= bars(own)[3]  # Qt's own forgets the widths of lines out of sight


def bars(edit: QPlainTextEdit) -> tuple[int, int, int, int]:
    down, across = edit.verticalScrollBar(), edit.horizontalScrollBar()
    return down.maximum(), down.pageStep(), across.pageStep(), across.maximum()


def test_a_long_text_gives_way_to_the_next_one_and_goes_in_pieces(
    box: TextBox, qtbot: QtBot
) -> None:
    filled(box, "a line of a long text\n" * 20_000, qtbot)
    font = box.document().defaultFont()
    box.show_text("the next one", False)
    assert box.toPlainText() == "the next one"
    assert box.document().defaultFont() == font
    assert not box.document().isUndoRedoEnabled()
    assert len(box.findChildren(QTextDocument)) == 2
    qtbot.waitUntil(lambda: len(box.findChildren(QTextDocument)) == 1)
    assert box.toPlainText() == "the next one"

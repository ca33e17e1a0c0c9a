"""A growing edit finds its height, also where a scroll bar makes its own reason go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.window.app import make_application
from inspector.window.theme import make_theme
from inspector.window.widgets.growing_edit import GrowingEdit

MOST = 4


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    make_application()
    frame = QWidget()
    frame.resize(400, 400)
    qtbot.addWidget(frame)
    return frame


@pytest.fixture
def edit(frame: QWidget, qtbot: QtBot) -> GrowingEdit:
    edit = GrowingEdit(make_theme("light"), (1, MOST), frame)
    with qtbot.waitExposed(frame):
        frame.show()
    return edit


class Contrary(GrowingEdit):
    """A text that is too long exactly while there is no scroll bar."""

    def _text_lines(self) -> int:
        off = self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        return MOST + off


def test_a_bar_that_takes_its_own_reason_away_ends(frame: QWidget, qtbot: QtBot) -> None:
    edit = Contrary(make_theme("light"), (1, MOST), frame)
    with qtbot.waitExposed(frame):
        frame.show()
    edit.setPlainText("weixin://dl/business/?appid=wx5c07e1a94bd2386f&path=pages/a " * 3)
    for width in range(90, 260, 10):
        edit.resize(width, edit.height())
        assert edit.height() == edit.minimumHeight()


def test_the_bar_goes_with_the_long_text(edit: GrowingEdit) -> None:
    edit.resize(200, edit.height())
    edit.setPlainText("a\n" * 40)
    assert edit.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
    edit.setPlainText("a")
    assert edit.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff

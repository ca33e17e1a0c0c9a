"""The gaps between panels are empty until the pointer is over one, whatever the window wears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QSplitterHandle
from pytestqt.qtbot import QtBot

from inspector.window.main_window import MainWindow
from tests.window.left_hand import left_hand


def gap(window: MainWindow) -> QSplitterHandle:
    frame = window.centralWidget()
    assert frame is not None
    splitters = frame.findChildren(QSplitter)
    gaps = (each.handle(n) for each in splitters for n in range(1, each.count()))
    return next(each for each in gaps if each.isVisible())


def colours(handle: QSplitterHandle) -> set[str]:
    image = handle.grab().toImage()
    across, down = range(image.width()), range(image.height())
    return {image.pixelColor(x, y).name() for x in across for y in down}


@pytest.mark.parametrize("worn", ["light", "dark"])
def test_a_gap_is_seen_under_the_pointer_only(qtbot: QtBot, worn: str) -> None:
    """The first frame is dressed as a whole, another one part by part."""
    hand = left_hand(qtbot, theme="light")
    hand.window.set_theme(worn)
    theme = hand.window.panels.ticket.context.theme
    assert theme.name == worn
    here = gap(hand.window)
    here.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    assert len(colours(here)) == 1
    here.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    assert theme["selection"].lower() in colours(here)

"""Whoever uses the keyboard sees where it is: each control looks different while it has focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.window.theme import THEMES
from tests.gallery import states
from tests.window.hands import hands_on


def reachable(window: QWidget) -> list[QWidget]:
    """Return the widgets in view that the Tab key stops at."""
    tab = Qt.FocusPolicy.TabFocus
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and (widget.focusPolicy() & tab) == tab
        and not widget.visibleRegion().isEmpty()
        and widget.focusProxy() is None
    ]


def pictured(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", ["beside", "path", "many", "wrong_key"])
def test_every_control_shows_that_it_has_the_keyboard(qtbot: QtBot, theme: str, state: str) -> None:
    window = hands_on(qtbot, theme=theme).window
    window.resize(1440, 900)
    states.STATES[state](window)
    states.settle(window)
    alike = []
    for widget in reachable(window):
        window.setFocus()
        before = pictured(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.hasFocus() and pictured(widget) == before:
            alike.append(
                widget.objectName() or f"{type(widget).__name__} {widget.accessibleName()}"
            )
    assert alike == []

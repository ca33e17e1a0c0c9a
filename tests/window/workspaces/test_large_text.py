"""Large text and small screens: nothing is out of reach, and icons grow with the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from inspector.window import theme
from inspector.window.main_window import MainWindow
from tests.gallery import states
from tests.gallery.cut_texts import cut_headers, cut_texts
from tests.window.hands import hands_on

WORKSPACES = ("inspect", "reports", "share_path")


@pytest.fixture(params=[1.0, 2.0])
def scale(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> float:
    """Set the size of the system's text, as a factor."""
    monkeypatch.setattr(theme, "REFERENCE_POINT_SIZE", theme.REFERENCE_POINT_SIZE / request.param)
    return float(request.param)


def filled(qtbot: QtBot, width: int, height: int) -> MainWindow:
    window = hands_on(qtbot).window
    window.resize(width, height)
    states.beside(window)
    states.settle(window)
    return window


def page_of(area: QScrollArea) -> QWidget:
    page = area.widget()
    assert page is not None
    return page


def lowest_of(area: QScrollArea) -> int:
    """Return how much of the page is out of reach below, in pixels."""
    page = page_of(area)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return page.geometry().bottom() - area.viewport().rect().bottom()


def test_a_low_window_scrolls_to_the_end_of_every_workspace(qtbot: QtBot, scale: float) -> None:
    window = filled(qtbot, round(960 * scale), round(500 * scale))
    stage = window.findChild(QScrollArea, "stage")
    assert isinstance(stage, QScrollArea)
    for workspace in WORKSPACES:
        window.show_workspace(workspace)
        states.settle(window)
        assert lowest_of(stage) <= 0, workspace
        page = page_of(stage)
        assert page.minimumSizeHint().height() <= page.height(), workspace


def test_no_text_is_cut_where_text_is_twice_as_large(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "REFERENCE_POINT_SIZE", theme.REFERENCE_POINT_SIZE / 2)
    window = filled(qtbot, 1280, 800)
    for width, height in ((1280, 800), (1920, 1080)):
        window.resize(width, height)
        for workspace in WORKSPACES:
            window.show_workspace(workspace)
            states.settle(window)
            assert [*cut_texts(window), *cut_headers(window)] == [], (workspace, width)


def test_icons_grow_with_the_text(qtbot: QtBot, scale: float) -> None:
    window = filled(qtbot, 1280, 800)
    window.show_workspace("share_path")
    states.settle(window)
    buttons = [b for b in visible(window) if not b.icon().isNull() and not b.text()]
    assert buttons
    small = [b.objectName() for b in buttons if b.iconSize().width() < 14 * scale]
    assert small == []


@pytest.mark.parametrize(
    ("workspace", "name"), [("inspect", "payloadSearchEdit"), ("reports", "ticketFilterEdit")]
)
def test_the_glass_of_a_search_grows_with_the_text(
    qtbot: QtBot, scale: float, workspace: str, name: str
) -> None:
    """As it is drawn: Qt itself draws the icon of a line's action 16 pixels wide."""
    window = filled(qtbot, round(1280 * scale), round(800 * scale))
    window.show_workspace(workspace)
    states.settle(window)
    line = window.findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    middle = QRect(4, line.height() // 4, round(26 * scale), line.height() // 2)
    picture = line.grab(middle).toImage()
    ground = picture.pixelColor(1, picture.height() // 2)
    drawn = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    assert 9 * scale < drawn[-1] - drawn[0] < 16 * scale


def test_chips_are_round_whatever_the_size_of_the_text(qtbot: QtBot, scale: float) -> None:
    window = filled(qtbot, round(1280 * scale), round(800 * scale))
    states.many(window)
    states.settle(window)
    found = window.panels.ticket_list.findChildren(QPushButton)
    chips = [c for c in found if c.isChecked() and c.property("role") == "filter"]
    assert chips
    for chip in chips:
        picture = window.grab(QRect(chip.mapTo(window, QPoint(0, 0)), chip.size())).toImage()
        middle = picture.pixelColor(3, picture.height() // 2)
        assert picture.pixelColor(1, 1) != middle
        assert picture.pixelColor(picture.width() - 2, picture.height() - 2) != middle


def visible(window: QWidget) -> list[QAbstractButton]:
    return [b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.objectName()]

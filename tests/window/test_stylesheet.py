"""The stylesheet: complete for every theme, scaled with the font."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QSpinBox, QTableView, QTreeView
from pytestqt.qtbot import QtBot

from inspector import assets
from inspector.window.stylesheet import stylesheet
from inspector.window.theme import THEMES, make_theme
from inspector.window.widgets.text import set_in


@pytest.mark.parametrize("name", THEMES)
def test_every_placeholder_is_filled_and_every_picture_exists(qtbot: QtBot, name: str) -> None:
    del qtbot
    text = stylesheet(make_theme(name))
    assert "$" not in text
    pictures = re.findall(r'url\("(.+?)"\)', text)
    assert pictures
    assert all(assets.path("icons", picture.rsplit("/", 1)[-1]).is_file() for picture in pictures)


def test_lengths_and_type_follow_the_scale(qtbot: QtBot) -> None:
    del qtbot
    theme = make_theme("light")
    normal = stylesheet(replace(theme, scale=1.0))
    double = stylesheet(replace(theme, scale=2.0))
    assert "font-size: 13px" in normal
    assert "font-size: 26px" in double
    assert "border-radius: 16px" in double


def test_high_contrast_has_thick_borders(qtbot: QtBot) -> None:
    del qtbot
    assert "border: 2px solid #FFFFFF" in stylesheet(make_theme("contrast"))


def inked(picture: QImage, area: QRect) -> int:
    """Return how far from the left the first letter of an area begins."""
    ground = picture.pixel(area.topLeft())
    columns = range(area.left(), area.right() + 1)
    rows = range(area.top(), area.bottom() + 1)
    return next(x for x in columns if any(picture.pixel(x, y) != ground for y in rows))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("kind", [QTableView, QTreeView])
def test_a_title_stands_above_the_first_letter_of_its_column(
    qtbot: QtBot, kind: type[QTableView | QTreeView], scale: float
) -> None:
    view = kind()
    qtbot.addWidget(view)
    model = QStandardItemModel(1, 2, view)
    model.setHorizontalHeaderLabels(["#", "H"])
    model.setItem(0, 1, QStandardItem("H"))
    view.setModel(model)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setStyleSheet(stylesheet(replace(make_theme("light"), scale=scale)))
    view.resize(400, 200)
    view.show()
    header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    title = QRect(header.sectionViewportPosition(1) + 1, 2, 60, header.height() - 6)
    cell = view.visualRect(model.index(0, 1)).adjusted(1, 1, -1, -1)
    at = inked(header.viewport().grab().toImage(), title)
    assert abs(at - inked(view.viewport().grab().toImage(), cell)) <= 1


def test_a_number_stands_as_far_in_as_the_text_of_other_fields(qtbot: QtBot) -> None:
    theme = make_theme("light")
    field = QSpinBox()
    qtbot.addWidget(field)
    field.setStyleSheet(stylesheet(theme))
    set_in(field, theme)
    field.show()
    inside = QRect(theme.line, theme.px(6), field.width() - theme.px(30), theme.px(16))
    assert inked(field.grab().toImage(), inside) >= theme.px(8)

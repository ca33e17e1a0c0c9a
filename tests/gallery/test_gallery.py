"""No text of the window is cut, in any state, language or size; the check itself can fail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.window.theme import THEMES
from inspector.window.widgets.text import plain_tip
from tests.gallery.cut_texts import cut_cells, cut_texts
from tests.gallery.sizes import in_every_size
from tests.gallery.states import LANGUAGES, STATES

QUICK = ("opened", "repaired", "wrong_key", "many", "path", "beside")
"""States that are looked at in every run; the others with `-m long`."""


def cut_in(state: str, language: str, theme: str) -> list[str]:
    """Return the texts that are cut in a state, in any size."""
    found = []
    for _, size, cut in in_every_size(state, language, theme):
        found += [f"{state} in {language}, {theme}, {size}: {text}" for text in cut]
    return found


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", QUICK)
def test_nothing_is_cut(state: str, language: str) -> None:
    assert cut_in(state, language, "light") == []


@pytest.mark.long
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_anywhere(state: str, language: str, theme: str) -> None:
    assert cut_in(state, language, theme) == []


def test_a_cut_text_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    label, button, line = QLabel("a label"), QPushButton("a button"), QLineEdit()
    line.setPlaceholderText("a placeholder that needs a lot of room")
    for widget in (label, button, line):
        row.addWidget(widget)
    window.resize(700, 60)
    window.show()
    assert cut_texts(window) == []
    for widget in (label, button, line):
        widget.setFixedWidth(20)
    assert len(cut_texts(window)) == 3


def test_a_text_outside_of_its_parent_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inner = QWidget(window)
    inner.setGeometry(0, 0, 100, 10)
    label = QLabel("a label", inner)
    label.setGeometry(0, 0, 90, 30)
    window.resize(200, 100)
    window.show()
    assert "clipped" in cut_texts(window)[0]


def test_a_text_beside_an_area_that_does_not_scroll_there_is_found(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    QLabel("a label", page).setGeometry(150, 0, 90, 30)
    page.resize(300, 400)
    area.setWidget(page)
    area.resize(200, 100)
    area.show()
    assert cut_texts(area) == []
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert "clipped" in cut_texts(area)[0]


def test_a_cell_that_no_tip_says_whole_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    table = QTableWidget(1, 2, holder)
    for column, text in enumerate(("a long word in a cell", "<b>another</b> in a cell")):
        table.setItem(0, column, QTableWidgetItem(text))
    table.resize(600, 100)
    table.setColumnWidth(0, 200)
    table.setColumnWidth(1, 200)
    holder.resize(600, 100)
    holder.show()
    assert cut_cells(holder) == []
    for column in (0, 1):
        table.setColumnWidth(column, 40)
    assert len(cut_cells(holder)) == 2
    item = table.item(0, 1)
    assert item is not None
    item.setToolTip(plain_tip(item.text()))
    assert len(cut_cells(holder)) == 1


def test_a_combo_box_that_cuts_what_is_chosen_is_found_with_a_tip_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QComboBox(window)
    box.addItem("a form with a long name")
    box.setToolTip("a form with a long name")
    box.setFixedWidth(60)
    window.resize(200, 60)
    window.show()
    assert len(cut_texts(window)) == 1
    box.setObjectName("targetCombo")
    assert cut_texts(window) == []

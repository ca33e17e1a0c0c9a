"""No text of the window is cut, in any state, language or size; the check itself can fail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from inspector.window.theme import THEMES
from tests.gallery.cut_texts import cut_texts
from tests.gallery.sizes import in_every_size
from tests.gallery.states import LANGUAGES, STATES

QUICK = ("opened", "repaired", "wrong_key", "many", "path")
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

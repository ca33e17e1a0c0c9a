"""A name without a suffix gets that of the form chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window
from inspector.window.theme import make_theme
from inspector.window.widgets.file_choice import ask_to_open, ask_to_save

FILTERS = "Tables (*.csv);;Excel (*.xlsx);;Case files (*.ticket.json);;All files (*)"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize(
    ("chosen", "suffix"),
    [
        ("Excel (*.xlsx)", "xlsx"),
        ("Tables (*.csv)", "csv"),
        ("Case files (*.ticket.json)", "ticket.json"),
        ("All files (*)", "csv"),
    ],
)
def test_the_form_chosen_gives_the_suffix(chosen: str, suffix: str, parent: QWidget) -> None:
    dialog = ask_to_save(parent, "Export", "reports.csv", FILTERS, list[Path]().extend)
    assert dialog.defaultSuffix() == "csv"
    dialog.filterSelected.emit(chosen)
    assert dialog.defaultSuffix() == suffix
    dialog.close()


def test_who_opens_gets_no_suffix(parent: QWidget) -> None:
    dialog = ask_to_open(parent, "Open", FILTERS, list[Path]().extend)
    dialog.filterSelected.emit("Excel (*.xlsx)")
    assert dialog.defaultSuffix() == ""
    dialog.close()


def test_the_chosen_paths_are_handed_over(parent: QWidget, tmp_path: Path) -> None:
    taken: list[Path] = []
    dialog = ask_to_save(parent, "Export", "reports.csv", FILTERS, taken.extend)
    dialog.filesSelected.emit([str(tmp_path / "a.csv")])
    assert taken == [tmp_path / "a.csv"]
    dialog.close()


def test_it_is_dressed_as_the_window_is_now(qtbot: QtBot) -> None:
    """First the frame has the style sheet, after a change of theme each of its cards."""
    window = build_window(language="en", theme="light")
    qtbot.addWidget(window)
    window.show()
    first = ask_to_save(window, "Save", "payload.json", FILTERS, list[Path]().extend)
    assert make_theme("light")["text"] in first.styleSheet()
    first.close()
    window.set_theme("dark")
    qtbot.waitUntil(lambda: window.panels.ticket.context.theme.name == "dark")
    second = ask_to_save(window, "Save", "payload.json", FILTERS, list[Path]().extend)
    assert make_theme("dark")["text"] in second.styleSheet()
    second.close()

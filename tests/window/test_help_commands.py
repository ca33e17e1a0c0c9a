"""The Help menu: palette, shortcuts, about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

import inspector
from inspector.window.commands import CommandAction
from inspector.window.dialogs.about import About
from inspector.window.dialogs.command_palette import CommandPalette
from inspector.window.dialogs.shortcuts import Shortcuts
from inspector.window.main_window import MainWindow
from tests.window.commands import run

ENABLED = Qt.ItemFlag.ItemIsEnabled


def open_palette(window: MainWindow) -> CommandPalette:
    keys = Qt.KeyboardModifier
    QTest.keyClick(window, Qt.Key.Key_P, keys.ControlModifier | keys.ShiftModifier)
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    return palette


def titles(palette: CommandPalette) -> list[str]:
    model = palette.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_command_is_found_by_some_letters_and_run(window: MainWindow) -> None:
    palette = open_palette(window)
    assert len(titles(palette)) > 20
    QTest.keyClicks(palette.line, "theme dark")
    assert titles(palette) == ["View › Theme › Dark"]
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.context.theme.name == "dark"


def test_the_arrow_keys_move_in_the_list(window: MainWindow) -> None:
    palette = open_palette(window)
    QTest.keyClicks(palette.line, "theme")
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1


def test_what_makes_no_sense_now_is_grey_and_says_what_it_needs(window: MainWindow) -> None:
    palette = open_palette(window)
    model = palette.list.model()
    possible = [bool(model.flags(model.index(row, 0)) & ENABLED) for row in range(model.rowCount())]
    assert possible == sorted(possible, reverse=True)  # what can be done comes first
    QTest.keyClicks(palette.line, "save payload")
    assert titles(palette) == ["File › Save payload…"]
    assert model.index(0, 1).data() == "needs a payload"
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_every_command_that_may_be_impossible_says_what_it_needs(window: MainWindow) -> None:
    commands = [a.command for a in window.actions() if isinstance(a, CommandAction)]
    assert [c.id for c in commands if c.enabled is not None and not c.needs] == []


def test_nothing_found_is_told(window: MainWindow) -> None:
    palette = open_palette(window)
    QTest.keyClicks(palette.line, "zzz")
    assert titles(palette) == []
    assert not palette._none.isHidden()


def test_every_shortcut_is_listed_and_none_is_given_twice(window: MainWindow) -> None:
    run(window, "help.shortcuts")
    table = window.findChild(Shortcuts)
    assert isinstance(table, Shortcuts)
    model = table.table.model()
    listed = [str(model.index(row, 1).data()) for row in range(model.rowCount())]
    native = QKeySequence.SequenceFormat.NativeText
    given = [a.shortcut().toString(native) for a in window.actions() if not a.shortcut().isEmpty()]
    assert sorted(listed) == sorted(given)
    assert len(set(given)) == len(given)


def test_about_names_the_version(window: MainWindow) -> None:
    run(window, "help.about")
    about = window.findChild(About)
    assert isinstance(about, About)
    texts = [label.text() for label in about.findChildren(QLabel)]
    assert any(inspector.__version__ in text for text in texts)

"""Long work of the window's thread in turns, and a switch that is made of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window, make_application
from inspector.window.turns import Turns


def test_each_step_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    turns = Turns(owner)
    turns.start(map(done.append, range(3)))
    assert done == []
    qtbot.waitUntil(lambda: done == [0, 1, 2])


def test_what_is_left_can_be_done_at_once() -> None:
    make_application()
    owner, done = QObject(), list[int]()
    turns = Turns(owner)
    turns.start(map(done.append, (1, 2)))
    turns.start(map(done.append, (3,)))
    turns.finish()
    turns.finish()
    assert done == [1, 2, 3]


def test_what_is_left_can_be_dropped(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    turns = Turns(owner)
    turns.start(map(done.append, range(5)))
    qtbot.waitUntil(lambda: bool(done))
    turns.drop()
    have = list(done)
    turns.start(map(done.append, (9,)))
    qtbot.waitUntil(lambda: done == [*have, 9])


def test_work_that_fails_ends_and_the_next_is_done() -> None:
    make_application()
    owner, done = QObject(), list[int]()
    turns = Turns(owner)
    turns.start(map(int, ("1", "x", "2")))
    turns.start(map(done.append, (1,)))
    with pytest.raises(ValueError, match="x"):
        turns.finish()
    turns.finish()
    assert done == [1]


def test_a_part_that_asks_for_the_end_goes_on_alone() -> None:
    make_application()
    owner, done = QObject(), list[int]()
    turns = Turns(owner)

    def work() -> Iterator[None]:
        turns.finish()
        done.append(1)
        yield
        done.append(2)

    turns.start(work())
    turns.finish()
    assert done == [1, 2]


def test_switches_that_overtake_each_other_end_with_the_last(qtbot: QtBot) -> None:
    window = build_window(language="en", theme="light")
    qtbot.addWidget(window)
    window.show()
    for theme in ("dark", "contrast", "light", "dark"):
        window.set_theme(theme)
    window.set_language("zh_CN")
    shown = window.centralWidget()
    qtbot.waitUntil(lambda: window.centralWidget() is not shown)
    assert window.centralWidget() is window._frames.shown
    assert window.context.theme.name == "dark"
    assert window.context.messages.language == "zh_CN"
    assert window._frames.shown.isVisible()
    grounds = [w for w in window.findChildren(QWidget, "ground") if w.isVisible()]
    assert grounds == [window._frames.shown]


def test_a_window_may_be_closed_between_two_turns(qtbot: QtBot) -> None:
    window = build_window(language="en", theme="light")
    qtbot.addWidget(window)
    window.show()
    window.set_theme("dark")
    window.close()
    assert window.centralWidget() is window._frames.shown

"""How the window feels: from a key to the paint that answers it, and the longest stall of a switch.

Run with `--benchmark-enable`. Of the groups "until … painted" read the medians; of those of a
stall read `longest_stall_ms`. The rivals do the least that any window must: a bare box that shows
what was decrypted, a bare line that is typed into, the whole window made anew, a search on the
window's thread. The goals: a verdict within 50 ms, a typed key within 16 ms, no stall over 50 ms.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from inspector.tickets import judge, read
from inspector.window.app import build_window
from tests.benchmarks.test_window_stalls import measured
from tests.benchmarks.test_window_stalls import payload as large
from tests.gallery import states
from tests.window.left_hand import left_hand
from tests.window.sealing import sealed

CTRL = Qt.KeyboardModifier.ControlModifier
ROUNDS = 30


class Paints(QObject):
    """Knows whether a widget, or one in it, was painted since it was asked last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        for each in (widget, *widget.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        del watched
        self.seen = self.seen or event.type() is QEvent.Type.Paint
        return False


def run_until(done: Callable[[], bool]) -> None:
    """Let the window work, without a pause, until something holds."""
    end = time.monotonic() + 20
    while not done() and time.monotonic() < end:
        QApplication.processEvents()
    assert done()


class BareWindow(QWidget):
    """Boxes for what is pasted and what it says, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.input, self.output, self.line = QPlainTextEdit(), QPlainTextEdit(), QLineEdit()
        column = QVBoxLayout(self)
        for part in (self.input, self.output, self.line):
            column.addWidget(part)
        self.input.textChanged.connect(self.show_payload)

    def show_payload(self) -> None:
        for ticket in read(self.input.toPlainText()).tickets:
            self.output.setPlainText(json.dumps(judge(ticket).payload, indent=2))


def bare_window(qtbot: QtBot) -> BareWindow:
    bare = BareWindow()
    qtbot.addWidget(bare)
    with qtbot.waitActive(bare):
        bare.show()
        bare.activateWindow()
    return bare


@pytest.mark.benchmark(group="paste until the verdict is painted")
@pytest.mark.parametrize("way", ["bare boxes (rival)", "in the window"])
def test_pasting(benchmark: BenchmarkFixture, qtbot: QtBot, way: str) -> None:
    if way == "in the window":
        hand = left_hand(qtbot)
        target: QWidget = hand.capture
        paints = Paints(hand.banner)

        def forget() -> None:
            hand.state.clear()
            hand.capture.setFocus()
            qtbot.wait(50)

        def through() -> bool:
            return paints.seen and hand.banner.words.headline.startswith("Decrypted")
    else:
        bare = bare_window(qtbot)
        target = bare.input
        paints = Paints(bare.output)

        def forget() -> None:
            bare.input.clear()
            bare.output.clear()
            bare.input.setFocus()
            qtbot.wait(50)

        def through() -> bool:
            return paints.seen and bool(bare.output.toPlainText())

    def prepare() -> None:
        forget()
        QApplication.clipboard().setText(states.pasted(sealed(states.group())))
        paints.seen = False

    def paste() -> None:
        QTest.keyClick(target, Qt.Key.Key_V, CTRL)
        run_until(through)

    prepare()
    paste()  # what the first one loads, the program loads behind its first picture
    rounds = ROUNDS if benchmark.enabled else 1
    benchmark.pedantic(paste, setup=prepare, rounds=rounds)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="a typed key until it is painted")
@pytest.mark.parametrize("way", ["bare line (rival)", "page of the share path"])
def test_typing(benchmark: BenchmarkFixture, qtbot: QtBot, way: str) -> None:
    if way == "bare line (rival)":
        bare = bare_window(qtbot)
        line: QLineEdit = bare.line
    else:
        hand = left_hand(qtbot)
        states.path(hand.window)
        states.settle(hand.window)
        line = hand.find(QLineEdit, "pageEdit")
    line.setFocus()
    line.setText("pages/a")
    paints = Paints(line)

    def rest() -> None:
        qtbot.wait(60)
        paints.seen = False

    def press() -> None:
        QTest.keyClick(line, Qt.Key.Key_B)
        run_until(lambda: paints.seen)

    rounds = ROUNDS if benchmark.enabled else 1
    benchmark.pedantic(press, setup=rest, rounds=rounds)  # type: ignore[no-untyped-call]


SWITCHES = ["a new window (rival)", "theme", "language"]


@pytest.mark.benchmark(group="longest stall of a switch")
@pytest.mark.parametrize("what", SWITCHES)
def test_switching(benchmark: BenchmarkFixture, qtbot: QtBot, what: str) -> None:
    window = left_hand(qtbot).window
    states.opened(window)
    states.settle(window)
    window.set_theme("dark")
    window.set_theme("light")
    qtbot.wait(100)

    def switch() -> None:
        if what == "theme":
            window.set_theme("dark")
        elif what == "language":
            window.set_language("zh_CN")
        else:
            other = build_window(language="en", theme="light")
            qtbot.addWidget(other)
            other.show()
        qtbot.wait(200)

    measured(benchmark, switch)


@pytest.mark.benchmark(group="longest stall while 26 MB are searched")
@pytest.mark.parametrize("way", ["on the window's thread (rival)", "in the window"])
def test_searching(benchmark: BenchmarkFixture, qtbot: QtBot, way: str) -> None:
    hand = left_hand(qtbot)
    ticket = large(320_000 if benchmark.enabled else 50)
    hand.state.load([ticket])
    content = hand.window.panels.payload._content
    qtbot.waitUntil(lambda: content.present, timeout=60_000)
    hand.verdict()
    states.settle(hand.window)
    line = hand.find(QLineEdit, "payloadSearchEdit")
    text = hand.verdict().plaintext or ""

    def search() -> None:
        if way == "in the window":
            line.setText("name 7")
            qtbot.wait(100)
            states.settle(hand.window)
        else:
            assert json.dumps(json.loads(text)).count("name 7")
            qtbot.wait(1)

    measured(benchmark, search)

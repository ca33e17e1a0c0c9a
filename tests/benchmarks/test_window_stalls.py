"""The longest stall of the window's thread while a payload of 6 MB opens.

Run with `--benchmark-enable` and read `longest_stall_ms` of each row. The rival judges the
ticket on the window's thread, as a window without workers would. The stall is the largest gap
between two beats of a timer that wants to beat every millisecond; the goal is under 100 ms on
two cores that have nothing else to do.

So it is with switches of theme, language and workspace. What they take is measured in time of
the window's thread, whatever else the machine does; the goal is 50 ms.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import pytest
from PySide6.QtCore import QTimer
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket, judge
from inspector.window.garbage import GarbageOnThisThread
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel.content import BYTES, TEXT
from inspector.window.payload_panel.payload_panel import PayloadPanel
from tests.window.conftest import window  # noqa: F401 - a fixture
from tests.window.sealing import sealed


@pytest.fixture(autouse=True)
def collecting(window: MainWindow) -> Iterator[None]:  # noqa: F811 - the fixture
    """Collect garbage as the program does while it runs its loop."""
    garbage = GarbageOnThisThread(window)
    yield
    garbage.stop()


class Heartbeat:
    """Beats on the window's thread and remembers the largest gap."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.longest = 0.0
        self._clock = clock
        self._last = clock()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> float:
        """Return the largest gap in milliseconds."""
        self._timer.stop()
        self._beat()
        return round(self.longest * 1000, 1)

    def _beat(self) -> None:
        now = self._clock()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def payload(count: int) -> Ticket:
    """Return a ticket of many records, 6 MB for 75,000."""
    form = '{"id":%d,"name":"name %d","values":[1,2.50,null,true],"text":"群 %d"}'
    return sealed('{"list":[' + ",".join(form % (i, i, i) for i in range(count)) + "]}")


@pytest.mark.benchmark(group="longest stall while 6 MB open")
@pytest.mark.parametrize("way", ["on the window's thread (rival)", "in the window"])
def test_opening(
    benchmark: BenchmarkFixture,
    window: MainWindow,  # noqa: F811 - the fixture
    qtbot: QtBot,
    way: str,
) -> None:
    ticket = payload(75_000 if benchmark.enabled else 50)
    content = window.panels.payload._content

    def on_the_thread() -> None:
        judge(ticket)
        qtbot.wait(1)

    def in_the_window() -> None:
        window.state.tickets.load([ticket])
        qtbot.waitUntil(lambda: content.present, timeout=60_000)
        qtbot.wait(1)

    measured(benchmark, in_the_window if way == "in the window" else on_the_thread)


def opened(window: MainWindow, qtbot: QtBot, count: int) -> PayloadPanel:  # noqa: F811
    """Open a ticket of so many records."""
    panel = window.panels.payload
    window.state.tickets.load([payload(count)])
    qtbot.waitUntil(lambda: panel._content.present, timeout=60_000)
    return panel


def look_at(panel: PayloadPanel, qtbot: QtBot, view: int) -> None:
    """Show a view, and wait until a text stands in it whole."""
    box = panel.parts().views.text.box
    panel.parts().views.show_view(view)
    if view == TEXT:
        qtbot.waitUntil(lambda: bool(box.text) and box.full, timeout=60_000)


@pytest.mark.benchmark(group="longest stall while 6 MB are looked at")
@pytest.mark.parametrize("view", [TEXT, BYTES], ids=["as text", "as bytes"])
def test_looking(
    benchmark: BenchmarkFixture,
    window: MainWindow,  # noqa: F811 - the fixture
    qtbot: QtBot,
    view: int,
) -> None:
    panel = opened(window, qtbot, 75_000 if benchmark.enabled else 50)

    def look() -> None:
        look_at(panel, qtbot, view)
        qtbot.wait(20)

    measured(benchmark, look)


SWITCHES: Final[dict[str, Callable[[MainWindow], None]]] = {
    "another theme": partial(MainWindow.set_theme, theme="dark"),
    "another language": partial(MainWindow.set_language, language="zh_CN"),
    "first layout": MainWindow.reset_layout,
    "Reports": partial(MainWindow.show_workspace, name="reports"),
    "Share path": partial(MainWindow.show_workspace, name="share_path"),
}


@pytest.mark.benchmark(group="longest step of the window's thread at a switch")
@pytest.mark.parametrize("switch", SWITCHES)
@pytest.mark.parametrize("rows", [1, 25])
def test_switching(
    benchmark: BenchmarkFixture,
    window: MainWindow,  # noqa: F811 - the fixture
    qtbot: QtBot,
    switch: str,
    rows: int,
) -> None:
    window.state.tickets.load([payload(number) for number in range(1, rows + 1)])
    qtbot.waitUntil(lambda: not window.busy, timeout=60_000)
    window.show_workspace("inspect")
    qtbot.wait(200)

    def run() -> None:
        SWITCHES[switch](window)
        qtbot.wait(600)

    measured(benchmark, run, time.thread_time)


def narrow(window: MainWindow) -> None:  # noqa: F811 - the fixture
    window.resize(1000, 640)


def show_compact(window: MainWindow) -> None:  # noqa: F811 - the fixture
    window.panels.payload.parts().views.text._forms.setCurrentIndex(1)


LONG_STEPS: Final[dict[str, Callable[[MainWindow], object]]] = {
    "another width": narrow,
    "compact form": show_compact,
    "Reports": partial(MainWindow.show_workspace, name="reports"),
}


@pytest.mark.benchmark(group="longest step of the window's thread with 5 MB of text in view")
@pytest.mark.parametrize("step", LONG_STEPS)
def test_text_in_view(
    benchmark: BenchmarkFixture,
    window: MainWindow,  # noqa: F811 - the fixture
    qtbot: QtBot,
    step: str,
) -> None:
    panel = opened(window, qtbot, 75_000 if benchmark.enabled else 50)
    look_at(panel, qtbot, TEXT)

    def run() -> None:
        LONG_STEPS[step](window)
        qtbot.wait(300)  # heavy work waits until what changed is painted
        qtbot.waitUntil(lambda: not window.busy, timeout=60_000)
        look_at(panel, qtbot, TEXT)
        qtbot.wait(300)

    measured(benchmark, run, time.thread_time)


@pytest.mark.benchmark(group="longest step of the window's thread with 20,000 rows")
@pytest.mark.parametrize("step", ["choose all", "copy all"])
def test_many_rows(
    benchmark: BenchmarkFixture,
    window: MainWindow,  # noqa: F811 - the fixture
    qtbot: QtBot,
    step: str,
) -> None:
    rows = [Ticket(None, None, f"{n:024}") for n in range(20_000 if benchmark.enabled else 20)]
    window.state.tickets.load(rows)
    qtbot.waitUntil(lambda: not window.busy, timeout=60_000)
    parts = window.panels.ticket_list.parts()

    def run() -> None:
        if step == "choose all":
            parts.table.selectAll()
        else:
            parts.copying.copy_rows()
        qtbot.wait(600)

    measured(benchmark, run, time.thread_time)


def measured(
    benchmark: BenchmarkFixture,
    work: Callable[[], None],
    clock: Callable[[], float] = time.perf_counter,
) -> None:
    heartbeat = Heartbeat(clock)
    benchmark.pedantic(work, rounds=1)  # type: ignore[no-untyped-call]
    benchmark.extra_info["longest_stall_ms"] = heartbeat.stop()

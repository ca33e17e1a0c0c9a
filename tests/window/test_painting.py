"""What changes with long data is painted in a turn of its own; what is short, at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.main_window import MainWindow
from inspector.window.painting import MANY
from inspector.window.worker import HEAVY
from tests.window.sealing import GROUP, sealed


class Log(QObject):
    """Notes in order what the panels are told, when they are painted, and each turn of the loop."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.lines: list[str] = []
        tickets = window.state.tickets
        tickets.sheet_changed.connect(self._on_sheet)  # behind all panels
        tickets.verdict_changed.connect(self._on_verdict)
        window.panels.payload.installEventFilter(self)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def behind(self, told: str) -> list[str]:
        """Return what came right behind what was told last, to the first painting."""
        rest = self.lines[len(self.lines) - self.lines[::-1].index(told) :]
        return rest[: rest.index("painted") + 1] if "painted" in rest else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a painting."""
        if event.type() is QEvent.Type.Paint:
            self.lines.append("painted")
        return super().eventFilter(watched, event)

    def _on_sheet(self) -> None:
        self.lines.append("sheet")

    def _on_verdict(self, verdict: object) -> None:
        self.lines.append("verdict" if verdict else "nothing")

    def _on_turn(self) -> None:
        self.lines.append("turn")


def long_ticket() -> Ticket:
    return sealed(GROUP.replace("{", '{"note":"' + "x" * HEAVY + '",', 1))


@pytest.fixture
def log(window: MainWindow) -> Log:
    """What happens in a window that shows a ticket already."""
    window.complete()
    return Log(window)


def test_a_long_ticket_is_painted_in_the_turn_behind_its_verdict(
    window: MainWindow, log: Log, qtbot: QtBot, show: Callable[[Ticket], None]
) -> None:
    show(long_ticket())
    qtbot.waitUntil(lambda: bool(log.behind("verdict")))
    assert "turn" in log.behind("verdict")
    assert window.updatesEnabled()


def test_an_ordinary_ticket_is_painted_without_delay(
    window: MainWindow, show: Callable[[Ticket], None]
) -> None:
    paints: list[bool] = []
    window.state.tickets.sheet_changed.connect(lambda: paints.append(window.updatesEnabled()))
    window.state.tickets.verdict_changed.connect(lambda: paints.append(window.updatesEnabled()))
    show(sealed(GROUP))
    assert paints == [True, True]


@pytest.mark.parametrize(("count", "apart"), [(MANY, False), (MANY + 1, True)])
def test_a_long_list_is_painted_apart_from_its_sheet(
    window: MainWindow, qtbot: QtBot, count: int, apart: bool
) -> None:
    window.state.tickets.load([Ticket(None, None, f"{n:024}") for n in range(count)])
    assert window.updatesEnabled() is not apart
    qtbot.waitUntil(lambda: window.updatesEnabled() and not window.busy)


def test_a_long_text_that_holds_nothing_is_painted_apart_from_its_sheet(
    window: MainWindow, log: Log, qtbot: QtBot
) -> None:
    window.state.tickets.paste_capture("nothing of use\n" * HEAVY)
    assert not window.updatesEnabled()
    qtbot.waitUntil(lambda: bool(log.behind("sheet")))
    assert window.updatesEnabled()
    qtbot.waitUntil(lambda: not window.busy)


def test_what_nobody_sees_is_not_put_off(window: MainWindow, qtbot: QtBot) -> None:
    window.hide()
    window.state.tickets.load([long_ticket()])
    assert window.updatesEnabled()
    qtbot.waitUntil(lambda: not window.busy)


def test_a_window_that_closes_before_its_painting_stays_closed(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.state.tickets.load([long_ticket()])
    window.close()
    qtbot.waitUntil(window.updatesEnabled)
    assert not window.isVisible()

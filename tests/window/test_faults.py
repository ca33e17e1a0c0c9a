"""What nobody expected: the ticket before goes, what was typed stays, a report can be copied."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeView
from pytestqt.exceptions import capture_exceptions

from inspector.reports import together
from inspector.tickets import judge
from inspector.window.faults import FaultNotice, faults
from inspector.window.payload_panel import headline
from inspector.window.state import capture_reading, verdicts
from inspector.window.verdict_banner import verdict_banner
from tests.window.left_hand import LeftHand, as_json
from tests.window.sealing import GROUP, sealed


class Unexpected(Exception):
    """Stands for a fault of ours; its words hold what was pasted."""


def fail(ticket: Any, **options: Any) -> NoReturn:
    del options
    raise Unexpected(repr(ticket))


def test_a_ticket_that_cannot_be_examined_shows_nothing_of_the_one_before(
    hand: LeftHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand.paste(hand.capture, as_json(sealed(GROUP)))
    hand.verdict()
    monkeypatch.setattr(verdicts, "judge", fail)
    other = sealed(GROUP.replace("made-up", "another"))
    hand.state.load([other])
    hand.wait(lambda: "could not be examined" in hand.banner.words.headline)
    assert hand.banner.words.tone == "err"
    assert hand.find(QTreeView, "payloadTree").model().rowCount() == 0
    assert not hand.find(QLabel, "headlineValue").isVisible()
    assert hand.iv.text() == other.iv
    copy = next(b for b in hand.banner.findChildren(QPushButton) if b.text() == "Copy report")
    copy.click()
    report = QApplication.clipboard().text()
    assert "Unexpected" in report
    assert all(str(value) not in report for value in (other.iv, other.session_key))


@pytest.mark.parametrize("name", ["headline", "banner"])
def test_a_fault_in_showing_a_ticket_leaves_nothing_of_the_one_before(
    hand: LeftHand, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    hand.paste(hand.capture, as_json(sealed(GROUP)))
    hand.verdict()
    other = sealed(GROUP.replace("made-up", "another"))

    def fail_once(*arguments: Any) -> NoReturn:
        monkeypatch.undo()
        raise Unexpected(repr(arguments))

    place = {"headline": (headline, "headline_of"), "banner": (verdict_banner, "with_key_source")}
    monkeypatch.setattr(*place[name], fail_once)
    with capture_exceptions() as exceptions:
        faults(QApplication.instance() or hand.window).watch()
        hand.state.load([other])
        hand.wait(lambda: bool(exceptions) and not hand.window.busy)
    assert "made-up" not in hand.find(QLabel, "headlineValue").text()
    assert hand.find(FaultNotice, "faultNotice").isVisible()
    assert hand.iv.text() == other.iv
    told = "could not be examined" if name == "banner" else "Decrypted"
    assert told in hand.banner.words.headline


def test_a_fault_in_reading_is_told(hand: LeftHand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture_reading, "read", fail)
    hand.paste(hand.capture, "something to be read, long enough")
    hand.wait(lambda: "could not be examined" in hand.banner.words.headline)
    assert hand.capture.toPlainText() == "something to be read, long enough"


def test_one_ticket_of_a_list_that_fails_stops_no_other(
    hand: LeftHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    tickets = [sealed(GROUP) for _ in range(5)]

    def sometimes(ticket: Any, **options: Any) -> Any:
        return fail(ticket) if ticket == tickets[2] else judge(ticket, **options)

    monkeypatch.setattr(verdicts, "judge", sometimes)
    monkeypatch.setattr(together, "open_straight", fail)
    hand.state.load(tickets)
    hand.wait(lambda: hand.state.verdicts.rows.judged == 5)
    causes = [row.cause if row else None for row in hand.state.verdicts.rows.all]
    assert causes == [None, None, "examination_failed", None, None]


def test_an_exception_in_a_slot_gives_a_notice_and_a_report(hand: LeftHand) -> None:
    notice = hand.find(FaultNotice, "faultNotice")
    assert notice.isHidden()
    with capture_exceptions() as exceptions:
        faults(QApplication.instance() or hand.window).watch()
        timer = QTimer(singleShot=True, interval=0)
        timer.timeout.connect(_fail_in_a_slot)
        timer.start()
        hand.wait(lambda: bool(exceptions))
    assert notice.isVisible()
    notice.findChildren(QPushButton)[0].click()
    report = QApplication.clipboard().text()
    assert "Unexpected" in report
    assert "pasted" not in report
    assert notice.isHidden()
    assert sys.excepthook is not None


def _fail_in_a_slot() -> None:
    message = "pasted"
    raise Unexpected(message)

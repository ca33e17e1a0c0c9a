"""What nobody expected: the ticket before goes, what was typed stays, a report can be copied."""

from __future__ import annotations

import sys
import weakref
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from inspector.exact_json import searching
from inspector.qr import QrCode
from inspector.reports import together
from inspector.tickets import Ticket, judge
from inspector.window.faults import FaultNotice, faults, show_parts
from inspector.window.finding_strips import FindingStrips
from inspector.window.payload_panel import (
    bytes_view,
    compare_view,
    headline,
    status_line,
    text_making,
    tree_model,
)
from inspector.window.payload_panel.block_strip import BlockStrip
from inspector.window.payload_panel.compare_view import CompareView
from inspector.window.payload_panel.search_field import SearchField
from inspector.window.payload_panel.text_box import TextBox
from inspector.window.payload_panel.text_view import TextView
from inspector.window.payload_panel.tree_view import TreeView
from inspector.window.qr_panel.code_stage import CodeStage
from inspector.window.qr_panel.qr_panel import QrPanel
from inspector.window.qr_panel.qr_view import QrView
from inspector.window.state import capture_reading, verdicts
from inspector.window.state.path_state import PathState
from inspector.window.state.pinned import Reference
from inspector.window.ticket_list.cells import Listing
from inspector.window.ticket_list.facets import Facets
from inspector.window.ticket_list.progress import ListProgress
from inspector.window.ticket_list.view import TicketTable
from inspector.window.ticket_panel import capture_box, field
from inspector.window.ticket_panel.field_notes import FieldNotes
from inspector.window.ticket_panel.hashes_fold import HashesFold
from inspector.window.ticket_panel.more_fields import MoreFields
from inspector.window.verdict_banner import verdict_banner
from inspector.window.widgets.fold_note import FoldNote
from tests.window.hands import hands_on
from tests.window.left_hand import LeftHand, as_json
from tests.window.sealing import GROUP, sealed

TRIAL = "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx0123456789abcdef&path=pages/{}.html#wechat-redirect"


class Unexpected(Exception):
    """Stands for a fault of ours; its words hold what was pasted."""


def fail(ticket: Any, *further: Any, **options: Any) -> NoReturn:
    del further, options
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


SHOWING: dict[str, tuple[Any, str]] = {
    "state of a field": (field, "field_state"),
    "marks of a field": (field, "field_marks"),
    "notes of a field": (FieldNotes, "show_verdict"),
    "fold of the further fields": (MoreFields, "show_fold"),
    "hashes": (HashesFold, "show_verdict"),
    "marks of the paste box": (capture_box, "capture_marks"),
    "line of the paste box": (capture_box, "capture_sentence"),
    "columns of the list": (Listing, "sections"),
    "chosen row": (TicketTable, "show_row"),
    "counts of the list": (Facets, "show_counts"),
    "progress of the list": (ListProgress, "show_state"),
}
"""What showing a ticket or a list calls."""


def test_a_part_that_fails_leaves_nothing_of_the_ticket_before(
    hand: LeftHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One window for all parts: what one of them showed last is the ticket before of the next."""
    hand.state.load([sealed(GROUP), sealed(GROUP)])
    hand.verdict()
    for count, (name, place) in enumerate(SHOWING.items(), 3):
        before = hand.sheet.tickets
        group = GROUP.replace("made-up", str(len(name)))
        after = tuple(sealed(group) for _ in range(count))
        with monkeypatch.context() as patch, capture_exceptions() as exceptions:
            faults(QApplication.instance() or hand.window).watch()
            patch.setattr(*place, fail)
            hand.state.paste_capture(as_json(*after))
            hand.wait(partial(_tells_of, after, hand))
        assert exceptions, name
        _shows_nothing_of(before, hand, name)
        _keeps_the_work(after, hand, name)
        hand.table.selectRow(1)
        hand.verdict()
        assert hand.iv.text() == after[1].iv, name
        assert "could not be shown whole" not in hand.banner.words.meaning, name


def _tells_of(tickets: tuple[Ticket, ...], hand: LeftHand) -> bool:
    """Say whether the first of these tickets is decrypted and said to be shown in part only."""
    verdict, words = hand.state.verdict, hand.banner.words
    opened = verdict is not None and verdict.ticket.iv == tickets[0].iv
    return (
        opened
        and len(hand.sheet.tickets) == len(tickets)
        and "could not be shown whole" in words.meaning
    )


def _shows_nothing_of(before: Iterable[Ticket], hand: LeftHand, name: str) -> None:
    seen = shown_in(hand.window)
    assert not [iv for iv in (ticket.iv for ticket in before) if iv and iv in seen], name
    payload = hand.find(QLabel, "headlineValue").text()
    assert payload == f"tG{len(name)}-for-this-test_12345", name


def _keeps_the_work(after: tuple[Ticket, ...], hand: LeftHand, name: str) -> None:
    """What was pasted stands in its places, and not in the report."""
    assert hand.capture.toPlainText() == as_json(*after), name
    fields = (hand.key.text(), hand.iv.text(), hand.data.toPlainText())
    assert fields == (after[0].session_key, after[0].iv, after[0].encrypted_data), name
    assert hand.table.model().rowCount() == len(after), name
    next(b for b in hand.banner.findChildren(QPushButton) if b.text() == "Copy report").click()
    report = QApplication.clipboard().text()
    assert "Unexpected" in report, name
    assert not [t for t in after if str(t.iv) in report or str(t.session_key) in report], name


def shown_in(window: QWidget) -> str:
    """Return every text that is visible somewhere in the window."""
    widgets = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    texts = [w.text() for w in widgets if isinstance(w, QLabel | QLineEdit | QPushButton)]
    texts += [w.toPlainText() for w in widgets if isinstance(w, QPlainTextEdit)]
    return "\n".join(texts)


VIEWS: dict[str, tuple[Any, str]] = {
    "headline": (headline, "headline_of"),
    "rows of the tree": (tree_model, "root_of"),
    "opening of the tree": (TreeView, "_reopen"),
    "widths of the tree": (TreeView, "_fit"),
    "making of the text": (text_making, "whole_text"),
    "box of the text": (TextBox, "show_text"),
    "size of the text": (TextView, "_tell"),
    "bytes": (bytes_view, "rows_of"),
    "blocks": (BlockStrip, "show_states"),
    "comparing": (compare_view, "compare"),
    "words of the comparison": (CompareView, "_words"),
    "finding": (searching, "walk"),
    "count of what was found": (SearchField, "_words"),
    "meaning of the chosen member": (status_line, "Meanings"),
}
"""What showing a payload in one of its views calls."""


@pytest.fixture
def seen(hand: LeftHand) -> LeftHand:
    """A window that has a payload in every view: found in, compared, a member chosen."""
    hand.paste(hand.capture, as_json(sealed(GROUP.replace("made-up", "before"))))
    hand.verdict()
    content = hand.window.panels.payload._content
    hand.window.state.pinned.pin(Reference("pinned", {"openGId": "pinned"}))
    hand.find(QLineEdit, "payloadSearchEdit").setText("openGId")
    content.select((0,))
    hand.wait(lambda: "before" in payload_shown(hand) and not hand.window.busy)
    return hand


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_of_the_payload_that_fails_leaves_nothing_of_the_one_before(
    seen: LeftHand, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    after = sealed(GROUP.replace("made-up", "after"))
    with monkeypatch.context() as patch, capture_exceptions() as exceptions:
        faults(QApplication.instance() or seen.window).watch()
        patch.setattr(*VIEWS[name], fail)
        seen.state.load([after])
        seen.wait(partial(_tells_of, (after,), seen))
        seen.wait(lambda: not seen.window.busy)
    assert exceptions
    assert "before" not in payload_shown(seen)
    assert after.iv == seen.iv.text()
    next(b for b in seen.banner.findChildren(QPushButton) if b.text() == "Copy report").click()
    report = QApplication.clipboard().text()
    assert "Unexpected" in report
    assert "after" not in report
    following = sealed(GROUP.replace("made-up", "following"))
    seen.state.load([following])
    seen.wait(lambda: "following" in seen.find(QLabel, "headlineValue").text())
    seen.wait(lambda: not seen.window.busy)
    assert "could not be shown whole" not in seen.banner.words.meaning
    assert payload_shown(seen).count("following") == VIEWS_OF_AN_ID


VIEWS_OF_AN_ID = 5
"""Headline, tree, text, bytes and comparison hold it."""


def payload_shown(hand: LeftHand) -> str:
    """Return what the views of the payload hold, those behind another tab as well."""
    views = hand.window.panels.payload.parts().views
    texts = [hand.find(QLabel, "headlineValue").text(), views.text.box.toPlainText()]
    texts.append(views.bytes.table.rows.data.decode())
    for tree in (views.tree, views.compare.tree):
        texts += _cells(tree.model(), QModelIndex())
    labels = hand.window.panels.payload.parts()._status_line.findChildren(QLabel)
    return "\n".join([*texts, *(each.text() for each in labels)])


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        indexes = [model.index(row, column, parent) for column in range(model.columnCount(parent))]
        yield from (str(index.data()) for index in indexes)
        yield from _cells(model, indexes[0])


LINKS: dict[str, tuple[Any, str]] = {
    "what it opens": (QrPanel, "_show_opens"),
    "findings": (FindingStrips, "show_findings"),
    "expected code": (CodeStage, "expect"),
    "code": (CodeStage, "show_code"),
}
"""What showing a link and its code calls."""


def test_a_fault_in_showing_a_link_leaves_nothing_of_the_one_before(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = hands_on(qtbot)
    path, view = hands.window.state.path, hands.find(QrView, "qrView")
    opens, notice = hands.find(FoldNote, "opensNote"), hands.find(FaultNotice, "faultNotice")
    path.take_text(TRIAL.format("before"))
    for number, (name, place) in enumerate(LINKS.items()):
        wanted = f"after{number}"
        notice.show_text("")
        with monkeypatch.context() as patch, capture_exceptions() as exceptions:
            faults(QApplication.instance() or hands.window).watch()
            patch.setattr(*place, fail)
            path.take_text(TRIAL.format(wanted))
            qtbot.waitUntil(partial(_says, path, wanted), timeout=20_000)
        assert exceptions, name
        assert view.code is None or wanted in view.code.text, name
        assert bool(opens.text) is (name != "what it opens"), name
        assert notice.isVisible(), name


def _says(path: PathState, wanted: str) -> bool:
    return isinstance(path.code, QrCode) and wanted in path.code.text


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


def test_a_part_that_failed_is_let_go_without_a_collection() -> None:
    """What was shown in it may hold a session_key."""

    class Shown:
        def show(self) -> None:
            raise ValueError

    part = Shown()
    gone = weakref.ref(part)
    with capture_exceptions() as exceptions:
        report = show_parts((part.show,), (list,))
    assert "ValueError" in str(report)
    exceptions.clear()
    del part
    assert gone() is None

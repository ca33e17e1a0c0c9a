"""Three people do their day's work with key and mouse; what they do is counted.

An action is a key with its modifiers, a click, a drop, a text typed in one place, or the choice
of a file in a file dialog. Between two actions nobody waits for anything but what they asked for.
"""

from __future__ import annotations

import csv
import json
import secrets
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.code_pictures.codes import read_codes
from inspector.tickets import Ticket
from inspector.window.qr_panel.qr_view import QrView
from tests.window.hands import Hands
from tests.window.left_hand import LeftHand, left_hand
from tests.window.sealing import sealed

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Person:
    """Sits before a new window and counts what they do."""

    def __init__(self, hand: LeftHand) -> None:
        self.hand = hand
        self.actions = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.actions += 1
        QTest.keyClick(self._focus(), key, modifiers)

    def tab_to(self, name: str) -> None:
        """Press Tab until a widget has the focus."""
        for _ in range(20):
            if self._focus().objectName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not lead to {name}")

    def type(self, text: str) -> None:
        self.actions += 1
        if text.isascii():
            QTest.keyClicks(self._focus(), text)
        else:
            Hands.type_chinese(text)

    def click(self, name: str) -> None:
        self.actions += 1
        QTest.mouseClick(self.hand.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def drop(self, file: Path) -> None:
        self.actions += 1
        assert self.hand.drop_files(self.hand.table, [file])

    def choose_file(self, file: Path) -> None:
        """Paste a name into the file dialog that is open, and press Enter."""
        self.actions += 1
        dialog = self.hand.window.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(edit, QLineEdit)
        edit.selectAll()
        QApplication.clipboard().setText(str(file))
        QTest.keyClick(edit, Qt.Key.Key_V, CTRL)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        self.hand.wait(self._alone)

    def settle(self) -> None:
        """Look at the screen until nothing moves there."""
        self.hand.wait(self._settled)
        assert self._alone(), "a dialog that nobody asked for"

    def looks_at(self, title: str) -> None:
        """Wait until the dialog asked for is there and has the keyboard.

        On X it is the window manager that gives it, and a virtual screen has none.
        """
        self.hand.wait(lambda: self._window(title) is not None)
        window = self._window(title)
        if window is not None and QApplication.platformName() == "xcb":
            window.activateWindow()
        self.hand.wait(lambda: title == (QApplication.activeWindow() or QWidget()).windowTitle())

    def _window(self, title: str) -> QWidget | None:
        shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        return next((each for each in shown if each.windowTitle() == title), None)

    def _settled(self) -> bool:
        return not self.hand.window.busy and not self.hand.state.busy

    def _alone(self) -> bool:
        return not any(d.isVisible() for d in self.hand.window.findChildren(QDialog))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.hand.window


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(left_hand(qtbot))


def group(group_id: str) -> str:
    mark = {"timestamp": 1_750_000_000, "appid": "wx5c07e1a94bd2386f"}
    return json.dumps({"openGId": group_id, "watermark": mark})


def log_line(ticket: Ticket) -> str:
    """Return a ticket as a server's log holds it."""
    body = {"iv": ticket.iv, "encryptedData": ticket.encrypted_data}
    return (
        f'2026-03-01T09:12:44.120Z INFO share.ts:88 session_key="{ticket.session_key}" '
        f"body={json.dumps(body)} took=12ms"
    )


def test_qa_reads_a_log_and_takes_the_id(person: Person) -> None:
    """Paste, look, and press the button where the focus already is."""
    wanted = f"tG{secrets.token_urlsafe(20)}"
    QApplication.clipboard().setText(log_line(sealed(group(wanted))))
    person.press(Qt.Key.Key_V, CTRL)
    person.settle()
    assert wanted in person.hand.find(QWidget, "headlineValue").accessibleName()
    person.press(Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == wanted
    assert person.actions <= 3


def test_a_developer_makes_a_trial_code_and_the_snippet(person: Person, qtbot: QtBot) -> None:
    """Three parameters, one of them Chinese; no hand leaves the keyboard."""
    person.press(Qt.Key.Key_P, CTRL)
    person.type("packageGoods/detail")
    person.press(Qt.Key.Key_Tab)
    for text in ("id", "8821", "from", "群聊", "size", "xl"):
        person.type(text)
        person.press(Qt.Key.Key_Tab)
    person.tab_to("targetCombo")
    person.type("trial")
    person.tab_to("app_idOption")
    person.type("wx5c07e1a94bd2386f")
    view = person.hand.find(QrView, "qrView")
    qtbot.waitUntil(view.isVisible)
    person.settle()
    read = [found.text for found in read_codes(view.grab().toImage())]
    assert len(read) == 1
    assert "wx5c07e1a94bd2386f" in read[0]

    person.press(Qt.Key.Key_P, CTRL | SHIFT)
    person.looks_at("Command palette")
    person.type("snippet")
    person.press(Qt.Key.Key_Return)
    person.looks_at("Code snippets")
    source = person.hand.find(QPlainTextEdit, "snippetSource")
    person.press(Qt.Key.Key_Return)
    copied = QApplication.clipboard().text()
    assert copied == source.toPlainText()
    assert "packageGoods/detail?id=8821&from=%E7%BE%A4%E8%81%8A&size=xl" in copied
    person.press(Qt.Key.Key_Escape)
    assert person.actions <= 29


def workbook(file: Path, tickets: list[Ticket]) -> None:
    """Write what a help desk exports: its own columns, no session key."""
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["工单号", "用户", "encryptedData", "iv"])
    for number, ticket in enumerate(tickets, 1):
        row = [f"T{number:04}", f"user {number}", ticket.encrypted_data, ticket.iv]
        sheet.write_row(number, 0, row)
    book.close()


def test_support_finds_who_failed_and_why(person: Person, tmp_path: Path) -> None:
    """A workbook of 200 rows and a file with the keys of all but seven of them."""
    tickets = [sealed(group(f"tG{number:04}-{secrets.token_hex(8)}")) for number in range(200)]
    lost = set(range(4, 200, 30))
    reports, keys, result = (
        tmp_path / name for name in ("用户报告.xlsx", "keys.txt", "failed.csv")
    )
    workbook(reports, tickets)
    known = [t.session_key for n, t in enumerate(tickets) if n not in lost]
    keys.write_text("\n".join(reversed([key or "" for key in known])))

    person.drop(reports)
    person.settle()
    assert person.hand.window.workspace == "reports"
    person.click("addKeysButton")
    person.choose_file(keys)
    person.settle()
    person.click("facet_attention")
    model = person.hand.table.model()
    person.hand.wait(lambda: model.rowCount() == len(lost))
    listed = [model.index(0, column).data() for column in range(model.columnCount())]
    assert f"none of {len(known)} keys fits" in listed
    person.click("exportButton")
    person.choose_file(result)
    person.settle()
    assert person.actions <= 6

    with result.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == len(lost) + 1
    who, why = rows[0].index("用户"), rows[0].index("cause")
    assert {row[who] for row in rows[1:]} == {f"user {n + 1}" for n in lost}
    assert {row[why] for row in rows[1:]} == {"no_key_fits"}
    told = rows[0].index("explanation")
    assert all(f"None of {len(known)} session_keys fits." in row[told] for row in rows[1:])

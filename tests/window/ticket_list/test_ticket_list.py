"""The list of tickets: it appears, follows, filters, orders and copies."""

from __future__ import annotations

import secrets
from base64 import b64encode
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton

from inspector.tickets import Ticket
from inspector.window.ticket_list.cells import Column
from inspector.window.ticket_list.facets import Facets
from tests.window.left_hand import CTRL, LeftHand, as_json
from tests.window.sealing import sealed


def tickets(count: int) -> list[Ticket]:
    """Return tickets of groups 0, 1, 2 …; the key of the last is another one."""
    made = [replace(sealed(f'{{"openGId":"group-{n}"}}'), label=f"chat {n}") for n in range(count)]
    wrong = b64encode(secrets.token_bytes(16)).decode()
    return [*made[:-1], replace(made[-1], session_key=wrong)]


@pytest.fixture
def three(hand: LeftHand) -> LeftHand:
    hand.state.load(tickets(3))
    hand.wait(lambda: all(row is not None for row in hand.state.verdicts.rows.all))
    return hand


def column(hand: LeftHand, number: int) -> list[str]:
    model = hand.table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def chips(hand: LeftHand) -> list[str]:
    """Return what the chips say, from left to right."""
    facets = hand.window.panels.ticket_list.findChild(Facets)
    assert isinstance(facets, Facets)
    return [b.text() for b in facets.findChildren(QPushButton) if b.objectName()]


def test_it_appears_with_the_second_ticket(hand: LeftHand) -> None:
    hand.paste(hand.capture, as_json(sealed("{}")))
    hand.verdict()
    assert hand.window.panels.ticket_list.isHidden()
    hand.capture.selectAll()
    hand.paste(hand.capture, as_json(*tickets(2)))
    hand.wait(lambda: not hand.window.panels.ticket_list.isHidden())
    assert hand.table.model().rowCount() == 2


def test_it_says_what_each_ticket_is(three: LeftHand) -> None:
    assert column(three, Column.LABEL) == ["chat 0", "chat 1", "chat 2"]
    assert column(three, Column.OUTCOME) == ["Decrypted", "Decrypted", "Not decrypted"]
    assert column(three, Column.IDENTITY) == ["group-0", "group-1", "–"]
    assert column(three, Column.CAUSE) == ["–", "–", "wrong key"]
    assert chips(three) == ["All  3", "Decrypted  2", "needs attention  1", "wrong key  1"]


def test_every_outcome_is_whole(hand: LeftHand) -> None:
    good = sealed('{"openGId":"group","watermark":{"timestamp":1764000000,"appid":"wx1"}}')
    data = good.encrypted_data or ""
    repaired = replace(good, encrypted_data=f"{data[:20]}\u200b{data[20:]}")
    hand.state.load([good, repaired, replace(good, encrypted_data=data[:70])])
    hand.wait(lambda: all(row is not None for row in hand.state.verdicts.rows.all))
    said = ["Decrypted", "Decrypted, corrected", "Partly decrypted"]
    assert column(hand, Column.OUTCOME) == said
    assert hand.table.sizeHintForColumn(Column.OUTCOME) <= hand.table.columnWidth(Column.OUTCOME)


def test_choosing_a_row_shows_its_ticket(three: LeftHand) -> None:
    three.table.setFocus()
    QTest.keyClick(three.table, Qt.Key.Key_Down)
    assert three.sheet.current == 1
    assert three.verdict().payload == {"openGId": "group-1"}
    assert three.data.toPlainText() == three.sheet.tickets[1].encrypted_data


def test_next_and_previous_are_keys_away(three: LeftHand) -> None:
    QTest.keyClick(three.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(three.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(three.window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert three.sheet.current == 1
    assert three.table.currentIndex().row() == 1


def test_a_list_without_a_row_says_why(hand: LeftHand) -> None:
    hand.window.show_workspace("reports")
    note, export = hand.find(QLabel, "emptyListNote"), hand.find(QPushButton, "exportButton")
    assert note.isVisible()
    assert "each is a row" in note.text()
    assert not hand.table.isVisible()
    assert not export.isEnabled()
    assert hand.table.model().rowCount() == 0
    hand.state.load([sealed("{}"), sealed("[]")])
    hand.wait(lambda: hand.table.isVisible() and not note.isVisible())
    assert export.isEnabled()
    words = hand.find(QLineEdit, "ticketFilterEdit")
    hand.type(words, "nothing is called this")
    hand.wait(lambda: note.isVisible() and note.text() == "No row fits the filter.")
    words.clear()
    hand.wait(lambda: hand.table.isVisible() and not note.isVisible())
    hand.state.clear()
    hand.wait(lambda: note.isVisible() and not hand.table.isVisible())


def test_filtering_keeps_the_chosen_ticket(three: LeftHand) -> None:
    three.state.choose(1)
    three.type(three.find(QLineEdit, "ticketFilterEdit"), "CHAT 1")
    three.wait(lambda: column(three, 1) == ["chat 1"])
    assert three.sheet.current == 1
    assert [index.row() for index in three.table.selectionModel().selectedRows()] == [0]


def test_only_what_needs_attention(three: LeftHand) -> None:
    three.find(QPushButton, "facet_attention").click()
    three.wait(lambda: column(three, 1) == ["chat 2"])
    three.find(QPushButton, "facet_opened").click()
    three.wait(lambda: column(three, 1) == ["chat 0", "chat 1"])
    three.find(QPushButton, "facet_all").click()
    three.wait(lambda: len(column(three, 1)) == 3)


@pytest.mark.parametrize("way", ["enter", "double click"])
def test_the_chosen_ticket_is_inspected_with_a_stepper(three: LeftHand, way: str) -> None:
    three.window.show_workspace("reports")
    three.state.choose(1)
    if way == "enter":
        three.table.setFocus()
        QTest.keyClick(three.table, Qt.Key.Key_Return)
    else:
        place = three.table.visualRect(three.table.model().index(1, Column.LABEL)).center()
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(three.table.viewport(), left, pos=place)
        QTest.mouseDClick(three.table.viewport(), left, pos=place)
    assert three.window.workspace == "inspect"
    assert three.find(QLabel, "stepperPlace").text() == "2 of 3"
    three.find(QToolButton, "nextTicketButton").click()
    assert three.find(QLabel, "stepperPlace").text() == "3 of 3"
    assert three.sheet.current == 2
    assert not three.find(QToolButton, "nextTicketButton").isEnabled()


def test_the_menu_of_a_row_opens_by_its_key_wherever_the_pointer_is(three: LeftHand) -> None:
    three.window.show_workspace("reports")
    three.table.selectRow(1)
    three.table.setFocus()
    QTest.mouseMove(three.window, QPoint(3, 3))
    by_key = QContextMenuEvent.Reason.Keyboard  # what the window system makes of the key
    place = three.table.rect().center()
    event = QContextMenuEvent(by_key, place, three.table.mapToGlobal(place))
    QApplication.sendEvent(three.table, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if a.text() == "Copy the ID").trigger()
    menu.close()
    assert QApplication.clipboard().text() == "group-1"


def test_the_id_is_copied_from_the_menu_of_a_row(three: LeftHand) -> None:
    three.window.show_workspace("reports")
    three.state.choose(1)
    three.window.panels.ticket_list.copy_identity()
    assert QApplication.clipboard().text() == "group-1"


def test_ordering_by_a_column_and_back(three: LeftHand) -> None:
    three.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    three.wait(lambda: column(three, 1) == ["chat 2", "chat 1", "chat 0"])
    assert three.table.currentIndex().row() == 2
    three.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    three.wait(lambda: column(three, 1) == ["chat 0", "chat 1", "chat 2"])


def test_rows_are_copied_for_a_spreadsheet(three: LeftHand) -> None:
    three.table.setFocus()
    three.table.selectAll()
    QTest.keyClick(three.table, Qt.Key.Key_C, CTRL)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["#", "Label", "Outcome"]
    assert lines[2].split("\t")[:5] == ["2", "chat 1", "Decrypted", "–", "group-1"]
    assert (three.sheet.tickets[0].session_key or "?") not in QApplication.clipboard().text()


def test_a_cell_that_begins_like_a_formula_is_harmless(hand: LeftHand) -> None:
    first, second = tickets(2)
    hand.state.load([replace(first, label="=HYPERLINK(1)"), second])
    hand.table.selectAll()
    hand.window.panels.ticket_list.copy_csv()
    assert "'=HYPERLINK(1)" in QApplication.clipboard().text()


def test_editing_a_field_changes_its_row_only(three: LeftHand) -> None:
    three.state.choose(2)
    right = three.sheet.tickets[2]
    three.paste(three.data, "")
    three.state.edit_field("encryptedData", "")
    three.wait(lambda: column(three, 2)[2] == "Incomplete")
    assert column(three, 2)[:2] == ["Decrypted", "Decrypted"]
    three.window.state.undo.undo()
    assert three.sheet.tickets[2] == right


def test_a_key_of_another_row_opens_what_lacks_one(hand: LeftHand) -> None:
    ticket = sealed('{"openGId":"shared"}')
    other = sealed('{"openGId":"first"}', key=_bytes(ticket.session_key))
    hand.state.load([replace(ticket, session_key=None), other])
    hand.wait(lambda: column(hand, 2)[0].startswith("Decrypted"))


def _bytes(text: str | None) -> bytes:
    from base64 import b64decode

    return b64decode(text or "")


def test_a_long_list_is_paused_and_goes_on(hand: LeftHand) -> None:
    hand.window.show_workspace("reports")
    empty = [Ticket(None, None, None, label=str(n)) for n in range(10)]
    hand.state.load([*tickets(290), *empty])
    rows, pause = hand.state.verdicts.rows, hand.find(QPushButton, "pauseButton")
    words = hand.find(QLabel, "reportProgressWords")
    pause.click()
    hand.wait(lambda: not hand.window.busy)
    assert rows.judged < 300
    hand.wait(lambda: words.text() == "Paused · 0 of 300 judged")
    assert pause.text() == "Resume"
    pause.click()
    hand.wait(lambda: words.text() == "300 rows · 290 read · 10 without data")
    assert rows.judged == 300
    assert not pause.isVisible()


def test_what_was_left_out_is_told_beside_the_list(hand: LeftHand) -> None:
    rows = [as_json(ticket) for ticket in tickets(12)]
    rows[3], rows[7] = '{"id": 3}', '{"id": 7}'
    hand.paste(hand.capture, "\n".join(f"12:00:{n:02} {row}" for n, row in enumerate(rows)))
    words = hand.find(QLabel, "reportProgressWords")
    hand.wait(lambda: words.text() == "Rows without encrypted data: 2 of 12 (L4, L8).")
    assert hand.window.workspace == "reports"
    assert words.isVisible()

"""The ticket panel as a person meets it: typing, pasting, undoing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton

from inspector.tickets import Outcome, Ticket
from inspector.window.ticket_panel.field import Field
from tests.window.left_hand import LeftHand, as_json
from tests.window.sealing import GROUP, sealed


def press(field: Field, title: str) -> None:
    """Press a link below a field."""
    next(link for link in field.notes.links if link.text() == title).click()


def fill(hand: LeftHand, key: str, iv: str, data: str) -> None:
    hand.paste(hand.key, key)
    hand.paste(hand.iv, iv)
    hand.paste(hand.data, data)


def test_three_pasted_fields_open(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    fill(hand, ticket.session_key or "", ticket.iv or "", ticket.encrypted_data or "")
    assert hand.verdict().outcome is Outcome.OPENED
    assert hand.field("session_key").state.text == "16 bytes ✓"
    assert hand.field("iv").state.text == "16 bytes ✓"
    assert hand.field("encryptedData").state.text.startswith("152 characters · 112 bytes")


def test_typing_ascii_and_chinese_reaches_the_state(hand: LeftHand) -> None:
    hand.type(hand.iv, "abc+/=")
    hand.type_chinese(hand.data, "加密数据")
    assert hand.sheet.ticket.iv == "abc+/="
    assert hand.sheet.ticket.encrypted_data == "加密数据"


def test_one_changed_character_of_the_key_replaces_the_payload(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    fill(hand, ticket.session_key or "", ticket.iv or "", ticket.encrypted_data or "")
    assert hand.verdict().payload is not None
    hand.key.setFocus()
    hand.key.setCursorPosition(3)
    QTest.keyClick(hand.key, Qt.Key.Key_Delete)
    verdict = hand.verdict()
    assert verdict.ticket.session_key != ticket.session_key
    assert verdict.repairs or verdict.outcome is not Outcome.OPENED


def test_the_key_is_masked_until_it_is_revealed(hand: LeftHand) -> None:
    hand.paste(hand.key, "c2VjcmV0IHNlc3Npb24ga2V5IQ==")
    assert hand.key.echoMode() is QLineEdit.EchoMode.Password
    button = hand.find(QToolButton, "revealKeyButton")
    button.click()
    assert hand.key.displayText() == "c2VjcmV0IHNlc3Npb24ga2V5IQ=="
    assert button.accessibleName() == "Mask the session_key"


def test_wrapped_base64_pasted_into_one_line_survives(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    wrapped = f"{(ticket.iv or '')[:10]}\r\n  {(ticket.iv or '')[10:]}\n"
    fill(hand, ticket.session_key or "", wrapped, ticket.encrypted_data or "")
    assert hand.sheet.ticket.iv == wrapped
    assert hand.verdict().outcome is Outcome.OPENED
    assert any("removed" in text or "blank" in text for text in hand.field("iv").notes.texts)


def test_undo_is_one_stack_and_keeps_the_cursor_at_the_change(hand: LeftHand) -> None:
    hand.paste(hand.iv, "first")
    hand.paste(hand.data, "second")
    hand.data.moveCursor(hand.data.textCursor().MoveOperation.Start)
    hand.undo()
    assert (hand.iv.text(), hand.data.toPlainText()) == ("first", "")
    hand.undo()
    assert hand.iv.text() == ""
    assert hand.sheet.blank
    hand.window.state.undo.redo()
    assert hand.iv.text() == "first"
    assert hand.iv.cursorPosition() == len("first")


def test_typing_in_the_middle_leaves_the_cursor_there(hand: LeftHand) -> None:
    hand.paste(hand.iv, "abcdef")
    hand.iv.setCursorPosition(3)
    hand.type(hand.iv, "XY")
    assert (hand.iv.text(), hand.iv.cursorPosition()) == ("abcXYdef", 5)


def test_repairs_are_told_and_change_the_field_only_when_accepted(hand: LeftHand) -> None:
    ticket = _with_plus()
    corrupt = (ticket.encrypted_data or "").replace("+", " ")
    fill(hand, ticket.session_key or "", ticket.iv or "", corrupt)
    verdict = hand.verdict()
    field = hand.field("encryptedData")
    assert verdict.outcome is Outcome.OPENED
    assert hand.data.toPlainText() == corrupt
    count = corrupt.count(" ")
    assert str(count) in field.notes.texts[0]
    assert len(field.edit.marks) >= 1
    told = field.notes.texts
    press(field, "Apply")
    assert hand.data.toPlainText() == ticket.encrypted_data
    assert hand.verdict().repairs == ()
    assert field.notes.texts == told
    press(field, "Undo")
    assert hand.data.toPlainText() == corrupt


def test_a_corrected_character_is_shown_as_a_small_difference(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    key = ticket.session_key or ""
    other = "B" if key[5] != "B" else "c"
    fill(hand, key[:5] + other + key[6:], ticket.iv or "", ticket.encrypted_data or "")
    assert hand.verdict().outcome is Outcome.OPENED
    assert hand.field("session_key").notes.texts == [f"character 6 {other} → {key[5]}"]
    assert hand.banner.words.headline.endswith("(1 correction)")
    assert not [b for b in hand.banner.findChildren(QPushButton) if b.isVisible()]


def test_swapped_fields_are_proposed_and_swapped_at_a_click(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    fill(hand, ticket.encrypted_data or "", ticket.iv or "", ticket.session_key or "")
    assert hand.verdict().proposals
    press(hand.field("encryptedData"), "Swap the fields")
    assert hand.data.toPlainText() == ticket.encrypted_data
    assert hand.key.text() == ticket.session_key
    hand.data.setFocus()
    hand.undo()
    assert hand.key.text() == ticket.encrypted_data


def test_a_pasted_capture_fills_the_fields_and_is_marked(hand: LeftHand) -> None:
    ticket = replace(sealed(GROUP), app_id="wx5c07e1a94bd2386f")
    text = as_json(ticket)
    hand.paste(hand.capture, text)
    assert hand.verdict().outcome is Outcome.OPENED
    assert hand.key.text() == ticket.session_key
    panel = hand.window.panels.ticket
    marked = {text[mark.start : mark.end] for mark in panel.capture.edit.marks}
    assert {ticket.session_key, ticket.iv, ticket.encrypted_data} <= marked
    assert panel.capture.words == "JSON · 4 fields found"
    assert panel.capture.folded
    hand.find(QPushButton, "editCaptureButton").click()
    assert hand.capture.isVisible()
    assert hand.capture.hasFocus()


def test_after_a_paste_the_keyboard_stands_on_copy(hand: LeftHand) -> None:
    hand.paste(hand.capture, as_json(sealed(GROUP)))
    hand.verdict()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "copyHeadlineButton"
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == "tGmade-up-for-this-test_12345"
    other = sealed(GROUP)
    QApplication.clipboard().setText(as_json(other))
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.key.text() == other.session_key)


def test_a_capture_does_not_overwrite_typed_fields_silently(hand: LeftHand) -> None:
    hand.type(hand.iv, "typed")
    ticket = sealed(GROUP)
    hand.paste(hand.capture, as_json(ticket))
    hand.wait(lambda: hand.state.offer is not None)
    assert hand.iv.text() == "typed"
    hand.window.panels.ticket.capture.offer.acted.emit()
    assert hand.iv.text() == ticket.iv
    hand.capture.setFocus()
    hand.undo()
    assert hand.iv.text() == "typed"


def test_a_capture_in_a_field_of_a_blank_window_is_read_at_once(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    hand.paste(hand.iv, as_json(ticket))
    hand.wait(lambda: hand.iv.text() == ticket.iv)
    assert hand.verdict().outcome is Outcome.OPENED
    assert hand.capture.toPlainText() == as_json(ticket)


def test_a_capture_in_a_field_is_offered_where_something_was_typed(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    text = as_json(ticket)
    hand.type(hand.key, "mine")
    hand.paste(hand.data, text)
    hand.wait(lambda: hand.state.offer is not None)
    notices = hand.field("encryptedData").notes
    assert (hand.key.text(), hand.data.toPlainText()) == ("mine", text)
    assert notices.texts == ["session_key, iv, encryptedData can be read from this text."]
    press(hand.field("encryptedData"), "Use it")
    assert hand.key.text() == ticket.session_key
    assert hand.data.toPlainText() == ticket.encrypted_data
    hand.data.setFocus()
    hand.undo()
    assert (hand.key.text(), hand.data.toPlainText()) == ("mine", text)


def test_an_overlong_paste_into_one_line_goes_to_the_paste_box(hand: LeftHand) -> None:
    text = as_json(*(sealed(GROUP) for _ in range(120)))
    assert len(text) > 20_000
    hand.paste(hand.iv, text)
    hand.wait(lambda: len(hand.sheet.tickets) == 120)
    assert hand.sheet.text == text


def test_text_dropped_into_a_field_is_taken_there(hand: LeftHand) -> None:
    data = QMimeData()
    data.setText("dropped")
    assert hand.drop(hand.iv, data)
    assert hand.sheet.ticket.iv == "dropped"


def test_more_fields_open_and_stay_open(hand: LeftHand) -> None:
    app_id = hand.find(QLineEdit, "appIdEdit")
    assert not app_id.isVisible()
    hand.find(QToolButton, "moreFieldsButton").click()
    assert app_id.isVisible()
    hand.window.set_theme("dark")
    hand.wait(hand.field("appid").isVisible)


def test_a_selection_of_the_paste_box_becomes_a_field(hand: LeftHand) -> None:
    hand.paste(hand.capture, "😀 the vector is dmVjdG9yIG9mIGEgdGVzdA== here")
    hand.capture.setFocus()
    cursor = hand.capture.textCursor()
    start = len("😀 the vector is ") + 1  # Qt counts the face as two
    cursor.setPosition(start)
    cursor.setPosition(start + 24, cursor.MoveMode.KeepAnchor)
    hand.capture.setTextCursor(cursor)
    action = next(a for a in hand.window.actions() if a.objectName() == "ticket.use_selection.iv")
    action.trigger()
    assert hand.iv.text() == "dmVjdG9yIG9mIGEgdGVzdA=="


def test_clear_all_empties_and_undo_brings_back(hand: LeftHand) -> None:
    hand.paste(hand.capture, as_json(sealed(GROUP)))
    verdict = hand.verdict()
    next(a for a in hand.window.actions() if a.objectName() == "ticket.clear").trigger()
    assert hand.sheet.blank
    assert hand.capture.toPlainText() == hand.key.text() == ""
    hand.undo()
    assert hand.key.text() == verdict.ticket.session_key


def test_hostile_text_stays_text(hand: LeftHand) -> None:
    hand.paste(hand.iv, "<img src=x onerror=alert(1)>" * 30)
    hand.verdict()
    for shown in hand.window.panels.ticket.findChildren(QLabel):
        assert shown.textFormat() is Qt.TextFormat.PlainText or not shown.text()


def _with_plus() -> Ticket:
    made = (sealed(GROUP) for _ in range(10_000))
    return next(t for t in made if (t.encrypted_data or "").strip("+").count("+") > 2)

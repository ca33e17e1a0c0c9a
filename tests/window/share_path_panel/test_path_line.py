from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from inspector.share_paths import Parameter
from inspector.window.finding_strips import FindingStrips
from inspector.window.share_path_panel.path_line import with_enabled
from inspector.window.widgets.notice import Notice
from tests.window.hands import Hands

SCHEME = "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/b&query=id%3D7"

parameters = st.lists(st.builds(Parameter, st.text(max_size=3), st.just(""), st.booleans()))
enabled = st.lists(st.builds(Parameter, st.text(max_size=3), st.just("")))

TICKET = '{"session_key": "HyVFkGl5F5OQWJZZaNzBBg==", "iv": "r7BXXKkLb8qrSNn05n0qiA=="}'
FORM = "iv=r7BXXKkLb8qrSNn05n0qiA%3D%3D&encryptedData=CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2"


def paste(edit: QPlainTextEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_each_keystroke_shows_in_the_table_and_the_text_stays_as_typed(hands: Hands) -> None:
    hands.line.setFocus()
    seen = []
    for key in "/pages/a?id=1&x":
        QTest.keyClicks(hands.line, key)
        seen.append(hands.line.toPlainText())
    assert seen == ["/pages/a?id=1&x"[: n + 1] for n in range(15)]
    assert hands.page.text() == "pages/a"
    assert hands.parameters == [(True, "id", "1"), (True, "x", "")]


def test_half_an_escape_is_left_alone_until_the_hand_leaves(hands: Hands) -> None:
    hands.line.setFocus()
    QTest.keyClicks(hands.line, "/pages/a?v=100%")
    assert hands.line.toPlainText() == "/pages/a?v=100%"
    assert hands.parameters == [(True, "v", "100%")]
    hands.page.setFocus()
    assert hands.line.toPlainText() == "/pages/a?v=100%25"


def test_an_edit_in_the_middle_keeps_the_cursor(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1&x=2")
    cursor = hands.line.textCursor()
    cursor.setPosition(len("/pages/a?id=1"))
    hands.line.setTextCursor(cursor)
    hands.line.setFocus()
    QTest.keyClicks(hands.line, "23")
    assert hands.line.toPlainText() == "/pages/a?id=123&x=2"
    assert hands.line.textCursor().position() == len("/pages/a?id=123")


def test_chinese_arrives_plain_in_the_table_and_encoded_when_the_hand_leaves(hands: Hands) -> None:
    hands.line.setFocus()
    QTest.keyClicks(hands.line, "/pages/a?v=")
    hands.type_chinese("群聊")
    assert hands.parameters == [(True, "v", "群聊")]
    assert hands.line.toPlainText() == "/pages/a?v=群聊"
    QTest.keyClick(hands.line, Qt.Key.Key_Return)
    assert hands.line.toPlainText() == "/pages/a?v=%E7%BE%A4%E8%81%8A"


def test_what_is_off_keeps_its_place(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?x=1&y=2&z=3")
    hands.rows.set_enabled(1, on=False)
    assert hands.line.toPlainText() == "/pages/a?x=1&z=3"
    hands.line.setFocus()
    hands.line.moveCursor(hands.line.textCursor().MoveOperation.End)
    QTest.keyClicks(hands.line, "3")
    assert hands.parameters == [(True, "x", "1"), (False, "y", "2"), (True, "z", "33")]


@pytest.mark.parametrize("text", [SCHEME, f'"{SCHEME}"', '{"pathName":"pages/b","query":"id=7"}'])
def test_a_pasted_form_is_taken_apart(hands: Hands, text: str) -> None:
    paste(hands.line, text)
    assert hands.line.toPlainText() == "/pages/b?id=7"
    assert hands.parameters == [(True, "id", "7")]
    QTest.keyClick(hands.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.line.toPlainText() == ""


@pytest.mark.parametrize(
    "text",
    [
        "path 这个页面 pages/b?id=7",
        "(pages/b?id=7)",
        "<td>pages/b?id=7</td>",
        '{"level":"info","msg":"navigate to pages/b?id=7 ok"}',
    ],
)
def test_a_path_among_other_words_is_taken_out(hands: Hands, text: str) -> None:
    paste(hands.line, text)
    assert hands.line.toPlainText() == "/pages/b?id=7"


def test_a_scheme_typed_by_hand_waits_for_enter(hands: Hands) -> None:
    hands.line.setFocus()
    QTest.keyClicks(hands.line, SCHEME)
    assert hands.line.toPlainText() == SCHEME
    assert hands.parameters == []
    QTest.keyClick(hands.line, Qt.Key.Key_Return)
    assert hands.line.toPlainText() == "/pages/b?id=7"


def test_a_raw_address_in_a_value_is_told_while_it_stands_there(hands: Hands) -> None:
    paste(hands.line, "/pages/a?u=https://x.example/?a=1")
    strips = hands.find(FindingStrips, "pathFindings")
    assert any("“?”" in text for text in strips.texts)
    assert hands.parameters == [(True, "u", "https://x.example/?a=1")]


def test_it_wraps_instead_of_clipping(hands: Hands) -> None:
    low = hands.line.height()
    hands.window.state.path.take_text("/pages/a?v=" + "long" * 40)
    assert hands.line.height() > low + hands.line.fontMetrics().height()
    assert not hands.line.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("text", [TICKET, FORM, '{"errcode":40029,"errmsg":"invalid code"}'])
def test_what_is_no_path_is_handed_to_inspect(hands: Hands, qtbot: QtBot, text: str) -> None:
    hands.window.state.path.take_text("/pages/a?id=1")
    hands.window.show_workspace("share_path")
    hands.line.selectAll()
    paste(hands.line, text)
    assert hands.line.toPlainText() == "/pages/a?id=1"
    notice = hands.find(Notice, "foreignText")
    assert notice.isVisible()
    button = notice.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert hands.window.workspace == "inspect"
    assert not notice.isVisible()
    qtbot.waitUntil(lambda: hands.window.state.tickets.sheet.text == text)
    qtbot.waitUntil(lambda: not hands.window.busy)
    assert hands.window.state.tickets.verdict is not None
    hands.line.selectAll()
    paste(hands.line, "/pages/b?id=2")
    assert hands.page.text() == "pages/b"


def test_the_offer_goes_with_the_next_path(hands: Hands) -> None:
    hands.window.show_workspace("share_path")
    paste(hands.line, TICKET)
    notice = hands.find(Notice, "foreignText")
    assert notice.isVisible()
    paste(hands.line, "/pages/b?id=2")
    assert not notice.isVisible()


@given(parameters, enabled)
def test_what_is_on_is_replaced_and_what_is_off_is_kept_in_order(
    old: list[Parameter], new: list[Parameter]
) -> None:
    merged = with_enabled(old, new)
    assert [p for p in merged if p.enabled] == new
    assert [p for p in merged if not p.enabled] == [p for p in old if not p.enabled]


def test_what_is_off_stays_behind_as_many_as_before() -> None:
    old = [Parameter("a"), Parameter("off", enabled=False), Parameter("b")]
    merged = with_enabled(old, [Parameter("x"), Parameter("y"), Parameter("z")])
    assert [p.name for p in merged] == ["x", "off", "y", "z"]


@pytest.mark.parametrize(
    ("text", "told", "value"),
    [
        ("/pages/a?id=1失败", "“失败”", "1失败"),
        ("打开pages/a?id=1失败", "“失败”", "1失败"),
        ("/pages/a?id=1，打不开", "“，打不开”", "1"),
    ],
)
def test_words_glued_to_a_path_are_told(hands: Hands, text: str, told: str, value: str) -> None:
    paste(hands.line, text)
    assert hands.parameters == [(True, "id", value)]
    strips = hands.find(FindingStrips, "pathFindings")
    assert any(told in shown for shown in strips.texts)


def test_a_blank_is_said_once(hands: Hands) -> None:
    paste(hands.line, "wx.navigateTo({ url: '/pages/a?id=' + id })")
    strips = hands.find(FindingStrips, "pathFindings")
    assert hands.parameters == [(True, "id", "${id}")]
    assert [text for text in strips.texts if "${id}" in text] == [
        "${id} is not filled in. Type a value, or fill the blank from a table or an environment."
    ]

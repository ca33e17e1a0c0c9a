from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector.window.share_path_panel.parameter_model import Column
from tests.window.hands import Hands


def cell(hands: Hands, row: int, column: int) -> QPoint:
    return hands.table.visualRect(hands.rows.index(row, column)).center()


def click(hands: Hands, row: int, column: int) -> None:
    place = cell(hands, row, column)
    QTest.mouseClick(hands.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def editor() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(editor(), code, modifier)


def test_typing_in_the_last_row_adds_a_parameter_live(hands: Hands) -> None:
    QTest.keyClicks(hands.page, "pages/a")
    click(hands, 0, Column.NAME)
    QTest.keyClicks(editor(), "id")
    assert hands.line.toPlainText() == "/pages/a?id="
    key(Qt.Key.Key_Tab)
    QTest.keyClicks(editor(), "1")
    assert hands.line.toPlainText() == "/pages/a?id=1"
    key(Qt.Key.Key_Return)
    QTest.keyClicks(editor(), "from")
    key(Qt.Key.Key_Return)
    Hands.type_chinese("群聊")
    assert hands.parameters == [(True, "id", "1"), (True, "from", "群聊")]
    assert hands.rows.rowCount() == 3


def test_an_edit_elsewhere_leaves_the_editor_and_its_cursor_alone(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=abcdef")
    click(hands, 0, Column.VALUE)
    first = editor()
    QTest.keyClick(first, Qt.Key.Key_Home)
    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClicks(first, "X")
    assert editor() is first
    assert hands.parameters == [(True, "id", "aXbcdef")]
    QTest.keyClicks(first, "Y")
    assert hands.parameters == [(True, "id", "aXYbcdef")]


def test_escape_puts_back_what_stood_there(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1")
    click(hands, 0, Column.VALUE)
    QTest.keyClicks(editor(), "23")
    assert hands.line.toPlainText() == "/pages/a?id=23"
    key(Qt.Key.Key_Escape)
    assert hands.line.toPlainText() == "/pages/a?id=1"


def test_a_row_left_empty_goes(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1&x=")
    click(hands, 1, Column.NAME)
    key(Qt.Key.Key_Backspace)
    QTest.keyClick(editor(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    key(Qt.Key.Key_Delete)
    click(hands, 0, Column.VALUE)
    assert hands.parameters == [(True, "id", "1")]


def test_the_tick_switches_with_mouse_and_space(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1&x=2")
    click(hands, 0, Column.ON)
    assert hands.line.toPlainText() == "/pages/a?x=2"
    hands.table.setFocus()
    hands.table.setCurrentIndex(hands.rows.index(0, Column.ON))
    QTest.keyClick(hands.table, Qt.Key.Key_Space)
    assert hands.line.toPlainText() == "/pages/a?id=1&x=2"


def test_keys_without_a_current_row_do_nothing(hands: Hands) -> None:
    hands.line.setPlainText("/p/a?a=1")
    for code in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
        hands.table.setCurrentIndex(QModelIndex())
        QTest.keyClick(hands.table, code)
        assert hands.parameters == [(True, "a", "1")]
    hands.line.clear()
    hands.table.setCurrentIndex(QModelIndex())
    QTest.keyClick(hands.table, Qt.Key.Key_Space)
    assert hands.parameters == []


def test_enter_without_a_current_row_begins_a_parameter(hands: Hands) -> None:
    hands.table.setCurrentIndex(QModelIndex())
    QTest.keyClick(hands.table, Qt.Key.Key_Return)
    QTest.keyClicks(editor(), "id")
    assert hands.parameters == [(True, "id", "")]


def test_delete_and_the_cross_remove(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?a=1&b=2&c=3")
    click(hands, 1, Column.REMOVE)
    assert [name for _, name, _ in hands.parameters] == ["a", "c"]
    hands.table.setFocus()
    hands.table.selectRow(1)
    QTest.keyClick(hands.table, Qt.Key.Key_Delete)
    assert [name for _, name, _ in hands.parameters] == ["a"]
    QTest.keyClick(hands.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [name for _, name, _ in hands.parameters] == ["a", "c"]


def test_alt_and_arrows_move_a_row_and_not_the_ticket_list(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?a=1&b=2&c=3")
    hands.table.setFocus()
    hands.table.setCurrentIndex(hands.rows.index(0, Column.NAME))
    QTest.keyClick(hands.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert hands.line.toPlainText() == "/pages/a?b=2&a=1&c=3"
    assert hands.table.currentIndex().row() == 1
    QTest.keyClick(hands.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert hands.line.toPlainText() == "/pages/a?a=1&b=2&c=3"


def test_a_dragged_row_lands_where_it_is_dropped(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?a=1&b=2&c=3")
    mime: QMimeData = hands.rows.mimeData([hands.rows.index(0, Column.NAME)])
    below = cell(hands, 3, Column.NAME)
    drop = QDropEvent(
        QPointF(below),
        Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hands.table.dropEvent(drop)
    assert [name for _, name, _ in hands.parameters] == ["b", "c", "a"]


def test_one_undo_takes_back_one_piece_of_typing(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1")
    click(hands, 0, Column.VALUE)
    QTest.keyClicks(editor(), "2345")
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.parameters == [(True, "id", "1")]


def test_a_value_that_looks_encoded_is_marked_in_its_row(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?ok=1&twice=%2541")
    remark = hands.rows.index(1, Column.VALUE).data(Qt.ItemDataRole.ToolTipRole)
    assert "encoded already" in remark
    assert hands.rows.index(0, Column.VALUE).data(Qt.ItemDataRole.DecorationRole) is None


def test_as_text_edits_all_and_slashes_switch_off(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1")
    from PySide6.QtWidgets import QPlainTextEdit, QToolButton

    hands.find(QToolButton, "parametersAsText").click()
    text = hands.find(QPlainTextEdit, "parameterText")
    assert text.toPlainText() == "id=1"
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "//debug=1")
    assert hands.parameters == [(True, "id", "1"), (False, "debug", "1")]
    assert hands.line.toPlainText() == "/pages/a?id=1"


def test_three_parameters_are_typed_with_the_keyboard_alone(hands: Hands) -> None:
    hands.window.show_workspace("share_path")
    QTest.keyClick(hands.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert hands.page.hasFocus()
    QTest.keyClicks(editor(), "pages/index/index")
    key(Qt.Key.Key_Tab)
    for text in ("id", "123", "name"):
        QTest.keyClicks(editor(), text)
        key(Qt.Key.Key_Tab)
    Hands.type_chinese("群聊")
    key(Qt.Key.Key_Return)
    QTest.keyClicks(editor(), "x")
    key(Qt.Key.Key_Return)
    QTest.keyClicks(editor(), "1")
    assert hands.page.text() == "pages/index/index"
    assert hands.parameters == [(True, "id", "123"), (True, "name", "群聊"), (True, "x", "1")]


def test_tab_leaves_the_table_where_no_further_parameter_is_begun(hands: Hands) -> None:
    hands.window.show_workspace("share_path")
    hands.page.setFocus()
    QTest.keyClicks(editor(), "pages/a")
    for _press in range(2):
        key(Qt.Key.Key_Tab)
    assert editor() is not hands.page
    assert not hands.table.isAncestorOf(editor())
    assert hands.parameters == []

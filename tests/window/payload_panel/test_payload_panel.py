"""The middle column, driven as a person would."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.exact_json.literals import LANGUAGES as WRITERS
from inspector.exact_json.parsing import parse
from inspector.tickets import Outcome, Ticket, Verdict
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel.bytes_model import HEX
from inspector.window.payload_panel.content import BYTES, TEXT, TREE
from inspector.window.payload_panel.copying import LANGUAGES
from inspector.window.payload_panel.payload_panel import PayloadPanel
from tests.window.commands import run
from tests.window.sealing import GROUP, sealed

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Show = Callable[[Ticket], None]


def rows(tree: QTreeView, parent: QModelIndex | None = None) -> list[str]:
    """Return keys and values as they stand, open rows only."""
    model, parent = tree.model(), parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append(f"{index.data()} {index.siblingAtColumn(1).data()}")
        if tree.isExpanded(index):
            found += rows(tree, index)
    return found


def tree_of(window: MainWindow) -> QTreeView:
    tree = window.findChild(QTreeView, "payloadTree")
    assert isinstance(tree, QTreeView)
    return tree


def text_of(window: MainWindow) -> QPlainTextEdit:
    text = window.findChild(QPlainTextEdit, "payloadText")
    assert isinstance(text, QPlainTextEdit)
    return text


def opened(text: str) -> Verdict:
    ticket = sealed(text)
    return Verdict(ticket, ticket, Outcome.OPENED, None, parse(text), text, text.encode())


def test_a_payload_stands_in_tree_and_text(
    window: MainWindow, panel: PayloadPanel, qtbot: QtBot
) -> None:
    text = '{"n": 1.10, "big": 123456789012345678901234567890, "n": -0, "t": "群"}'
    panel._content.show(opened(text))
    assert rows(tree_of(window)) == [
        "n 1.10",
        "big 123456789012345678901234567890",
        "n -0",
        't "群"',
    ]
    qtbot.waitUntil(lambda: "群" in text_of(window).toPlainText())
    assert text_of(window).toPlainText() == (
        '{\n  "n": 1.10,\n  "big": 123456789012345678901234567890,\n  "n": -0,\n  "t": "群"\n}'
    )


def test_choosing_a_row_shows_in_text_bytes_and_foot(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed(GROUP))
    tree = tree_of(window)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert panel.parts()._status_line._path.text() == "/watermark/timestamp"
    assert "2018-08-30" in panel.parts()._status_line._meaning.text()
    start = GROUP.index('"timestamp"')
    table = panel.parts().views.bytes.table
    qtbot.waitUntil(lambda: table._painter.chosen == (start, start + len('"timestamp":1535624932')))
    qtbot.waitUntil(lambda: panel.parts().views.text.box._place is not None)


def test_a_click_on_a_byte_chooses_its_member(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed(GROUP))
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_3, CTRL_SHIFT)
    table = panel.parts().views.bytes.table
    assert table.hasFocus()
    byte = GROUP.index("15356")
    row, column = divmod(byte, 16)
    area = table.visualRect(table.model().index(row, HEX))
    step = table._painter._step
    place = area.topLeft()
    place.setX(round(area.left() + 4 + (column + 0.5) * step))
    place.setY(area.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: panel._content.trail == (1, 0))


def test_a_cursor_in_the_text_chooses_its_member(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed(GROUP))
    QTest.keyClick(window, Qt.Key.Key_2, CTRL_SHIFT)
    text = text_of(window)
    qtbot.waitUntil(lambda: "appid" in text.toPlainText())
    for _ in range(4):
        QTest.keyClick(text, Qt.Key.Key_Down)
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClick(text, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: panel._content.trail == (1, 1))
    assert panel.parts()._status_line._path.text() == "/watermark/appid"


def test_bytes_come_to_the_front_when_nothing_opens(panel: PayloadPanel, show: Show) -> None:
    show(sealed(GROUP))
    assert panel.parts().views._stack.currentIndex() == TREE
    lost = sealed(GROUP.replace("made-up", "another"))
    show(dataclasses.replace(lost, session_key=sealed("x").session_key))
    assert panel.parts().views._stack.currentIndex() == BYTES
    show(sealed(GROUP))
    assert panel.parts().views._stack.currentIndex() == TREE


def test_a_text_payload_is_shown_as_text(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    text = "1151_" + "aB3+-_" * 13
    show(sealed(text))
    assert rows(tree_of(window)) == [f'(whole payload) "{text}"']
    assert panel.parts().views.tabs.tabText(TEXT) == "Text"
    panel.parts().views.tabs.setCurrentIndex(TEXT)
    qtbot.waitUntil(lambda: text_of(window).toPlainText() == text)


def test_words_that_are_no_json_are_shown_searched_and_copied_as_text(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    words = "502 Bad Gateway, 请稍后再试 and so on, for nobody is at home"
    show(sealed(words))
    views = panel.parts().views
    assert views._stack.currentIndex() == TEXT
    assert views.tabs.tabText(TEXT) == "Text"
    qtbot.waitUntil(lambda: text_of(window).toPlainText() == words)
    assert not views._partial.isVisible()  # nothing of it is missing
    views.finder.line.setText("Gateway")
    qtbot.waitUntil(lambda: views.finder._hits != [])
    run(window, "payload.copy.value")
    assert QApplication.clipboard().text() == words


def test_what_was_opened_and_chosen_stays_so_with_the_next_ticket(
    window: MainWindow, panel: PayloadPanel, show: Show
) -> None:
    show(sealed(GROUP))
    tree = tree_of(window)
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(1, 0))
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert len(rows(tree)) == 2
    show(sealed(GROUP.replace("made-up", "another")))
    assert len(rows(tree)) == 2
    assert panel.parts()._status_line._path.text() == "/watermark"
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert len(rows(tree)) == 4


def test_find_counts_and_goes_round(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed('{"a": {"id": 1}, "b": [{"id": 2}, {"id": "id"}]}'))
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    finder = panel.parts().views.finder
    assert finder.line.hasFocus()
    QTest.keyClicks(finder.line, "id")
    qtbot.waitUntil(lambda: finder._count.text() == "1 of 3")
    assert panel.parts()._status_line._path.text() == "/a/id"
    for path in ("/b/0/id", "/b/1/id", "/a/id"):
        QTest.keyClick(finder.line, Qt.Key.Key_Return)
        assert panel.parts()._status_line._path.text() == path
    QTest.keyClick(finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.parts()._status_line._path.text() == "/b/1/id"
    assert tree_of(window).isExpanded(tree_of(window).currentIndex().parent())
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert tree_of(window).hasFocus()


def test_find_says_when_there_is_nothing(panel: PayloadPanel, show: Show, qtbot: QtBot) -> None:
    show(sealed(GROUP))
    QTest.keyClicks(panel.parts().views.finder.line, "no such thing")
    qtbot.waitUntil(lambda: panel.parts().views.finder._count.text() == "No match")


def test_a_match_is_marked_within_its_cell(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed(GROUP))
    QTest.keyClicks(panel.parts().views.finder.line, "APPID")
    qtbot.waitUntil(lambda: panel.parts()._status_line._path.text() == "/watermark/appid")
    tree = tree_of(window)
    ground = window.context.theme.color("warnBg").name()
    area = tree.visualRect(tree.currentIndex())
    picture = tree.viewport().grab(area).toImage()
    colours = {picture.pixelColor(x, 8).name() for x in range(picture.width())}
    assert ground in colours


def test_a_long_value_is_shown_whole_when_its_row_is_chosen(
    window: MainWindow, panel: PayloadPanel, show: Show
) -> None:
    show(sealed('{"short":1,"long":"' + "x" * 3000 + '"}'))
    tree = tree_of(window)
    index = tree.model().index(1, 1)
    QApplication.processEvents()
    before = tree.visualRect(index).height()
    panel._content.select((1,))
    QApplication.processEvents()
    whole = tree.visualRect(index).height()
    assert whole > 3 * before
    panel._content.select((0,))
    QApplication.processEvents()
    assert tree.visualRect(index).height() == before
    panel._content.select((1,))
    QApplication.processEvents()
    assert tree.visualRect(index).height() == whole


def test_rows_of_another_payload_have_heights_of_their_own(window: MainWindow, show: Show) -> None:
    tree, heights = tree_of(window), []
    for text in ("short", "long " * 60, "short"):
        show(sealed(f'{{"same":"{text}"}}'))
        QApplication.processEvents()
        heights.append(tree.visualRect(tree.model().index(0, 1)).height())
    assert heights[0] == heights[2] < heights[1]


def test_values_and_meanings_are_never_cut(window: MainWindow, show: Show) -> None:
    address = "https://example.com/" + "a" * 200
    show(sealed(GROUP.replace("tGmade-up-for-this-test_12345", address)))
    tree = tree_of(window)
    QApplication.processEvents()
    metrics = tree.fontMetrics()
    row = tree.visualRect(tree.model().index(0, 1))
    lines = row.height() // metrics.height()
    assert lines * row.width() >= metrics.averageCharWidth() * len(address) * 0.8


def test_a_narrow_tree_puts_the_meaning_below_the_value(window: MainWindow, show: Show) -> None:
    show(sealed(GROUP))
    tree = tree_of(window)
    tree.setFixedWidth(400)
    QApplication.processEvents()
    assert tree.isColumnHidden(2)
    assert tree.model().headerData(1, Qt.Orientation.Horizontal) == "Value and meaning"


def test_a_double_click_copies_the_value(window: MainWindow, show: Show) -> None:
    show(sealed(GROUP))
    tree = tree_of(window)
    place = tree.visualRect(tree.model().index(0, 1)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert QApplication.clipboard().text() == "tGmade-up-for-this-test_12345"


def test_days_of_steps_are_lines_with_their_date(window: MainWindow, show: Show) -> None:
    days = ",".join(f'{{"timestamp":{1535817600 + 86400 * n},"step":{9203 + n}}}' for n in range(9))
    show(sealed(f'{{"stepInfoList":[{days}],"watermark":{{"timestamp":1535817600,"appid":"wx"}}}}'))
    tree = tree_of(window)
    first = tree.model().index(0, 0, tree.model().index(0, 0))
    assert first.siblingAtColumn(2).data().endswith(" · 9,203 steps")
    assert first.siblingAtColumn(2).data().startswith("2018-09-0")


def test_the_headline_is_the_id_whole_with_copy(window: MainWindow, show: Show) -> None:
    show(sealed(GROUP))
    headline = window.findChild(QLabel, "headlineValue")
    assert isinstance(headline, QLabel)
    assert headline.text() == "tGmade-up-for-this-test_12345"
    button = window.findChild(QPushButton, "copyHeadlineButton")
    assert isinstance(button, QPushButton)
    button.click()
    assert QApplication.clipboard().text() == headline.text()
    assert button.text() == "Copied ✓"
    show(sealed('{"nothing":"of the kind"}'))
    assert not headline.isVisible()


def test_find_in_a_hundred_thousand_nodes_opens_the_place(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    many = ",".join(f'{{"id":{i},"v":"n{i}"}}' for i in range(34_000))
    show(sealed(f'{{"list":[{many}]}}'))
    QTest.keyClicks(panel.parts().views.finder.line, "n33999")
    qtbot.waitUntil(
        lambda: panel.parts()._status_line._path.text() == "/list/33999/v", timeout=20_000
    )
    assert tree_of(window).currentIndex().siblingAtColumn(1).data() == '"n33999"'


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("payload.copy.value", "wx0123456789abcdef"),
        ("payload.copy.key", "appid"),
        ("payload.copy.subtree", '"wx0123456789abcdef"'),
        ("payload.copy.pointer", "/watermark/appid"),
        ("payload.copy.path", "$.watermark.appid"),
    ],
)
def test_copy(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot, command: str, expected: str
) -> None:
    show(sealed(GROUP))
    panel._content.select((1, 1))
    with qtbot.waitSignal(panel._copying.copied):
        run(window, command)
    assert QApplication.clipboard().text() == expected


@pytest.mark.parametrize("language", ["json", "python", "javascript", "java"])
def test_copy_whole(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot, language: str
) -> None:
    show(sealed('{"a": null}'))
    with qtbot.waitSignal(panel._copying.copied):
        run(window, f"payload.copy.whole.{language}")
    expected = {"json": "null", "python": "None", "javascript": "null", "java": "null"}
    assert expected[language] in QApplication.clipboard().text()


def test_hostile_text_is_shown_as_text(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed('{"<b>x</b>": "<img src=x>\\u202e \\u0000"}'))
    tree = tree_of(window)
    assert rows(tree) == ['<b>x</b> "<img src=x>\\u202e \\u0000"']
    tip = tree.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
    tree.setCurrentIndex(tree.model().index(0, 0))
    assert panel.parts()._status_line._path.textFormat() is Qt.TextFormat.PlainText
    qtbot.waitUntil(lambda: "\\u202e" in text_of(window).toPlainText())


def test_everything_that_takes_the_keyboard_has_a_name(panel: PayloadPanel, show: Show) -> None:
    show(sealed(GROUP))
    nameless = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.isHidden()
        and not accessible_name(widget)
    ]
    assert [(w, w.objectName(), w.parent()) for w in nameless] == []


def accessible_name(widget: QWidget) -> str:
    from PySide6.QtGui import QAccessible

    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def test_ctrl_c_copies_the_chosen_value(
    window: MainWindow, panel: PayloadPanel, show: Show
) -> None:
    show(sealed(GROUP))
    tree = tree_of(window)
    panel._content.select((0,))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "tGmade-up-for-this-test_12345"


def test_the_whole_payload_is_saved_exactly(
    panel: PayloadPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    panel._content.show(opened('{"n":1.10,"n":2}'))
    with qtbot.waitSignal(panel._copying.status_changed):
        panel._copying.save([tmp_path / "payload.json"])
    saved = (tmp_path / "payload.json").read_text(encoding="utf-8")
    assert saved == '{\n  "n": 1.10,\n  "n": 2\n}'


def test_what_could_be_read_in_part_is_marked_as_incomplete(
    panel: PayloadPanel, show: Show
) -> None:
    whole = sealed(GROUP)
    show(dataclasses.replace(whole, encrypted_data=str(whole.encrypted_data)[:128]))
    assert panel.parts().views._partial.text == (
        "Only the readable part is shown."
        if panel.parts().views._stack.currentIndex() == TREE
        else ""
    )
    panel.parts().views.tabs.setCurrentIndex(BYTES)
    assert panel.parts().views.bytes._legend.text() == "6 of 7 blocks readable"


def test_a_long_text_is_cut_with_a_notice_and_shown_whole_on_request(
    window: MainWindow, panel: PayloadPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector.window.payload_panel.text_view.LONGEST_TEXT", 200)
    panel._content.show(opened("[" + ",".join(["12345"] * 100) + "]"))
    text, notice = text_of(window), panel.parts().views.text._notice
    qtbot.waitUntil(lambda: "200" in notice.text)
    assert len(text.toPlainText()) == 200
    notice.acted.emit()
    qtbot.waitUntil(lambda: text.toPlainText().endswith("]"))
    assert notice.text == ""


def test_compact_and_sent(window: MainWindow, panel: PayloadPanel, qtbot: QtBot) -> None:
    panel._content.show(opened('{ "a" : 1 }'))
    forms = panel.parts().views.text._forms
    forms.setCurrentIndex(1)
    qtbot.waitUntil(lambda: text_of(window).toPlainText() == '{"a":1}')
    forms.setCurrentIndex(2)
    qtbot.waitUntil(lambda: text_of(window).toPlainText() == '{ "a" : 1 }')


def test_levels(window: MainWindow, show: Show) -> None:
    show(sealed('{"a": {"b": {"c": 1}}}'))
    tree = tree_of(window)
    for level, count in ((0, 1), (1, 2), (2, 3)):
        run(window, f"payload.level.{level}")
        assert len(rows(tree)) == count


def test_the_context_menu_copies(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed(GROUP))
    tree = tree_of(window)
    panel._content.select((1, 1))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.text() == "Copy JSON Pointer")
    action.trigger()
    menu.close()
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "/watermark/appid")


def test_another_language_keeps_the_payload(
    window: MainWindow, panel: PayloadPanel, show: Show
) -> None:
    show(sealed(GROUP))
    assert panel._content.present
    window.set_language("zh_CN")
    assert window.panels.payload is not panel
    assert len(rows(tree_of_panel(window))) == 4


def tree_of_panel(window: MainWindow) -> QTreeView:
    """Return the tree of the panels as they are now; the old ones go later."""
    return window.panels.payload.parts().views.tree


def test_a_member_that_only_the_payload_before_had_is_not_chosen(
    window: MainWindow, show: Show
) -> None:
    """A view may still show the payload before while another is the one to be shown."""
    content = window.panels.payload._content
    chosen = []
    for text in ('{"a":[1,2,3]}', '{"b":1}', '{"c":2}'):
        show(sealed(text))
        content.select((0, 2))
        chosen.append(content.chosen_names)
    assert chosen == [("a", 2), (), ()]


def test_the_languages_of_the_menu_are_those_that_can_be_written() -> None:
    assert tuple(WRITERS) == LANGUAGES

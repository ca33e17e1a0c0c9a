"""Two payloads side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.dialogs.json_dialog import JsonDialog
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel.content import COMPARE, TREE
from inspector.window.payload_panel.payload_panel import PayloadPanel
from tests.window.sealing import sealed

Show = Callable[[Ticket], None]


def rows(panel: PayloadPanel, parent: QModelIndex | None = None) -> list[str]:
    model, parent = panel.parts().views.compare.tree.model(), parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        cells = [str(index.siblingAtColumn(column).data()) for column in range(4)]
        found.append(" ".join(cells).strip())
        found += rows(panel, index)
    return found


def test_the_next_ticket_is_compared_with_the_pinned_one(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed('{"a": 1, "b": {"c": 2, "d": 3}, "gone": true}'))
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert panel.parts().views._stack.currentIndex() == COMPARE
    qtbot.waitUntil(lambda: "No difference" in panel.parts().views.compare._summary.text())
    show(sealed('{"b": {"d": 4, "c": 2}, "a": 1, "new": null}'))
    qtbot.waitUntil(lambda: "1 different" in panel.parts().views.compare._summary.text())
    assert rows(panel) == ["≠ b {2} {2}", "≠ d 3 4", "− gone true", "+ new  null"]
    panel.parts().views.compare._all.click()
    assert "= a 1 1" in rows(panel)


def test_choosing_a_difference_chooses_the_member(
    panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed('{"a": 1}'))
    panel.parts().pin.pin()
    show(sealed('{"z": 0, "a": 2}'))
    tree = panel.parts().views.compare.tree
    qtbot.waitUntil(lambda: tree.model().rowCount() == 2)
    tree.setCurrentIndex(tree.model().index(0, 0))
    assert panel.parts()._status_line._path.text() == "/a"


def test_pasted_json_is_compared_and_a_slip_is_told(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed('{"a": 1.0}'))
    panel.parts().pin.paste()
    dialog = window.findChild(JsonDialog)
    assert dialog is not None
    assert not dialog.isModal()
    compare = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Compare")
    QTest.keyClicks(dialog.edit, '{"a": }')
    assert not compare.isEnabled()
    assert "Line 1" in dialog._state.text()
    dialog.edit.setPlainText('{"a": 1}')
    QTest.mouseClick(compare, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "No difference" in panel.parts().views.compare._summary.text())


def test_letting_go_returns_to_the_tree(panel: PayloadPanel, show: Show) -> None:
    show(sealed('{"a": 1}'))
    panel.parts().pin.pin()
    panel.parts().pin.unpin()
    assert panel.parts().views._stack.currentIndex() == TREE
    assert not panel.parts().views.tabs.isTabVisible(COMPARE)


def test_a_ticket_of_the_list_is_compared(
    window: MainWindow, panel: PayloadPanel, qtbot: QtBot
) -> None:
    window.state.tickets.load([sealed('{"a": 1}'), sealed('{"a": 2}')])
    window.state.tickets.choose(1)
    qtbot.waitUntil(lambda: panel._content.value == {"a": 2})
    window.state.tickets.choose(0)
    qtbot.waitUntil(lambda: panel._content.value == {"a": 1})
    panel.parts().pin._fill()
    action = next(action for action in panel.parts().pin.menu().actions() if action.menu())
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: rows(panel) == ["≠ a 2 1"])


def test_the_pinned_payload_survives_another_theme(
    window: MainWindow, panel: PayloadPanel, show: Show
) -> None:
    show(sealed('{"a": 1}'))
    panel.parts().pin.pin()
    window.set_theme("dark")
    assert window.panels.payload.parts().views.tabs.isTabVisible(COMPARE)


def test_a_long_list_is_given_to_the_view_in_chunks(
    panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed("[" + ",".join(str(i) for i in range(1_000)) + "]"))
    panel.parts().pin.pin()
    show(sealed("[" + ",".join(str(-i - 1) for i in range(1_000)) + "]"))
    model = panel.parts().views.compare.tree.model()
    qtbot.waitUntil(lambda: 0 < model.rowCount() <= 300)
    assert model.canFetchMore(QModelIndex())


def test_the_comparison_stays_where_the_language_changes(
    window: MainWindow, panel: PayloadPanel, show: Show, qtbot: QtBot
) -> None:
    show(sealed('{"a": 1}'))
    panel.parts().pin.pin()
    assert panel.parts().views.tabs.currentIndex() == COMPARE
    window.set_language("zh_CN")
    qtbot.waitUntil(lambda: window.panels.payload is not panel)
    again = window.panels.payload.parts().views
    qtbot.waitUntil(again.tabs.isVisible)
    assert again.tabs.currentIndex() == COMPARE
    assert again.tabs.tabText(COMPARE) == "对比"
    again.tabs.setCurrentIndex(TREE)
    window.set_theme("dark")
    qtbot.waitUntil(lambda: window.panels.payload.parts().views is not again)
    assert window.panels.payload.parts().views.tabs.currentIndex() == TREE

"""Tab leads to everything, in the order in which one reads, there and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.window.app import make_application
from inspector.window.main_window import MainWindow
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.reading_order import TAB_AFTER, step_focus, tab_order
from tests.gallery import states
from tests.window.layout_items import layout_items
from tests.window.left_hand import left_hand
from tests.window.test_accessible_names import nameless

STATES = ("empty", "opened", "repaired", "wrong_key", "neighbour", "many", "path", "over_limit")


def named(widget: QWidget, name: str) -> QWidget:
    widget.setObjectName(name)
    return widget


def names(widgets: list[QWidget]) -> list[str]:
    return [widget.objectName() for widget in widgets]


class Form(QWidget):
    """Made from the end to the start, laid out from the start to the end."""

    def __init__(self) -> None:
        super().__init__()
        last = named(QPushButton(), "last")
        grid = QGridLayout()
        for row, column in ((1, 1), (1, 0), (0, 1), (0, 0)):
            grid.addWidget(named(QLineEdit(), f"cell{row}{column}"), row, column)
        inner = QWidget()
        within = QHBoxLayout(inner)
        within.addWidget(named(QPushButton(), "within"))
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.addWidget(named(QPushButton(), "first"))
        outer.addLayout(grid)
        outer.addWidget(area)
        outer.addWidget(last)


ORDER = ["first", "cell00", "cell01", "cell10", "cell11", "within", "last"]


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    make_application()
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def test_layouts_give_the_order(form: Form) -> None:
    assert names(tab_order(form)) == ORDER


def test_what_is_hidden_or_disabled_is_left_out(form: Form) -> None:
    form.findChild(QLineEdit, "cell00").hide()  # type: ignore[union-attr]
    form.findChild(QPushButton, "within").setEnabled(False)  # type: ignore[union-attr]
    assert names(tab_order(form)) == ["first", "cell01", "cell10", "cell11", "last"]


def test_one_may_stand_after_another(form: Form) -> None:
    form.findChild(QPushButton, "first").setProperty(TAB_AFTER, "cell11")  # type: ignore[union-attr]
    form.findChild(QPushButton, "last").setProperty(TAB_AFTER, "nobody")  # type: ignore[union-attr]
    assert names(tab_order(form))[:5] == ["cell00", "cell01", "cell10", "cell11", "first"]
    assert len(tab_order(form)) == len(ORDER)


def test_it_goes_round_both_ways(form: Form) -> None:
    form.findChild(QPushButton, "first").setFocus()  # type: ignore[union-attr]
    walked = []
    for _ in ORDER:
        step_focus(form, forward=True)
        walked.append((QApplication.focusWidget() or form).objectName())
    assert walked == [*ORDER[1:], ORDER[0]]
    step_focus(form, forward=False)
    assert (QApplication.focusWidget() or form).objectName() == "last"


def wanting_tab(window: MainWindow) -> set[QWidget]:
    """Return what can be seen and wants to be reached; inner parts of Qt's widgets aside."""
    policy = Qt.FocusPolicy.TabFocus
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy().value & policy.value
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
        and widget.window() is window
    }


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_everything_and_all_has_a_name(qtbot: QtBot, state: str) -> None:
    hand = left_hand(qtbot)
    window = hand.window
    states.STATES[state](window)
    states.settle(window)
    for workspace in ("inspect", "reports", "share_path"):
        window.show_workspace(workspace)
        states.settle(window)
        frame = window.centralWidget()
        assert frame is not None
        assert set(tab_order(frame)) == wanting_tab(window)
        assert nameless(frame) == []
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not here


def test_walking_holds_no_item_of_a_layout(qtbot: QtBot) -> None:
    """One that Qt deletes with its widget leaves its address to whatever comes there next."""
    form = Form()
    qtbot.addWidget(form)
    form.show()
    before = len(layout_items())
    assert len(tab_order(form)) == 7
    assert len(layout_items()) == before
    layout = form.layout()
    assert layout is not None
    assert layout.itemAt(0) is not None
    assert len(layout_items()) == before + 1


def test_a_flow_holds_no_item_of_a_layout(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow, before = Flow(8, holder), len(layout_items())
    for _ in range(3):
        flow.fill([QPushButton("one"), QPushButton("two")])
        holder.show()
        QTest.qWait(1)
    assert [widget.isVisible() for widget in flow.widgets] == [True, True]
    assert len(layout_items()) == before


def test_a_button_that_came_later_stands_where_it_is_seen(qtbot: QtBot) -> None:
    """The banner's buttons are made with the verdict, long after all other widgets."""
    hand = left_hand(qtbot)
    states.wrong_key(hand.window)
    states.settle(hand.window)
    frame = hand.window.centralWidget()
    assert frame is not None
    order = tab_order(frame)
    offered = [order.index(w) for w in hand.banner.findChildren(QAbstractButton) if w in order]
    assert offered
    assert max(offered) < order.index(hand.find(QWidget, "payloadSearchEdit"))

"""The share path beside a ticket: everything of it is seen at 1280x800, and the code is large."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.share_paths import Options, Parameter, SharePath
from inspector.window.qr_panel.qr_view import QrView
from inspector.window.qr_panel.target_chooser import TargetChooser
from inspector.window.state.undo import Step
from inspector.window.widgets.column import ScrollColumn
from tests.gallery.cut_texts import cut_texts
from tests.window.hands import Hands, hands_on

APP_ID = "wx0123456789abcdef"
PATH = SharePath(
    "packageGoods/detail",
    (Parameter("id", "8821"), Parameter("from", "chat"), Parameter("goods", "1", enabled=False)),
)


def crafted(qtbot: QtBot, language: str = "en") -> Hands:
    """Return a window of 1280x800 with a path that has a code."""
    hands = hands_on(qtbot, language)
    hands.window.resize(1280, 800)
    path = hands.window.state.path
    path.set_options(Options(APP_ID, "trial"))
    path.set_share_path(PATH, Step.EDIT_PATH)
    path.set_target("trial_link")
    view = hands.find(QrView, "qrView")
    qtbot.waitUntil(lambda: view.code is not None and view.isVisible())
    return hands


def is_whole(widget: QWidget) -> bool:
    """Say whether all of a widget is in view."""
    seen = widget.visibleRegion().boundingRect()
    return bool(seen == QRect(QPoint(0, 0), widget.size()))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_path_what_the_page_receives_and_code_are_in_view(qtbot: QtBot, language: str) -> None:
    hands = crafted(qtbot, language)
    view = hands.find(QrView, "qrView")
    for name in ("sharePathEdit", "onLoadView"):
        box = hands.find(QPlainTextEdit, name)
        qtbot.waitUntil(lambda box=box: is_whole(box))  # type: ignore[misc]
        assert not box.verticalScrollBar().isVisible()
    qtbot.waitUntil(lambda: view.pixels_a_module() >= 3)
    chooser = hands.find(TargetChooser, "targetCombo")
    assert is_whole(chooser)
    assert chooser.width() >= chooser.title_width()
    assert is_whole(hands.find(QLineEdit, "app_idOption"))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_among_stacked_panels_nothing_has_to_be_scrolled_to_within_one(
    qtbot: QtBot, language: str
) -> None:
    hands = crafted(qtbot, language)
    hands.window.state.path.take_text("/pages/a?id=8821&from=%E7%BE%A4&title=%25E6%2598%25A5")
    hands.window.resize(820, 700)
    hands.window.show_workspace("share_path")
    column = hands.window.panels.share_path.findChild(ScrollColumn)
    assert isinstance(column, ScrollColumn)
    content = column.widget()
    assert content is not None
    qtbot.waitUntil(lambda: content.height() == content.heightForWidth(content.width()))
    qtbot.waitUntil(lambda: column.viewport().height() >= content.height())


def test_the_link_is_copied_where_the_code_says_it(qtbot: QtBot) -> None:
    hands = crafted(qtbot)
    text = hands.find(QPlainTextEdit, "targetText")
    copy = hands.find(QPushButton, "copyLink")
    assert copy.isVisible()
    assert not text.isVisible()
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == hands.window.state.path.link.text
    hands.window.state.path.set_target("share_message")
    qtbot.waitUntil(text.isVisible)
    assert not copy.isVisible()


def test_a_missing_app_id_is_asked_for_and_its_reason_stands_below(qtbot: QtBot) -> None:
    hands = crafted(qtbot)
    hands.window.state.path.set_options(Options(None, "trial"))
    reason = hands.find(QLabel, "app_idReason")
    qtbot.waitUntil(reason.isVisible)
    app_id = hands.find(QLineEdit, "app_idOption")
    assert app_id.isVisible()
    app_id.setFocus()
    QTest.keyClicks(app_id, APP_ID)
    assert app_id.hasFocus()
    qtbot.waitUntil(hands.find(QrView, "qrView").isVisible)
    assert not reason.isVisible()


def test_the_code_is_large_whatever_its_buttons_would_like(qtbot: QtBot) -> None:
    hands = crafted(qtbot)
    view = hands.find(QrView, "qrView")
    for value, least in (("1", 3), ("chat", 3), ("群聊", 2), ("群聊群聊", 2)):  # fonts differ
        path = SharePath("packageGoods/detail", (Parameter("from", value),))
        hands.window.state.path.set_share_path(path, Step.EDIT_PATH)
        text = hands.window.state.path.link.text
        qtbot.waitUntil(lambda text=text: view.code is not None and view.code.text == text)  # type: ignore[misc]
        qtbot.waitUntil(lambda least=least: view.pixels_a_module() >= least)  # type: ignore[misc]


def test_in_the_workspace_of_paths_everything_has_its_title_again(qtbot: QtBot) -> None:
    hands = crafted(qtbot)
    header = hands.table.horizontalHeader()
    assert not header.isVisible()
    hands.window.show_workspace("share_path")
    qtbot.waitUntil(header.isVisible)
    assert hands.find(QPlainTextEdit, "targetText").isVisible()
    assert not hands.find(QPushButton, "copyLink").isVisible()
    assert hands.find(QPushButton, "copyOnLoadCode").text() == "Copy the code that decodes"


def test_the_card_of_the_path_is_no_higher_than_what_stands_in_it(qtbot: QtBot) -> None:
    hands = crafted(qtbot)
    hands.window.resize(1440, 1000)
    column = hands.window.panels.share_path.findChild(ScrollColumn)
    assert isinstance(column, ScrollColumn)
    qtbot.waitUntil(lambda: not column.verticalScrollBar().isVisible())
    inner = column.widget()
    assert inner is not None
    assert column.height() - inner.minimumSizeHint().height() <= 2


def test_a_path_made_in_its_own_workspace_fits_beside_a_ticket_at_once(qtbot: QtBot) -> None:
    hands = hands_on(qtbot)  # remembers the height of an empty path when it leaves Inspect
    hands.window.resize(1280, 800)
    hands.window.show_workspace("share_path")
    path = hands.window.state.path
    path.set_options(Options(APP_ID, "trial"))
    path.set_share_path(PATH, Step.EDIT_PATH)
    path.set_target("trial_link")
    hands.window.show_workspace("inspect")
    arrives = hands.find(QPlainTextEdit, "onLoadView")
    qtbot.waitUntil(lambda: is_whole(arrives))
    view = hands.find(QrView, "qrView")
    qtbot.waitUntil(lambda: view.pixels_a_module() >= 3)


def test_a_form_without_a_code_has_the_whole_width_for_its_text(qtbot: QtBot) -> None:
    hands = hands_on(qtbot)
    hands.window.resize(1280, 800)
    path = hands.window.state.path
    path.set_share_path(PATH, Step.EDIT_PATH)
    path.set_target("compile_mode")
    hands.window.show_workspace("share_path")
    text = hands.find(QPlainTextEdit, "targetText")
    qtbot.waitUntil(lambda: text.width() > hands.window.panels.qr.width() * 0.8)
    assert not text.verticalScrollBar().isVisible()
    scene = hands.find(QPushButton, "sceneOption")
    assert scene.width() >= scene.sizeHint().width()


def test_what_the_rows_do_not_mark_stands_before_what_the_page_receives(qtbot: QtBot) -> None:
    hands = crafted(qtbot)
    findings = hands.find(QWidget, "pathFindings")
    arrives = hands.find(QPlainTextEdit, "onLoadView")

    def stands_above() -> bool:
        top = findings.mapTo(hands.window, QPoint(0, 0)).y()
        return top < arrives.mapTo(hands.window, QPoint(0, 0)).y()

    path = hands.window.state.path
    encoded = SharePath("packageGoods/detail", (Parameter("title", "%E6%98%A5"),))
    path.set_share_path(encoded, Step.EDIT_PATH)
    qtbot.waitUntil(lambda: findings.isVisible() and not stands_above())
    hands.window.show_workspace("share_path")
    qtbot.waitUntil(stands_above)
    hands.window.show_workspace("inspect")
    path.set_target("share_message")
    path.set_share_path(SharePath("pages/a", (Parameter("v", "x" * 3000),)), Step.EDIT_PATH)
    qtbot.waitUntil(lambda: findings.isVisible() and stands_above())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_by_how_much_a_limit_is_passed_is_whole(qtbot: QtBot, language: str) -> None:
    hands = crafted(qtbot, language)
    path = hands.window.state.path
    path.set_target("share_message")
    path.set_share_path(SharePath("pages/a", (Parameter("v", "x" * 9000),)), Step.EDIT_PATH)
    findings = hands.find(QWidget, "pathFindings")
    said = [text for text in findings.findChildren(QLabel) if "6963" in text.text()]
    assert said
    qtbot.waitUntil(lambda: all(is_whole(text) for text in said))
    qtbot.waitUntil(lambda: cut_texts(hands.window) == [])


@pytest.mark.parametrize("between", ["reports", "share_path"])
def test_the_title_row_is_the_same_after_another_workspace(qtbot: QtBot, between: str) -> None:
    hands = crafted(qtbot)
    as_text, fold = (
        hands.find(QToolButton, n) for n in ("parametersAsText", "foldSharePathButton")
    )
    for workspace in (between, "inspect", between, "inspect"):
        hands.window.show_workspace(workspace)
    qtbot.waitUntil(lambda: is_whole(as_text) and is_whole(fold))
    assert as_text.geometry().right() < fold.geometry().left()

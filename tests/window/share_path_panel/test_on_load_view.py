from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from tests.window.hands import Hands


def test_the_page_receives_values_encoded_and_is_told_to_decode_once(hands: Hands) -> None:
    hands.window.show_workspace("share_path")
    hands.window.state.path.take_text("/pages/a?id=1&from=%E7%BE%A4")
    view = hands.find(QPlainTextEdit, "onLoadView")
    assert view.isVisible()
    assert view.toPlainText() == "id: '1'\nfrom: '%E7%BE%A4' → '群'"
    assert "does not decode" in hands.find(QLabel, "onLoadAdvice").text()
    hands.find(QPushButton, "copyOnLoadCode").click()
    assert "decodeURIComponent(options.from" in QGuiApplication.clipboard().text()


def test_an_unlimited_code_hands_over_one_scene(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1&x=2")
    hands.window.state.path.set_target("code_unlimited")
    text = hands.find(QPlainTextEdit, "onLoadView").toPlainText()
    assert text == "scene: 'id%3D1%26x%3D2' → 'id=1&x=2'"


def test_a_huge_value_wraps_and_leaves_the_panel_its_width(hands: Hands) -> None:
    hands.window.show_workspace("share_path")
    panel = hands.window.panels.share_path
    before = panel.minimumSizeHint().width()
    hands.window.state.path.take_text("/pages/a?id=" + "x" * 20_000)
    assert panel.minimumSizeHint().width() == before
    view = hands.find(QPlainTextEdit, "onLoadView")
    assert view.horizontalScrollBar().maximum() < view.viewport().width() / 10


def test_no_parameters_are_told(hands: Hands) -> None:
    hands.window.show_workspace("share_path")
    hands.window.state.path.take_text("/pages/a")
    view = hands.window.findChild(QPlainTextEdit, "onLoadView")
    assert view is None or not view.isVisible()
    assert "no parameters" in hands.find(QLabel, "onLoadAdvice").text()

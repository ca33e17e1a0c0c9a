from __future__ import annotations

from PySide6.QtWidgets import QLabel, QToolButton

from tests.window.hands import Hands


def test_the_page_receives_values_encoded_and_is_told_to_decode_once(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1&from=%E7%BE%A4")
    options, code = hands.find(QLabel, "arrivalOptions"), hands.find(QLabel, "arrivalCode")
    assert not options.isVisible()
    hands.find(QToolButton, "arrivalToggle").click()
    assert options.isVisible()
    assert options.text() == "id = '1'\nfrom = '%E7%BE%A4'"
    assert "decodeURIComponent(options.from" in code.text()


def test_an_unlimited_code_hands_over_one_scene(hands: Hands) -> None:
    hands.window.state.path.take_text("/pages/a?id=1&x=2")
    hands.window.state.path.set_target("code_unlimited")
    assert hands.find(QLabel, "arrivalOptions").text() == "scene = 'id%3D1%26x%3D2'"

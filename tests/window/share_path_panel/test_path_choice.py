"""A text with several paths offers them all."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from tests.window.hands import Hands

LINES = "/pages/a?id=1\n/pages/b?id=2\n/pages/c"
MODES = """{"condition": {"miniprogram": {"current": 1, "list": [
    {"name": "x", "pathName": "pages/a", "query": "id=1", "scene": null},
    {"name": "y", "pathName": "pages/b", "query": "id=2", "scene": 1044}]}}}"""


def choose(box: QComboBox, place: int) -> None:
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_another_path_is_taken_by_a_choice(hands: Hands) -> None:
    path = hands.window.state.path
    hands.window.show_workspace("share_path")
    box = hands.find(QComboBox, "pathChoice")
    assert not box.isVisible()
    path.take_text(LINES)
    assert box.isVisible()
    texts = [box.itemText(place) for place in range(box.count())]
    assert texts == ["/pages/a?id=1", "/pages/b?id=2", "/pages/c"]
    choose(box, 1)
    assert hands.line.toPlainText() == "/pages/b?id=2"
    assert box.isVisible()
    choose(box, 2)
    assert hands.line.toPlainText() == "/pages/c"
    hands.window.state.undo.undo()
    assert hands.line.toPlainText() == "/pages/b?id=2"
    path.take_text("/pages/d?id=4")
    assert not box.isVisible()


@pytest.mark.parametrize(("place", "scene", "name"), [(0, 1044, "y"), (1, 0, "x")])
def test_the_current_mode_comes_first_with_its_scene(
    hands: Hands, place: int, scene: int, name: str
) -> None:
    path = hands.window.state.path
    path.take_text(MODES)
    choose(hands.find(QComboBox, "pathChoice"), place)
    assert path.draft.target == "compile_mode"
    assert (path.draft.options.scene, path.draft.options.title) == (scene, name)

"""The name of the form stands whole in the column that is its own."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from inspector.share_paths import Options
from inspector.share_paths.target import targets
from inspector.window.qr_panel.target_chooser import FUNCTION, TargetChooser
from tests.window.hands import Hands


@pytest.mark.parametrize("width", [1200, 1280, 1440, 1700])
def test_no_name_gives_way_to_the_app_id_beside_it(hands: Hands, qtbot: QtBot, width: int) -> None:
    hands.window.resize(width, 800)
    hands.window.show_workspace("inspect")
    path = hands.window.state.path
    path.take_text("/pages/a?id=1")
    chooser = hands.find(TargetChooser, "targetCombo")
    panel = hands.window.panels.qr
    for target in targets():
        path.set_target(target.name)

        def is_whole() -> bool:
            room = panel.body.contentsRect().width()
            return chooser.width() >= min(chooser.title_width(), room)

        qtbot.waitUntil(is_whole)


def test_where_a_name_is_too_wide_the_platforms_own_stands(hands: Hands, qtbot: QtBot) -> None:
    hands.window.show_workspace("share_path")
    hands.window.state.path.set_options(Options("wx0123456789abcdef"))
    chooser = hands.find(TargetChooser, "targetCombo")
    hands.window.state.path.set_target("open_tag")
    title = chooser.currentText()
    short = FUNCTION.sub(r"\1", title)
    assert short == "wx-open-launch-weapp"
    whole = chooser.title_width()
    chooser.setMinimumWidth(whole)
    qtbot.waitUntil(lambda: chooser.width() >= whole)
    chooser.setFixedWidth(whole - 8)
    qtbot.waitUntil(lambda: chooser.width() == whole - 8)
    narrow = QPixmap(chooser.size())
    chooser.render(narrow)
    chooser.setItemText(chooser.currentIndex(), short)
    same = QPixmap(chooser.size())
    chooser.render(same)
    assert narrow.toImage() == same.toImage()

"""The compile modes of an opened project are listed, and one fills the builder."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.share_paths.project import open_project
from inspector.window.dialogs.modes_dialog import ModesDialog
from tests.window.hands import hands_on

MODES = [
    {"name": "card", "pathName": "pages/a/b", "query": "id=1&n=%E7%BE%A4", "scene": 1044},
    {"name": "home", "pathName": "pages/c", "query": "", "scene": None},
]


def test_a_mode_of_the_project_is_taken(qtbot: QtBot, tmp_path: Path) -> None:
    hands = hands_on(qtbot)
    actions = {action.objectName(): action for action in hands.window.actions()}
    (tmp_path / "app.json").write_text('{"pages": ["pages/a/b", "pages/c"]}')
    config = {"condition": {"miniprogram": {"current": 0, "list": MODES}}}
    (tmp_path / "project.config.json").write_text(json.dumps(config))
    hands.window.state.path.set_project(open_project(tmp_path))
    actions["path.modes"].trigger()
    dialog = hands.find(ModesDialog, "modesDialog")
    rows = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    shown = [[row.text(column) for column in range(4)] for row in rows if row is not None]
    assert shown == [
        ["card", "pages/a/b", "id=1&n=%E7%BE%A4", "1044"],
        ["home", "pages/c", "", ""],
    ]
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    draft = hands.window.state.path.draft
    assert draft.share_path.page == "pages/a/b"
    assert [parameter.value for parameter in draft.share_path.parameters] == ["1", "群"]
    assert (draft.target, draft.options.scene) == ("compile_mode", 1044)


def test_a_project_without_modes_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    hands = hands_on(qtbot)
    (tmp_path / "app.json").write_text('{"pages": ["pages/a"]}')
    dialog = ModesDialog(open_project(tmp_path), hands.window.context, hands.window)
    qtbot.addWidget(dialog)
    assert dialog.list.topLevelItemCount() == 0
    use = dialog.findChild(QPushButton, "useMode")
    assert use is not None
    assert not use.isEnabled()

"""One key gives the compile mode or trial link that opens as the real route does."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.share_paths import Options, parse, render
from inspector.share_paths.target import Target, targets
from inspector.window.state.path_state import Draft
from inspector.window.state.undo import Step
from tests.window.hands import Hands

APP_ID = "wx0123456789abcdef"
ROUTES = [target for target in targets() if target.use != "devtools"]


@pytest.mark.parametrize("target", ROUTES, ids=[target.name for target in ROUTES])
def test_every_route_has_its_compile_mode(hands: Hands, target: Target) -> None:
    path = hands.window.state.path
    options = Options(app_id=APP_ID, base_url="https://example.com/a")
    share_path = parse("/pages/a?id=7").share_path
    path.set_draft(Draft(share_path, target.name, options), Step.TAKE_PATH)
    hands.window.show_workspace("inspect")
    QTest.keyClick(
        hands.line,
        Qt.Key.Key_T,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert hands.window.workspace == "share_path"
    assert path.draft.target == "compile_mode"
    like = Options(app_id=APP_ID, base_url="https://example.com/a", like=target.name)
    assert path.link.text == render(share_path, "compile_mode", like).text
    assert json.loads(path.link.text)["scene"] == target.scene
    hands.window.state.undo.undo()
    assert path.draft == Draft(share_path, target.name, options)


def test_another_form_is_itself_again(hands: Hands) -> None:
    path = hands.window.state.path
    path.take_text('{"scene": "id=7", "page": "pages/a", "check_path": true}')
    before = path.draft
    path.test_as_used("trial_link")
    assert "scene%3Did%253D7" in path.link.text
    path.test_as_used("compile_mode")
    assert path.draft.options.like == "code_unlimited"
    path.set_target("code_unlimited")
    assert path.draft == before
    path.test_as_used("compile_mode")
    path.take_text("/pages/b?x=1")
    assert path.draft.options.like is None

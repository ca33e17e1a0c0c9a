"""App id, version and address are kept by name and switched together."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.share_paths import Options
from inspector.window.dialogs.environments_dialog import EnvironmentsDialog
from inspector.window.state.settings import Key
from tests.window.hands import Hands, hands_on

STAGING = Options("wx0123456789abcdef", "trial", "https://staging.example.com/a")
LIVE = Options("wxfedcba9876543210", None, "https://example.com/a")


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return hands_on(qtbot)


def test_one_key_switches_all_three(hands: Hands, qtbot: QtBot) -> None:
    state = hands.window.state
    for name, options in (("live", LIVE), ("staging", STAGING)):
        state.path.set_options(options)
        state.environments.save(name)
    alt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    seen = []
    for _ in range(3):
        QTest.keyClick(hands.line, Qt.Key.Key_E, alt)
        seen.append(state.path.draft.options)
    assert seen == [LIVE, STAGING, LIVE]
    state.undo.undo()
    assert state.environments.current != state.environments.all[0]
    hands.window.close()
    again = hands_on(qtbot).window.state.environments
    assert [each.name for each in again.all] == ["live", "staging"]


def test_a_switch_leaves_scene_and_title(hands: Hands) -> None:
    state = hands.window.state
    state.path.set_options(LIVE)
    state.environments.save("live")
    state.path.set_options(Options("wx0123456789abcdef", "trial", None, scene=1011, title="t"))
    assert state.environments.current is None
    state.environments.use_next()
    assert state.path.draft.options == Options(LIVE.app_id, None, LIVE.base_url, 1011, "t")


@pytest.mark.parametrize("kept", ["", "{", "[1]", '[{"x": 1}]', '[{"name": 1}]', "[[]]", "5"])
def test_strange_settings_give_none(hands: Hands, kept: str) -> None:
    hands.window.state.settings.set(Key.ENVIRONMENTS, kept)
    assert hands.window.state.environments.all == ()
    hands.window.state.environments.use_next()


def test_they_are_saved_used_and_removed_in_their_window(hands: Hands) -> None:
    state = hands.window.state
    state.path.set_options(STAGING)
    actions = {action.objectName(): action for action in hands.window.actions()}
    actions["path.environments"].trigger()
    dialog = hands.find(EnvironmentsDialog, "environmentsDialog")
    save, *chosen = (
        hands.find(QPushButton, f"{verb}Environment") for verb in ("save", "use", "remove")
    )
    assert not any(button.isEnabled() for button in (save, *chosen))
    QTest.keyClicks(dialog.name, "staging")
    assert save.isEnabled()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    text = "staging · wx0123456789abcdef · Trial · https://staging.example.com/a"
    assert [dialog.list.item(n).text() for n in range(dialog.list.count())] == [text]
    state.path.set_options(LIVE)
    dialog.list.setCurrentRow(0)
    assert all(button.isEnabled() for button in chosen)
    dialog._remove()
    assert not any(button.isEnabled() for button in chosen)
    assert state.environments.all == ()
    dialog.close()


def test_a_password_in_the_address_is_not_kept(hands: Hands) -> None:
    state = hands.window.state
    state.path.set_options(Options(None, None, "https://me:secret@example.com/a?b=1"))
    state.environments.save("live")
    assert state.environments.all[0].base_url == "https://example.com/a?b=1"
    assert "secret" not in state.settings.text(Key.ENVIRONMENTS)

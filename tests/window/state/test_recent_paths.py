"""Paths that were made by hand are at hand again, with their forms, at the next start."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.share_paths import Options
from inspector.window.dialogs.recent_dialog import RecentDialog
from inspector.window.state.recent_paths import MOST
from inspector.window.state.settings import Key
from tests.window.hands import Hands, hands_on

PASTED = "weixin://dl/business/?appid=wxfedcba9876543210&path=pages/x&query=token%3Dpasted"


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return hands_on(qtbot)


def names(hands: Hands) -> list[str]:
    return [entry.name for entry in hands.window.state.recent.all]


def test_what_was_made_by_hand_is_offered_at_the_next_start(hands: Hands, qtbot: QtBot) -> None:
    state = hands.window.state
    state.path.set_target("trial_link")
    state.path.set_options(Options("wx0123456789abcdef", "trial"))
    QTest.keyClicks(hands.page, "pages/a")
    state.path.take_text(PASTED)
    QTest.keyClicks(hands.page, "y")
    hands.window.close()
    again = hands_on(qtbot)
    assert names(again) == ["/pages/xy?token=pasted", "/pages/a"]
    actions = {action.objectName(): action for action in again.window.actions()}
    actions["path.recent"].trigger()
    dialog = again.find(RecentDialog, "recentDialog")
    assert (
        dialog.list.item(1).text() == "/pages/a · Trial-version link · wx0123456789abcdef · Trial"
    )
    dialog.list.setCurrentRow(1)
    dialog._use()
    draft = again.window.state.path.draft
    assert (draft.share_path.page, draft.target) == ("pages/a", "trial_link")
    assert (draft.options.app_id, draft.options.env) == ("wx0123456789abcdef", "trial")
    again.window.state.undo.undo()
    assert again.page.text() == "pages/xy"


def test_an_empty_list_offers_nothing_to_use_or_clear(hands: Hands) -> None:
    dialog = RecentDialog(hands.window.context, hands.window)
    offered = [dialog.findChild(QPushButton, name) for name in ("forgetRecent", "useRecent")]
    assert [button and button.isEnabled() for button in offered] == [False, False]


def test_form_and_version_are_called_as_in_the_form_itself(qtbot: QtBot) -> None:
    hands = hands_on(qtbot, language="zh_CN")
    path = hands.window.state.path
    path.set_target("trial_link")
    path.set_options(Options("wx0123456789abcdef", "trial"))
    QTest.keyClicks(hands.page, "pages/a")
    path.take_text(PASTED)
    dialog = RecentDialog(hands.window.context, hands.window)
    assert dialog.list.item(0).text() == "/pages/a · 体验版链接 · wx0123456789abcdef · 体验版"


def test_a_path_that_was_only_pasted_is_not_kept(hands: Hands) -> None:
    state = hands.window.state
    state.path.take_text(PASTED)
    state.path.take_text("/pages/b?id=1")
    hands.window.close()
    assert names(hands) == []
    assert state.settings.text(Key.RECENT_PATHS) == ""


def test_each_stands_once_and_the_oldest_go(hands: Hands) -> None:
    recent = hands.window.state.recent
    draft = hands.window.state.path.draft
    for number in [*range(MOST + 5), 20]:
        path = type(draft.share_path)(f"pages/p{number}")
        recent.keep(type(draft)(path, "share_message", Options(project="/somewhere")))
    assert len(recent.all) == MOST
    assert [entry.name for entry in recent.all[:2]] == ["/pages/p20", f"/pages/p{MOST + 4}"]
    assert "somewhere" not in hands.window.state.settings.text(Key.RECENT_PATHS)
    recent.forget()
    assert recent.all == ()


@pytest.mark.parametrize("kept", ["", "{", "5", "[1]", '[{"name": 1, "page": "a"}]', "[[]]"])
def test_strange_settings_give_none(hands: Hands, kept: str) -> None:
    hands.window.state.settings.set(Key.RECENT_PATHS, kept)
    assert hands.window.state.recent.all == ()


def test_a_path_is_kept_once_and_without_what_it_is_like(hands: Hands) -> None:
    state = hands.window.state
    QTest.keyClicks(hands.page, "pages/a")
    made = state.path.draft
    like = replace(made, options=replace(made.options, like="code"))
    for draft in (made, like, made):
        state.recent.keep(draft)
    assert names(hands) == ["/pages/a"]
    assert state.recent.all[0].options.like is None

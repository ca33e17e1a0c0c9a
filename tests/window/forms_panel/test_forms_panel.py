"""All forms of a path at once: whole texts, reasons, and the AppID asked where it is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from inspector.share_paths import render
from inspector.share_paths.target import targets
from inspector.window.forms_panel.app_id_row import AppIdRow
from inspector.window.forms_panel.form_card import FormCard
from inspector.window.qr_panel.qr_view import QrView
from inspector.window.widgets.growing_edit import GrowingEdit
from tests.window.commands import run
from tests.window.hands import Hands

APP_ID = "wx0123456789abcdef"


def card(hands: Hands, name: str) -> FormCard:
    return hands.find(FormCard, f"form_{name}")


def text(hands: Hands, name: str) -> str:
    edit = card(hands, name).findChild(GrowingEdit, "formText")
    assert isinstance(edit, GrowingEdit)
    return edit.toPlainText() if edit.isVisible() else ""


def craft(hands: Hands, path: str, app_id: str = "") -> None:
    hands.window.show_workspace("share_path")
    for _ in range(1000):  # cards are made a few at a time
        if len(hands.window.findChildren(FormCard)) == len(targets()):
            break
        QTest.qWait(5)
    hands.window.state.path.set_target("navigate")
    hands.window.state.path.take_text(path)
    asked = hands.find(QLineEdit, "formsAppId")
    if app_id:
        asked.setFocus()
        QTest.keyClicks(asked, app_id)


def test_every_form_shows_its_whole_text(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1&from=%E7%BE%A4", APP_ID)
    state = hands.window.state.path
    draft = state.draft
    links = {t.name: render(draft.share_path, t.name, draft.options) for t in targets()}
    fit = [name for name, link in links.items() if link.cause is None and name != "navigate"]
    assert len(fit) > 8
    whole = {name: links[name].text for name in fit}
    qtbot.waitUntil(lambda: {name: text(hands, name) for name in fit} == whole)


def test_before_a_path_is_begun_no_form_is_counted_or_offered(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1")
    qtbot.waitUntil(lambda: text(hands, "share_message") != "")
    run(hands.window, "path.clear")
    cards = hands.window.findChildren(FormCard)
    qtbot.waitUntil(lambda: not any(card.usable for card in cards))
    qtbot.waitUntil(lambda: not any(card._state.isVisible() for card in cards))
    qtbot.waitUntil(lambda: not any(card._copy.isVisible() for card in cards))


def test_a_path_that_was_not_begun_when_its_link_was_made_is_not_offered(hands: Hands) -> None:
    """Forms are filled in turns: another draft may be there by the last of them."""
    craft(hands, "/pages/a?id=1")
    one, draft = card(hands, "share_message"), hands.window.state.path.draft
    link = render(draft.share_path, "share_message", draft.options)
    one.show_link(link, blank=False)
    assert one.usable
    one.show_link(link, blank=True)
    assert not one.usable


def test_a_form_that_cannot_be_used_gives_the_reason_instead(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?from=%E7%BE%A4", APP_ID)
    reason = card(hands, "code_unlimited").findChild(QLabel, "formReason")
    assert isinstance(reason, QLabel)
    qtbot.waitUntil(lambda: "群" in reason.text())
    assert text(hands, "code_unlimited") == ""
    assert reason.property("tone") == "err"


def test_a_form_over_a_limit_that_is_only_reported_says_what_to_do_beside_copy(
    hands: Hands, qtbot: QtBot
) -> None:
    craft(hands, "/pages/a?id=" + "1" * 2100)
    form = card(hands, "share_message")
    reason, copy = form.findChild(QLabel, "formReason"), form.findChild(QPushButton, "copyForm")
    assert isinstance(reason, QLabel)
    assert isinstance(copy, QPushButton)
    link = render(hands.window.state.path.draft.share_path, "share_message")
    over = next(finding for finding in link.findings if finding.code == "too_long")
    messages = hands.window.context.messages
    qtbot.waitUntil(lambda: reason.text() == messages.finding(over).advice)
    assert reason.property("tone") == "err"
    assert any("2048" in each.text() for each in form.findChildren(QLabel)), "the numbers, once"
    assert copy.accessibleDescription() == messages.advised(over)
    hands.window.state.path.set_target("share_message")
    qtbot.waitUntil(lambda: reason.text() == "It is shown above.")
    assert reason.property("tone") != "err"


def test_the_app_id_is_not_asked_twice(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1")
    asked = hands.find(QLineEdit, "formsAppId")
    qtbot.waitUntil(asked.isVisible)
    hands.window.state.path.set_target("trial_link")
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert hands.find(QLineEdit, "app_idOption").isVisible()
    hands.window.state.path.set_target("share_message")
    qtbot.waitUntil(asked.isVisible)


def test_the_app_id_is_asked_once_for_all_forms_that_need_it(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1")
    asked = hands.find(QLineEdit, "formsAppId")
    qtbot.waitUntil(lambda: asked.isVisible() and not card(hands, "trial_link").isVisible())
    asked.setFocus()
    QTest.keyClicks(asked, APP_ID)
    qtbot.waitUntil(lambda: f"appid={APP_ID}" in text(hands, "trial_link"))
    assert asked.isVisible(), "it stays while it is being typed"


def test_a_form_is_copied_whole_and_says_so(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1")
    qtbot.waitUntil(lambda: text(hands, "share_message") != "")
    copy = card(hands, "share_message").findChild(QPushButton, "copyForm")
    assert isinstance(copy, QPushButton)
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "/pages/a?id=1"
    assert "✓" in copy.text()


def test_a_click_on_a_form_draws_its_code_above(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1", APP_ID)
    trial = card(hands, "trial_link")
    qtbot.waitUntil(trial.isVisible)
    QTest.mouseClick(trial, Qt.MouseButton.LeftButton)
    view = hands.find(QrView, "qrView")
    qtbot.waitUntil(view.isVisible)
    assert hands.window.state.path.draft.target == "trial_link"
    # It stands above, and is not shown twice.
    qtbot.waitUntil(lambda: text(hands, "trial_link") == "")


def test_groups_say_how_many_of_their_forms_can_be_used(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1")
    jump = hands.find(QPushButton, "jump_scan")
    qtbot.waitUntil(lambda: jump.text().endswith(" 0"))
    craft(hands, "/pages/a?id=1", APP_ID)
    qtbot.waitUntil(lambda: jump.text().endswith(" 2"))


def test_a_few_forms_that_need_the_app_id_are_named_and_the_others_counted(hands: Hands) -> None:
    row = hands.window.findChild(AppIdRow)
    assert isinstance(row, AppIdRow)
    words = [each for each in row.findChildren(QLabel) if each.property("role") == "note"]
    row.show_waiting(["One", "Two", "Three"])
    assert words[0].text() == "Needed by: One, Two, Three"
    row.show_waiting(["One", "Two", "Three", "Four"])
    assert words[0].text() == "Needed by One, Two and 2 more forms"
    assert "Four" in words[0].toolTip()

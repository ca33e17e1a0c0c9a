"""The right column's lower half, driven as a person would; every code is read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from inspector.share_paths import find_target
from inspector.share_paths.target import targets
from inspector.window.dialogs.scene_dialog import SceneDialog
from inspector.window.qr_panel.full_screen import FullScreenCode
from inspector.window.qr_panel.qr_view import QrView
from inspector.window.qr_panel.save_dialog import SaveCodeDialog
from inspector.window.widgets.notice import Notice
from tests.qr.reading import texts_in
from tests.window.hands import Hands, hands_on

APP_ID = "wx0123456789abcdef"
TRIAL = f"https://open.weixin.qq.com/sns/getexpappinfo?appid={APP_ID}&path={{}}#wechat-redirect"
LINK_1 = TRIAL.format("pages/a.html%3Fid%3D1")


def shown(hands: Hands, qtbot: QtBot) -> list[str]:
    """Wait until the code of the current text is drawn and read it from the screen."""
    view = hands.find(QrView, "qrView")
    text = hands.find(QPlainTextEdit, "targetText")

    def drawn() -> bool:
        return view.code is not None and view.code.text == text.toPlainText()

    qtbot.waitUntil(drawn)
    return texts_in(view.grab().toImage())


def choose(hands: Hands, name: str) -> None:
    chooser = hands.find(QComboBox, "targetCombo")
    chooser.setCurrentIndex(chooser.findData(name))


def craft(hands: Hands, text: str) -> None:
    """Craft a path whose trial link opens something when its code is scanned."""
    choose(hands, "trial_link")
    hands.find(QLineEdit, "app_idOption").setText(APP_ID)
    hands.window.state.path.take_text(text)


@pytest.mark.parametrize("height", [640, 800, 1000])
def test_the_frame_around_a_request_is_whole(qtbot: QtBot, height: int) -> None:
    hands = hands_on(qtbot)
    hands.window.show_workspace("share_path")
    hands.window.resize(1280, height)
    hands.window.state.path.take_text("pages/index/index?id=5")
    choose(hands, "code_unlimited")
    text = hands.find(QPlainTextEdit, "targetText")
    qtbot.waitUntil(lambda: "check_path" in text.toPlainText())
    qtbot.waitUntil(lambda: text.visibleRegion().boundingRect() == text.rect())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_code_on_the_screen_says_the_text(qtbot: QtBot, theme: str) -> None:
    hands = hands_on(qtbot, theme=theme)
    QTest.keyClicks(hands.page, "pages/index/index")
    choose(hands, "trial_link")
    app_id = hands.find(QLineEdit, "app_idOption")
    reason = hands.find(QLabel, "app_idReason")
    assert reason.isVisible()
    assert reason.text() == app_id.accessibleDescription() == "The AppID is missing."
    app_id.setFocus()
    QTest.keyClicks(app_id, APP_ID)
    wanted = TRIAL.format("pages/index/index.html")
    assert hands.find(QPlainTextEdit, "targetText").toPlainText() == wanted
    assert shown(hands, qtbot) == [wanted]
    mark = hands.find(QLabel, "readBackMark")
    qtbot.waitUntil(lambda: mark.accessibleName() == "Scan-checked ✓")
    assert mark.text() == "Scan-checked\N{NO-BREAK SPACE}✓"  # never alone in a line


def test_only_the_options_of_the_target_are_shown_and_they_are_remembered(qtbot: QtBot) -> None:
    hands = hands_on(qtbot)
    app_id, base = hands.find(QLineEdit, "app_idOption"), hands.find(QLineEdit, "base_urlOption")
    assert not app_id.isVisible()
    choose(hands, "trial_link")
    assert app_id.isVisible()
    assert not base.isVisible()
    QTest.keyClicks(app_id, APP_ID)
    hands.window.close()
    again = hands_on(qtbot)
    assert again.find(QComboBox, "targetCombo").currentData() == "trial_link"
    assert again.find(QLineEdit, "app_idOption").text() == APP_ID


def test_the_code_of_a_path_that_was_restored_is_drawn(qtbot: QtBot) -> None:
    hands = hands_on(qtbot)
    choose(hands, "trial_link")
    hands.find(QLineEdit, "app_idOption").setText(APP_ID)
    hands.page.setFocus()
    QTest.keyClicks(hands.page, "pages/a")
    hands.window.close()
    again = hands_on(qtbot)
    assert again.page.text() == "pages/a"
    assert shown(again, qtbot) == [TRIAL.format("pages/a.html")]


def test_the_counter_counts_what_the_platform_limits(hands: Hands, qtbot: QtBot) -> None:
    choose(hands, "code_unlimited")
    hands.window.state.path.take_text("/pages/a?id=" + "1" * 29)
    count = hands.find(QLabel, "targetCount")
    assert (count.text(), count.property("tone")) == ("32 / 32", "plain")
    hands.window.state.path.take_text("/pages/a?id=" + "1" * 30)
    assert (count.text(), count.property("tone")) == ("33 / 32", "err")
    assert count.toolTip() == count.accessibleName()
    assert "Shorten names and values" in count.accessibleName()
    hands.window.show_workspace("share_path")
    hands.window.resize(1280, 800)
    qtbot.waitUntil(lambda: count.text() == "33 / 32 · 1 too many")


def test_too_long_is_a_sentence_with_the_numbers(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?v=" + "x" * 3000)
    sentence = hands.find(QLabel, "codeSentence")
    qtbot.waitUntil(lambda: "at most 2953" in sentence.text())
    assert sentence.isVisible()
    assert not hands.find(QrView, "qrView").isVisible()
    assert not hands.find(QPushButton, "copyCode").isVisible()


@pytest.mark.parametrize(
    ("target", "said"),
    [("share_message", "open nothing"), ("code", "platform answers"), ("trial_link", "in red")],
)
def test_no_code_is_drawn_where_scanning_opens_nothing(
    hands: Hands, target: str, said: str
) -> None:
    choose(hands, target)
    hands.window.state.path.take_text("/pages/a?id=1")
    assert said in hands.find(QLabel, "codeSentence").text()
    assert not hands.find(QrView, "qrView").isVisible()
    assert hands.find(QrView, "qrView").code is None
    QTest.mouseClick(hands.find(QToolButton, "copyTargetText"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == hands.window.state.path.link.text


def test_the_chooser_has_every_target_with_its_meaning(hands: Hands) -> None:
    chooser = hands.find(QComboBox, "targetCombo")
    names = [chooser.itemData(row) for row in range(chooser.count()) if chooser.itemData(row)]
    assert len(names) == len(targets())
    for name in names:
        tip = chooser.itemData(chooser.findData(name), Qt.ItemDataRole.ToolTipRole)
        assert tip == find_target(name).opens


def test_copy_puts_a_picture_on_the_clipboard(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1")
    shown(hands, qtbot)
    QTest.mouseClick(hands.find(QPushButton, "copyCode"), Qt.MouseButton.LeftButton)
    assert texts_in(QGuiApplication.clipboard().image()) == [LINK_1]


def test_full_screen_follows_the_path_and_escape_closes_it(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1")
    shown(hands, qtbot)
    view = hands.find(QrView, "qrView")
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
    large = hands.find(FullScreenCode, "fullScreenCode")
    qtbot.waitUntil(large.isVisible)
    inner = large.findChild(QrView, "fullScreenQrView")
    assert isinstance(inner, QrView)
    assert texts_in(large.grab().toImage()) == [LINK_1]
    hands.window.state.path.take_text("/pages/b?id=2")
    qtbot.waitUntil(lambda: inner.code is not None and "pages/b.html" in inner.code.text)
    with qtbot.waitSignal(large.destroyed):
        QTest.keyClick(large, Qt.Key.Key_Escape)


def test_a_shorter_scene_is_offered_and_taken_undoably(hands: Hands) -> None:
    choose(hands, "code_unlimited")
    hands.window.state.path.take_text("/pages/a?identifier=12345&channel=autumn-campaign")
    offer = hands.find(Notice, "shortOffer")
    assert "A shorter form fits" in offer.text
    offer.acted.emit()
    assert len(hands.find(QLabel, "targetCount").text().split(" / ")[0]) == 2
    assert offer.isHidden()
    hands.window.state.undo.undo()
    assert hands.parameters[0] == (True, "identifier", "12345")


def test_a_code_is_saved_as_png_of_the_size_and_as_svg(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    craft(hands, "/pages/a?id=1")
    shown(hands, qtbot)
    QTest.mouseClick(hands.find(QPushButton, "saveCode"), Qt.MouseButton.LeftButton)
    dialog = hands.find(SaveCodeDialog, "saveCodeDialog")
    size = dialog.findChild(QSpinBox, "pictureSize")
    assert isinstance(size, QSpinBox)
    size.setValue(500)
    dialog._save([tmp_path / "code.png", tmp_path / "code.svg"])
    picture = QImage(str(tmp_path / "code.png"))
    assert (picture.width(), texts_in(picture)) == (500, [LINK_1])
    assert (tmp_path / "code.svg").read_text().startswith("<svg")


def test_the_scene_of_a_preview_is_chosen_from_the_table(hands: Hands) -> None:
    choose(hands, "ci_preview")
    hands.window.state.path.take_text("/pages/a?id=1")
    button = hands.find(QPushButton, "sceneOption")
    assert button.text().startswith("Scene 1044")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(hands.find(QLineEdit, "sceneSearch"), "1008")
    hands.find(QListWidget, "sceneList").setCurrentRow(0)
    assert button.text().startswith("Scene 1008")
    assert "1008" in hands.window.state.path.link.text
    hands.find(SceneDialog, "sceneDialog").close()


def test_the_menu_of_a_code_is_not_waited_for(hands: Hands, qtbot: QtBot) -> None:
    craft(hands, "/pages/a?id=1")
    shown(hands, qtbot)
    view = hands.find(QrView, "qrView")
    place = view.rect().center()
    mouse = QContextMenuEvent.Reason.Mouse
    QGuiApplication.sendEvent(view, QContextMenuEvent(mouse, place, view.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [a.text() for a in menu.actions()] == [
        "Copy code as picture",
        "Save code…",
        "Show code full screen",
    ]
    menu.close()

"""Codes read from file, clipboard, drop and screen fill the builder, undoably."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from inspector.qr import encode, to_png, to_svg
from inspector.window.code_painting import code_image
from inspector.window.dialogs.found_codes import FoundCodes
from inspector.window.qr_panel.qr_panel import QrPanel
from inspector.window.qr_panel.screen_part import ScreenCover
from inspector.window.widgets.notice import Notice
from tests.code_pictures.test_codes import sheet
from tests.window.hands import Hands

TRIAL_LINK = (
    "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx1&path=pages/b.html#wechat-redirect"
)
SCHEME = "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/b&query=id%3D7"
TOKEN = "https://mp.weixin.qq.com/a/~AbCdEfGhIjKlMnOpQrStUv~~"


def run(hands: Hands, command: str) -> None:
    next(a for a in hands.window.actions() if a.objectName() == command).trigger()


def notice(hands: Hands) -> Notice:
    return hands.find(Notice, "readNotice")


def test_a_picture_on_the_clipboard_fills_the_builder_and_undo_takes_it_back(
    hands: Hands, qtbot: QtBot
) -> None:
    QTest.keyClicks(hands.page, "pages/mine")
    QGuiApplication.clipboard().setImage(code_image(encode(SCHEME), 4))
    run(hands, "code.read_clipboard")
    qtbot.waitUntil(lambda: hands.page.text() == "pages/b")
    assert hands.parameters == [(True, "id", "7")]
    assert hands.window.state.path.draft.target == "plain_scheme"
    assert hands.window.state.path.draft.options.app_id == "wx0123456789abcdef"
    qtbot.waitUntil(lambda: "Plaintext URL scheme" in notice(hands).text)
    notice(hands).acted.emit()
    assert hands.page.text() == "pages/mine"


def test_several_codes_are_shown_explained_and_one_is_taken(hands: Hands, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(sheet(TOKEN, SCHEME, "hello"))
    run(hands, "code.read_clipboard")
    qtbot.waitUntil(lambda: hands.window.findChild(FoundCodes) is not None)
    dialog = hands.find(FoundCodes, "foundCodes")
    names, take = hands.find(QListWidget, "foundCodesList"), hands.find(QPushButton, "takeCode")
    words = hands.find(QLabel, "codeExplanation")
    assert [names.item(row).text() for row in range(3)] == [TOKEN, SCHEME, "hello"]
    assert "only the platform can read" in words.text()
    assert not take.isEnabled()
    names.setCurrentRow(2)
    assert "not a share path in any form" in words.text()
    assert not take.isEnabled()
    names.setCurrentRow(1)
    with qtbot.waitSignal(dialog.destroyed):
        QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert hands.page.text() == "pages/b"


def test_files_are_dropped_on_the_panel(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    picture, drawing = tmp_path / "a.png", tmp_path / "b.svg"
    picture.write_bytes(to_png(encode(SCHEME)))
    drawing.write_text(to_svg(encode("/pages/c?x=1")))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture)), QUrl.fromLocalFile(str(drawing))])
    panel = hands.window.panels.qr
    assert isinstance(panel, QrPanel)
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    panel.dropEvent(drop)
    qtbot.waitUntil(lambda: hands.window.findChild(FoundCodes) is not None)
    names = hands.find(QListWidget, "foundCodesList")
    assert [names.item(row).text() for row in range(2)] == [SCHEME, "/pages/c?x=1"]
    hands.find(FoundCodes, "foundCodes").close()


def test_what_is_no_picture_and_what_holds_no_code_is_said(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    hands.window.panels.qr._reading.reader.read_pictures([broken])
    qtbot.waitUntil(lambda: notice(hands).text == "Not a picture: broken.png")
    blank = QImage(200, 200, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(blank)
    run(hands, "code.read_clipboard")
    qtbot.waitUntil(lambda: "round mini-program code" in notice(hands).text)
    QGuiApplication.clipboard().setText("text")
    run(hands, "code.read_clipboard")
    assert notice(hands).text == "There is no picture on the clipboard."


def test_a_part_of_the_screen_is_marked_with_the_mouse(hands: Hands, qtbot: QtBot) -> None:
    view = hands.window.panels.qr._stage.view
    hands.window.state.path.take_text(TRIAL_LINK)
    qtbot.waitUntil(lambda: view.code is not None)
    covers: list[ScreenCover] = []
    screen = hands.window.screen()
    cover = ScreenCover(screen, hands.window.grab(), "hint")
    qtbot.addWidget(cover)
    cover.resize(hands.window.size())
    cover.marked.connect(covers.append)
    cover.show()
    corner = view.mapTo(hands.window, QPoint(0, 0))
    QTest.mousePress(cover, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(cover, corner + QPoint(50, 50))
    end = corner + QPoint(view.width(), view.height())
    QTest.mouseRelease(cover, Qt.MouseButton.LeftButton, pos=end)
    marked = covers[0].toImage()  # type: ignore[attr-defined]
    hands.window.state.path.take_text("/pages/z")
    hands.window.panels.qr._reading.reader.read_pictures([marked])
    qtbot.waitUntil(lambda: hands.page.text() == "pages/b")

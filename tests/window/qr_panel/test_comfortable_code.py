"""In the Share path workspace the code is large enough to be scanned from the desk."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from inspector.share_paths import Options
from inspector.window.qr_panel.code_stage import COMFORTABLE
from inspector.window.qr_panel.qr_view import QrView
from tests.gallery.cut_texts import cut_texts
from tests.window.hands import Hands


@pytest.mark.parametrize("value", ["1", "x" * 60, "x" * 300], ids=["short", "middle", "long"])
def test_the_code_is_comfortable_and_whole(hands: Hands, qtbot: QtBot, value: str) -> None:
    hands.window.resize(1280, 800)
    hands.window.show_workspace("share_path")
    path = hands.window.state.path
    path.set_target("trial_link")
    path.set_options(Options("wx0123456789abcdef"))
    path.take_text(f"/pages/a?v={value}")
    view = hands.find(QrView, "qrView")

    def is_comfortable() -> bool:
        code = view.code
        if code is None or code.text != path.link.text:
            return False
        return code.side * view.pixels_a_module() >= COMFORTABLE * view.devicePixelRatioF()

    qtbot.waitUntil(is_comfortable)
    assert hands.window.panels.forms.isVisible(), "all forms stay reachable below it"
    wanted = hands.window.panels.qr.minimumSizeHint().height()
    hands.window.resize(1280, 640)
    qtbot.waitUntil(lambda: hands.window.panels.qr.minimumSizeHint().height() < wanted)


@pytest.mark.parametrize("width", range(1240, 1400, 20))
def test_buttons_fit_as_they_are_dressed(hands: Hands, qtbot: QtBot, width: int) -> None:
    """Another theme dresses them when they stand there already, in a stage of the same size."""
    hands.window.resize(width, 800)
    hands.window.show_workspace("share_path")
    path = hands.window.state.path
    path.set_target("trial_link")
    path.set_options(Options("wx0123456789abcdef"))
    path.take_text("/pages/a?v=1")
    view, panel = hands.find(QrView, "qrView"), hands.window.panels.qr
    qtbot.waitUntil(lambda: view.code is not None and view.code.text == path.link.text)
    dressed = panel.styleSheet()
    panel.setStyleSheet("QPushButton { padding: 0; border: none; }")
    panel.setStyleSheet(dressed)
    qtbot.waitUntil(lambda: not cut_texts(panel))

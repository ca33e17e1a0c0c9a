"""An opened project: its pages with titles, its tab bar, and opened again at the next start."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.share_paths.project import open_project
from tests.window.hands import Hands, hands_on


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shop"
    for page, title in (("home/index", "首页"), ("cart/index", "购物车"), ("item/detail", "商品")):
        file = made / "pages" / f"{page}.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({"navigationBarTitleText": title}), encoding="utf-8")
    tabs = [{"pagePath": f"pages/{page}/index", "text": "x"} for page in ("home", "cart")]
    pages = ["pages/home/index", "pages/cart/index", "pages/item/detail"]
    (made / "app.json").write_text(json.dumps({"pages": pages, "tabBar": {"list": tabs}}))
    (made / "project.config.json").write_text('{"appid": "wx0123456789abcdef"}')
    return made


def test_a_page_is_found_by_its_title(hands: Hands, folder: Path) -> None:
    hands.window.state.path.set_project(open_project(folder))
    QTest.keyClicks(hands.page, "detail")
    completer = hands.page.completer()
    model = completer.completionModel()
    assert model.index(0, 0).data() == "pages/item/detail · 商品"
    hands.page.clear()
    hands.page.setFocus()
    hands.type_chinese("购物")
    assert completer.completionCount() == 1
    assert model.index(0, 0).data() == "pages/cart/index · 购物车 · tab bar"
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert hands.window.state.path.draft.share_path.page == "pages/cart/index"
    assert hands.page.text() == "pages/cart/index"


def test_navigation_to_a_page_of_the_tab_bar_is_warned_of(hands: Hands, folder: Path) -> None:
    path = hands.window.state.path
    path.set_project(open_project(folder))
    path.take_text("/pages/cart/index")
    path.set_target("navigate")
    assert path.link.cause == "tab_bar_page"
    path.take_text("/pages/item/detail")
    assert path.link.cause is None


def test_the_project_is_opened_again_at_the_next_start(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    hands.window.state.path.set_project(open_project(folder))
    hands.window.close()
    again = hands_on(qtbot).window.state.path
    qtbot.waitUntil(lambda: again.project is not None)
    assert again.pages == ("pages/home/index", "pages/cart/index", "pages/item/detail")
    assert again.draft.options.project == str(folder)
    again.set_project(None)
    third = hands_on(qtbot).window
    qtbot.waitUntil(lambda: not third.busy)
    assert third.state.path.project is None


def test_a_project_that_is_gone_hinders_nothing(hands: Hands, folder: Path, qtbot: QtBot) -> None:
    hands.window.state.path.set_project(open_project(folder))
    hands.window.close()
    shutil.rmtree(folder)
    again = hands_on(qtbot).window
    qtbot.waitUntil(lambda: not again.busy)
    assert again.state.path.project is None

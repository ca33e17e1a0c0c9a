"""The Chinese window speaks Chinese, all of it but the names that developers type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window

READERS = ("text", "title", "placeholderText", "toolTip", "accessibleName", "windowTitle")
NAMES = re.compile(
    r"iv|appid|AppID|session_key|encryptedData|rawData|signature|shareTicket|JSON|JSON Pointer"
    r"|AppID、rawData、signature|signature · sha1\(rawData \+ session_key\)"
    r"|JSONPath|English|pages/index/index|wx0123456789abcdef"
    r"|(URL|Short) Link.*|[\W\d_]*|.|Python|Ruby|JavaScript|Java|"
    r"Go|PHP|Node(\.js)?|curl|HTML|Markdown|SVG|PNG|PDF|https?://\S*"
)


def texts(window: QWidget) -> Iterator[str]:
    """Give everything that a window shows or says, menus included."""
    for widget in (window, *window.findChildren(QWidget)):
        readers = (getattr(widget, name, None) for name in READERS)
        yield from (str(read()) for read in readers if callable(read))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(index) for index in range(widget.count()))
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def test_the_chinese_window_speaks_chinese(qtbot: QtBot) -> None:
    window = build_window(language="zh_CN")
    qtbot.addWidget(window)
    english = {
        text
        for text in texts(window)
        if not re.search("[\u4e00-\u9fff]", text) and not NAMES.fullmatch(text.strip())
    }
    assert not english

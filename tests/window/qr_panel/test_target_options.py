"""The options of a form of the path."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from inspector.window.main_window import MainWindow
from inspector.window.qr_panel.target_options import TargetOptions
from tests.window.layout_items import layout_items


def test_an_app_id_that_is_lent_leaves_no_item_behind(qtbot: QtBot, window: MainWindow) -> None:
    """Qt deletes the item of a widget that moves; Python must not hold it."""
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    options = TargetOptions(window.panels.share_path.context, holder)
    before = len(layout_items())
    for _ in range(3):
        options.lend_app_id(row)
        assert row.indexOf(options.app_id) == 0
        options.take_app_id()
        assert row.count() == 0
    assert len(layout_items()) == before
    held = [each.widget() for each in layout_items() if isinstance(each, QWidgetItem)]
    assert options.app_id not in held

"""Rows of widgets that break as text does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.window.widgets.flow import Flow


@pytest.mark.parametrize("width", [900, 300, 120])
def test_a_flow_asks_for_the_height_of_its_rows_and_no_more(qtbot: QtBot, width: int) -> None:
    """A splitter knows no height for a width: it would stand in its way, or be cut."""
    holder = QWidget()
    qtbot.addWidget(holder)
    column, flow = QVBoxLayout(holder), Flow(8, holder)
    flow.fill([QLabel(f"a label {number}") for number in range(8)])
    column.addWidget(flow)
    holder.resize(width, 600)
    holder.show()
    labels = flow.findChildren(QLabel)
    bottom = max(label.geometry().bottom() + 1 for label in labels)
    assert flow.minimumSizeHint().height() == bottom
    assert (len({label.y() for label in labels}) == 1) == (width == 900)


@pytest.mark.parametrize(("count", "rows"), [(4, [4]), (5, [3, 2]), (6, [4, 2])])
def test_no_widget_stands_alone_in_the_last_row(qtbot: QtBot, count: int, rows: list[int]) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(8, holder)
    labels = [QLabel("word") for _ in range(count)]
    for label in labels:
        label.setFixedWidth(50)
    flow.fill([*labels])
    flow.setFixedSize(4 * 50 + 3 * 8, 200)
    holder.show()
    tops = [label.y() for label in labels]
    assert [tops.count(top) for top in sorted(set(tops))] == rows

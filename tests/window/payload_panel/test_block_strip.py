"""The strip of blocks shows what is wrong in a payload of any length."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.tickets import BlockState, Ticket
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel.block_strip import LEAST_SEEN, BlockStrip, band
from inspector.window.payload_panel.bytes_table import BytesTable
from inspector.window.payload_panel.content import BYTES, TREE
from inspector.window.payload_panel.payload_panel import PayloadPanel
from tests.window.sealing import sealed

WRONG = (BlockState.CORRUPT, BlockState.MISSING)


@given(st.lists(st.sampled_from(BlockState), min_size=1, max_size=300), st.integers(1, 120))
def test_each_pixel_is_of_the_worst_block_in_it(states: list[BlockState], width: int) -> None:
    runs = band(states, width)
    assert [first for first, _, _ in runs] == [0, *(end for _, end, _ in runs[:-1])]
    assert runs[-1][1] == width
    pixels = [state for first, end, state in runs for _ in range(first, end)]
    for index, state in enumerate(states):
        if state is BlockState.CORRUPT:
            assert pixels[index * width // len(states)] is state
    for pixel, state in enumerate(pixels):
        under = states[pixel * len(states) // width : (pixel + 1) * len(states) // width + 1]
        assert state in under
        assert state is BlockState.CORRUPT or BlockState.CORRUPT not in under[:-1]


@pytest.mark.parametrize("state", WRONG)
@pytest.mark.parametrize("count", [1, 20, 100, 700, 430_000])
@pytest.mark.parametrize("place", [0, 0.37, 1])
def test_one_wrong_block_is_seen(
    window: MainWindow, state: BlockState, count: int, place: float
) -> None:
    context = window._frames.shown.context
    strip = BlockStrip(context, window)
    strip.resize(500, strip.sizeHint().height())
    states = [BlockState.READABLE] * count
    states[round(place * (count - 1))] = state
    strip.show_states(states)
    picture = strip.grab().toImage()
    colours = [QColor(picture.pixel(x, picture.height() // 2)).name() for x in range(500)]
    tones = {BlockState.CORRUPT: "err", BlockState.MISSING: "warn"}
    names = {context.theme.color(f"{tones[state]}{part}").name() for part in ("Text", "Bg")}
    assert any(colour in names for colour in colours)
    readable = context.theme.color("okText").name()
    if count > 100:
        assert colours.count(readable) > 490  # a band without gaps


def damaged(count: int) -> Ticket:
    """Return a ticket of about so many blocks, one of which is corrupt."""
    ticket = sealed('{"text":"' + "a" * (16 * count) + '"}')
    data = bytearray(base64.b64decode(ticket.encrypted_data or ""))
    data[16 * (count * 3 // 4)] ^= 1
    return dataclasses.replace(ticket, encrypted_data=base64.b64encode(data).decode())


def rows_in_view(table: BytesTable) -> range:
    return range(table.rowAt(1), table.rowAt(table.viewport().height() - 1) + 1)


@pytest.mark.parametrize("seen", [False, True])
def test_bytes_open_where_the_first_wrong_block_is(
    panel: PayloadPanel, show: Callable[[Ticket], None], seen: bool
) -> None:
    views = panel.parts().views
    if seen:
        show(damaged(40))
        views.show_view(BYTES)
    ticket = damaged(2000)
    show(ticket)
    views.show_view(BYTES)
    QApplication.processEvents()
    table = views.bytes.table
    wrong = table.rows.first_wrong
    assert wrong is not None
    assert wrong in rows_in_view(table)
    table.scrollToTop()
    views.show_view(TREE)
    views.show_view(BYTES)
    assert wrong not in rows_in_view(table)  # it is shown once, then people have scrolled


def test_a_click_on_the_strip_goes_to_the_wrong_block(
    panel: PayloadPanel, show: Callable[[Ticket], None]
) -> None:
    views = panel.parts().views
    show(damaged(2000))
    views.show_view(BYTES)
    table = views.bytes.table
    wrong = table.rows.first_wrong
    strip = panel.findChild(BlockStrip)
    assert wrong is not None
    assert isinstance(strip, BlockStrip)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(1, 5))
    assert 0 in rows_in_view(table)
    assert table.hasFocus()
    at = wrong * strip.width() // len(table.rows)
    for beside in range(LEAST_SEEN):  # so wide it is drawn
        table.scrollToTop()
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(at + beside, 5))
        assert wrong in rows_in_view(table)
        assert table.currentIndex().row() == wrong

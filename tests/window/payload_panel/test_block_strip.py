"""The strip of blocks shows what is wrong in a payload of any length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from inspector.tickets import BlockState
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel.block_strip import BlockStrip, band

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

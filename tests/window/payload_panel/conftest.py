"""A text box by itself, for the tests of what it shows and of its colours."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from inspector.window.payload_panel.text_box import TextBox
from inspector.window.theme import make_theme


@pytest.fixture
def box(qtbot: QtBot) -> TextBox:
    """A text box that is seen."""
    box = TextBox(make_theme("light"), None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(box)
    box.resize(400, 300)
    box.show()
    return box

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.window.left_hand import LeftHand, left_hand


@pytest.fixture
def hand(qtbot: QtBot) -> LeftHand:
    return left_hand(qtbot)

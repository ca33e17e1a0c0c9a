from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.window.hands import Hands, hands_on


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return hands_on(qtbot)

"""The application has one of each, found again by whoever asks."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector.window.app import make_application
from inspector.window.application_wide import application_wide


class Kept(QObject):
    """Something that the application has one of."""


class Other(QObject):
    """Something else."""


def test_the_first_call_makes_it_and_each_later_one_finds_it(qtbot: QtBot) -> None:
    del qtbot
    owner = QObject(make_application())
    made = application_wide(Kept, owner)
    made.setObjectName("the first")
    assert made.parent() is owner
    del made
    gc.collect()
    assert application_wide(Kept, owner).objectName() == "the first"
    assert isinstance(application_wide(Other, owner), Other)
    assert len(owner.children()) == 2
    owner.deleteLater()

"""The items of layouts that Python holds. Qt may delete one at any time, and Python never knows."""

from __future__ import annotations

from PySide6.QtWidgets import QSpacerItem, QWidgetItem
from shiboken6 import getAllValidWrappers


def layout_items() -> list[QWidgetItem | QSpacerItem]:
    """Return all of them; PySide6 lets go of one with its layout only."""
    kinds = QWidgetItem | QSpacerItem
    return [each for each in getAllValidWrappers() if isinstance(each, kinds)]

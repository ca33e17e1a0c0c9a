"""Cells that can be edited: raw in their editor, with every hidden mark shown in the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QStyledItemDelegate

from inspector.visible import visible


class VisibleCells(QStyledItemDelegate):
    """Paints what is pasted or imported so that no mark turns or hides it."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:  # noqa: N802
        """Return what is painted."""
        return visible(super().displayText(value, locale))

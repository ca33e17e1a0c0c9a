"""A place flashes when undo or redo has changed it, so that it is seen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from inspector.window.state.undo import UndoStack
from inspector.window.widgets.text import set_property

FLASH_MS: Final = 700


class Flash(QObject):
    """Lets one widget flash; the stylesheet draws it while its property `flash` is `on`."""

    def __init__(self, widget: QWidget, undo: UndoStack) -> None:
        super().__init__(widget)
        self._widget = widget
        self._undo = undo
        self._timer: QTimer | None = None

    def changed(self, *_: object) -> None:
        """Flash, if what the widget shows has changed by undoing, or by doing again."""
        if not self._undo.stepping:
            return
        if self._timer is None:
            self._timer = QTimer(self, singleShot=True, interval=FLASH_MS)
            self._timer.timeout.connect(self._end)
        set_property(self._widget, "flash", "on")
        self._timer.start()

    def _end(self) -> None:
        set_property(self._widget, "flash", "")

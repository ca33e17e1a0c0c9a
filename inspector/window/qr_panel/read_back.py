"""Reads a code back from the pixels that were painted, before it is called good."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from inspector.window.qr_panel.qr_view import QrView
from inspector.window.worker import LatestCall

SETTLING_MS: Final = 60
"""How long a painting must stand before it is read; a splitter that is dragged paints often."""


class Reading(Enum):
    """What is known of the painted code."""

    NONE = auto()
    GOOD = auto()
    BAD = auto()
    TOO_SMALL = auto()


class ReadBack(QObject):
    """Watches a view; after each new painting it grabs the pixels and reads them.

    Signals:
        changed: the new `Reading`.
    """

    changed = Signal(object)

    def __init__(self, view: QrView) -> None:
        super().__init__(view)
        self._view = view
        self._reading = Reading.NONE
        self._call = LatestCall(_read, self)
        self._call.finished.connect(self._on_finished)
        self._settled = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._settled.timeout.connect(self._grab)
        view.repainted.connect(self._start)

    @property
    def reading(self) -> Reading:
        """What is known now."""
        return self._reading

    def forget(self) -> None:
        """Drop what is known: there is no code, or another one is to be painted."""
        self._settled.stop()
        self._call.cancel()
        self._set(Reading.NONE)

    def _start(self) -> None:
        self.forget()
        self._settled.start()

    def _grab(self) -> None:
        code = self._view.code
        if code is None:
            return
        if self._view.pixels_a_module() < 1:
            self._set(Reading.TOO_SMALL)
        else:
            self._call.start(self._view.grab().toImage(), code.text)

    def _on_finished(self, good: bool) -> None:
        self._set(Reading.GOOD if good else Reading.BAD)

    def _set(self, reading: Reading) -> None:
        if reading is not self._reading:
            self._reading = reading
            self.changed.emit(reading)


def _read(picture: QImage, text: str, cancelled: Callable[[], bool]) -> bool:
    del cancelled
    from inspector.code_pictures.codes import read_codes

    return any(code.text == text for code in read_codes(picture))

"""Files and text may be dropped anywhere on the window."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from inspector.window.state.state import State

PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".svg", ".ico")
"""A picture is no capture; who reads codes takes it."""


class Drops(QObject):
    """Takes what is dropped on a window and was not taken by a widget in it."""

    def __init__(self, window: QWidget, state: State) -> None:
        super().__init__(window)
        self._state = state
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take drags that hold files or text."""
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        data, drop = event.mimeData(), event.type() is QEvent.Type.Drop
        taken = self._take(data) if drop else _takes(data)
        if taken:
            event.acceptProposedAction()
        return taken

    def _take(self, data: QMimeData) -> bool:
        files = dropped_files(data)
        if files:
            self._state.files.open(files)
        elif data.hasText() and not data.hasUrls():
            self._state.tickets.paste_capture(data.text())
        else:
            return False
        return True


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files among what is dragged that may hold tickets."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() not in PICTURES]


def _takes(data: QMimeData) -> bool:
    return bool(dropped_files(data)) or (data.hasText() and not data.hasUrls())

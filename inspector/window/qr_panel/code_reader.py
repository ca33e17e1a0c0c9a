"""Reads codes out of files, the clipboard, drops and the screen, off the window's thread.

What knows pictures is loaded with the first one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.worker import LatestCall


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What pictures gave."""

    texts: tuple[str, ...]
    """What the codes say, each once, in reading order."""
    unreadable: tuple[str, ...] = ()
    """Names of files that are no pictures."""


class CodeReader(QObject):
    """Takes pictures from anywhere.

    Signals:
        read: the `ReadResult`.
        nothing: there was no picture where one was looked for; an English sentence.
        busy_changed: True while pictures are read.
    """

    read = Signal(object)
    nothing = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._call = LatestCall(_read, self)
        self._call.finished.connect(self.read)
        self._call.busy_changed.connect(self.busy_changed)

    def read_pictures(self, pictures: Sequence[QImage | Path]) -> None:
        """Read pictures, or files that hold some."""
        self._call.start(tuple(pictures))

    def ask_for_files(self) -> None:
        """Let the user choose picture files."""
        from inspector.code_pictures.loading import SUFFIXES
        from inspector.window.widgets.file_choice import ask_to_open

        _ = self._context.messages.gettext
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        title, filters = _("Read a code"), _("Pictures") + f" ({patterns})"
        ask_to_open(self._window.window(), title, filters, self.read_pictures)

    def read_clipboard(self) -> None:
        """Read the picture, or the picture files, on the clipboard."""
        self.read_mime(QGuiApplication.clipboard().mimeData())

    def read_mime(self, mime: QMimeData) -> None:
        """Read what was copied or dropped."""
        files = picture_files(mime)
        image = QImage(mime.imageData()) if mime.hasImage() else QImage()
        if files:
            self.read_pictures(files)
        elif not image.isNull():
            self.read_pictures([image])
        else:
            self.nothing.emit("There is no picture on the clipboard.")

    def ask_for_screen_part(self) -> None:
        """Let the user mark a part of the screen."""
        from inspector.window.qr_panel.screen_part import ScreenPart

        part = ScreenPart(self._context, self._window.window())
        part.taken.connect(self._take_screen)
        part.refused.connect(self._refuse_screen)
        part.start()

    def _take_screen(self, image: QImage) -> None:
        self.read_pictures([image])

    def _refuse_screen(self) -> None:
        self.nothing.emit(
            "The system does not let programs see the screen. "
            "Take a screenshot and read it from the clipboard."
        )


def picture_files(mime: QMimeData) -> list[Path]:
    """Return the local picture files that a drop or the clipboard holds."""
    from inspector.code_pictures.loading import SUFFIXES

    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]


def _read(pictures: Sequence[QImage | Path], cancelled: Callable[[], bool]) -> ReadResult:
    from inspector.code_pictures.codes import read_codes
    from inspector.code_pictures.loading import frames

    texts: list[str] = []
    unreadable: list[str] = []
    for picture in pictures:
        if cancelled():
            break
        images = [picture] if isinstance(picture, QImage) else frames(picture)
        is_picture = False
        for image in images:
            is_picture = True
            texts += [code.text for code in read_codes(image)]
            if cancelled():
                break
        if not is_picture and isinstance(picture, Path):
            unreadable.append(picture.name)
    return ReadResult(tuple(dict.fromkeys(texts)), tuple(unreadable))

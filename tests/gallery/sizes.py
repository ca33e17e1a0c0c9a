"""A state of the window in every size, and the texts that are cut in it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent

from inspector.window.app import build_window
from inspector.window.main_window import MainWindow
from tests.gallery.cut_texts import cut_cells, cut_headers, cut_texts
from tests.gallery.states import SIZES, STATES, settle


def in_every_size(
    state: str, language: str, theme: str
) -> Iterator[tuple[MainWindow, str, list[str]]]:
    """Give a new window in each size, that size as `1280x800`, and the texts that are cut."""
    window = build_window(language=language, theme=theme)
    window.resize(*SIZES[0])
    window.show()
    window.activateWindow()
    STATES[state](window)
    settle(window)
    for width, height in SIZES:
        window.resize(width, height)
        settle(window)
        yield (
            window,
            f"{width}x{height}",
            [*cut_texts(window), *cut_headers(window), *cut_cells(window)],
        )
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

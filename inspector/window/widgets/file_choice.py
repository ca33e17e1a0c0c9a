"""Asks for a file without holding up the window."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX: Final = re.compile(r"\*\.([\w.]+)")


class FileChoice(QFileDialog):
    """A file dialog that hands the chosen paths to a function and goes away."""

    def __init__(self, parent: QWidget, title: str, then: Callable[[list[Path]], None]) -> None:
        super().__init__(parent, title)
        self._then = then
        self.setStyleSheet(_dress(parent))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filesSelected.connect(self._on_files_selected)
        self.filterSelected.connect(self._take_filter)

    def _on_files_selected(self, names: list[str]) -> None:
        self._then([Path(name) for name in names])

    def _take_filter(self, chosen: str) -> None:
        """Let a name without a suffix get that of the form chosen."""
        suffix = SUFFIX.search(chosen)
        if suffix and self.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            self.setDefaultSuffix(suffix[1])


def _dress(widget: QWidget) -> str:
    """Return the stylesheet of the window that asks: its own, or that of what is around a card."""
    window = widget.window()
    part: QWidget | None = window.findChild(QWidget, "card")
    while part is not None and not part.styleSheet():
        part = part.parentWidget()
    return part.styleSheet() if part is not None else window.styleSheet()


def ask_to_save(
    parent: QWidget, title: str, name: str, filters: str, then: Callable[[list[Path]], None]
) -> FileChoice:
    """Ask where to save; `name` is the proposed file, its ending the default one."""
    dialog = FileChoice(parent, title, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(filters)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def ask_to_open(
    parent: QWidget, title: str, filters: str, then: Callable[[list[Path]], None]
) -> FileChoice:
    """Ask for one or more files to open."""
    dialog = FileChoice(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(filters)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, then: Callable[[list[Path]], None]) -> FileChoice:
    """Ask for a folder."""
    dialog = FileChoice(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog

"""Where what is kept between starts lies: in the user's folders, or beside a portable program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths

KEPT: Final = "share-ticket-inspector"
"""Our folder in those of the user."""
ASKS: Final = "portable.txt"
"""A file of this name, empty or not, asks a bundle to keep all beside its program."""
BESIDE: Final = "settings"
"""The folder beside the program in which a portable one keeps all."""


def portable_folder() -> Path | None:
    """Return where a portable program keeps its files; None where the user's folders are used.

    Only a bundle can be portable: what pip installed lies among the files of a Python.
    """
    if not hasattr(sys, "frozen"):
        return None
    folder = Path(sys.executable).resolve().parent
    if folder.parts[-2:] == ("Contents", "MacOS"):  # a Mac seals what lies in its application
        folder = folder.parents[2]
    return folder / BESIDE if (folder / ASKS).exists() else None


def settings_store() -> QSettings:
    """Return Qt's access to the file of settings."""
    folder, form = portable_folder(), QSettings.Format.IniFormat
    if folder is not None:
        return QSettings(str(folder / "inspector.ini"), form)
    return QSettings(form, QSettings.Scope.UserScope, KEPT, "inspector")


def library_file() -> Path:
    """Return where the saved paths are kept."""
    folder = portable_folder()
    if folder is None:
        data = QStandardPaths.StandardLocation.GenericDataLocation
        folder = Path(QStandardPaths.writableLocation(data)) / KEPT
    return folder / "paths.json"

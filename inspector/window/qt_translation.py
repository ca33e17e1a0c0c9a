"""Qt's own dialogs and menus speak the window's language, by Qt's own translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


class _QtTranslation(QTranslator):
    """The translation of Qt's texts that is installed now."""


def speak(application: QCoreApplication, language: str) -> None:
    """Install Qt's translation for a language in place of the one before."""
    for old in application.findChildren(_QtTranslation):
        application.removeTranslator(old)
        old.deleteLater()
    translation = _QtTranslation(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translation.load(f"qtbase_{language}", folder):
        application.installTranslator(translation)

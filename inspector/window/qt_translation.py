"""Qt's own dialogs and menus speak the window's language, by Qt's own translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from inspector.window.application_wide import application_wide


def speak(application: QCoreApplication, language: str) -> None:
    """Install Qt's translation for a language in place of the one before."""
    application_wide(_Speech, application).speak(application, language)


class _Speech(QObject):
    """Keeps the translation of Qt's texts that is installed now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translation = QTranslator(self)

    def speak(self, application: QCoreApplication, language: str) -> None:
        """Let Qt speak another language; one that it has no texts for leaves them in English."""
        application.removeTranslator(self._translation)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translation.load(f"qtbase_{language}", folder):
            application.installTranslator(self._translation)

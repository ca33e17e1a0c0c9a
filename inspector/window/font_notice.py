"""Says which package brings a Chinese font, where the system has none and shows boxes."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.state.settings import Key
from inspector.window.widgets.notice import Notice

OFF: Final = "off"


class FontNotice(Notice):
    """Hidden where a Chinese font is there, and for good once it was dismissed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "warn", parent)
        self.setObjectName("fontNotice")
        self._settings = context.state.settings
        self.acted.connect(self._dismiss)
        if (
            not (context.theme.chinese or has_chinese_font())
            and self._settings.text(Key.FONT_NOTICE) != OFF
        ):
            self.show_text(font_sentence(sys.platform), "warn", "OK")

    def _dismiss(self) -> None:
        self._settings.set(Key.FONT_NOTICE, OFF)
        self.show_text("")


def has_chinese_font() -> bool:
    """Say whether Qt finds a font that shows simplified Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def font_sentence(platform: str) -> str:
    """Say which package brings a font.

    It is in English whatever the language: Chinese would show as the boxes it is about.
    """
    advice = "Install one in the system's settings for languages."
    if platform.startswith("linux"):
        advice = "Install fonts-wqy-microhei (5 MB) or fonts-noto-cjk, then start anew:"
        advice += " sudo apt install fonts-wqy-microhei"
    return f"No Chinese font was found, so Chinese text shows as boxes. {advice}"

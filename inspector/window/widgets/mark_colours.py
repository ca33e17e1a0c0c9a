"""The colours of marked places."""

from __future__ import annotations

from PySide6.QtGui import QColor

from inspector.window.theme import Theme

TINT = 0.12
"""How much of a token's colour the ground behind its text takes."""


def mark_colours(theme: Theme, tone: str) -> tuple[QColor, QColor]:
    """Return ink and ground for a tone, or for a token of the JSON colours."""
    if f"{tone}Bg" in theme.tokens:
        return theme.color(f"{tone}Text"), theme.color(f"{tone}Bg")
    ink, ground = theme.color(tone), theme.color(tone)
    ground.setAlphaF(TINT)
    return ink, ground

"""A button below a code: its title, or its picture where room is scarce."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from inspector.window.context import Context


class StageButton(QPushButton):
    """A button that shows its title, or its picture where room is scarce."""

    def __init__(self, title: str, picture: QIcon) -> None:
        super().__init__(title)
        self.picture = picture
        """What stands for the title in a narrow place."""
        self._text_width = 0

    @property
    def text_width(self) -> int:
        """Width that the title needs, as the theme dresses it where there is room."""
        if self.text() and self.property("role") != "icon":
            self.ensurePolished()
            self._text_width = self.sizeHint().width()
        return self._text_width


def stage_button(context: Context, title: str, tip: str, icon: str) -> StageButton:
    """Return a button with the tip and the icon of a name; it is known as `copyCode`, say."""
    button = StageButton(title, context.theme.icon(icon))
    button.setAccessibleName(title)
    button.setToolTip(tip)
    button.setObjectName(f"{icon}Code")
    return button

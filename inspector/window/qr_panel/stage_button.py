"""A button below a code: its title, or its picture where room is scarce."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from inspector.window.context import Context
from inspector.window.theme import Theme


class StageButton(QPushButton):
    """A button that shows its title, or its picture where room is scarce."""

    def __init__(self, title: str, theme: Theme, icon: str = "") -> None:
        """Take the name of the icon, if it has one."""
        super().__init__(title)
        self._theme = theme
        self._icon = icon
        self._text_width = 0

    @cached_property
    def picture(self) -> QIcon:
        """What stands for the title in a narrow place; drawn with the first one."""
        return self._theme.icon(self._icon) if self._icon else QIcon()

    @property
    def text_width(self) -> int:
        """Width that the title needs, as the theme dresses it where there is room."""
        if self.text() and self.property("role") != "icon":
            self.ensurePolished()
            self._text_width = self.sizeHint().width()
        return self._text_width


def stage_button(context: Context, title: str, tip: str, icon: str) -> StageButton:
    """Return a button with the tip and the icon of a name; it is known as `copyCode`, say."""
    button = StageButton(title, context.theme, icon)
    button.setAccessibleName(title)
    button.setToolTip(tip)
    button.setObjectName(f"{icon}Code")
    return button

"""The row at the top: menus, and the switch of workspaces in the middle of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenuBar, QWidget

from inspector.window.theme import Theme
from inspector.window.widgets.segments import Segments

HEIGHT = 44


class TopBar(QWidget):
    """Holds the menu bar at the left and the switch in the middle; narrow, below the menus."""

    def __init__(self, segments: Sequence[tuple[str, str]], name: str, theme: Theme) -> None:
        """Take name and title of each workspace, and what the switch is called."""
        super().__init__()
        self._theme = theme
        self.menus = QMenuBar(self)
        """The menu bar."""
        self.switch = Segments(segments, theme, self)
        """The switch of workspaces."""
        self.switch.setObjectName("workspaceSwitch")
        self.switch.setAccessibleName(name)

    def place(self) -> None:
        """Set the parts where they belong; called when the menus are filled, too.

        A menu bar without room opens its rest in an event loop of its own, so it always has room:
        the switch goes below it, and the window gets no narrower than the menus.
        """
        menus, switch, gap = self.menus.sizeHint(), self.switch.sizeHint(), self._theme.px(8)
        self.setMinimumWidth(max(menus.width(), switch.width()))
        row = self._theme.px(HEIGHT)
        stacked = self.width() < menus.width() + gap + switch.width()
        self.setFixedHeight(row * 2 - gap if stacked else row)
        self.menus.setGeometry(0, (row - menus.height()) // 2, menus.width(), menus.height())
        left = (self.width() - switch.width()) // 2
        top = (row - switch.height()) // 2
        self.switch.setGeometry(
            left if stacked else max(left, menus.width() + gap),
            top + row - gap if stacked else top,
            switch.width(),
            switch.height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the switch in the middle."""
        super().resizeEvent(event)
        self.place()

"""The row at the top: menus, and the switch of workspaces in the middle of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenuBar, QWidget

from inspector.window.theme import Theme
from inspector.window.widgets.segments import Segments

HEIGHT = 44


class TopBar(QWidget):
    """Holds the menu bar at the left and the switch in the middle; narrow, beside the menus."""

    def __init__(self, segments: Sequence[tuple[str, str]], name: str, theme: Theme) -> None:
        """Take name and title of each workspace, and what the switch is called."""
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(HEIGHT))
        self.menus = QMenuBar(self)
        """The menu bar."""
        self.switch = Segments(segments, theme, self)
        """The switch of workspaces."""
        self.switch.setObjectName("workspaceSwitch")
        self.switch.setAccessibleName(name)

    def place(self) -> None:
        """Set the parts where they belong; called when the menus are filled, too."""
        menus, switch = self.menus.sizeHint(), self.switch.sizeHint()
        room = max(self.width() - switch.width() - self._theme.px(10), 0)
        left = (self.width() - switch.width()) // 2
        self.menus.setGeometry(
            0, (self.height() - menus.height()) // 2, min(menus.width(), room), menus.height()
        )
        left = min(max(left, self.menus.width() + self._theme.px(8)), room)
        self.switch.setGeometry(
            left, (self.height() - switch.height()) // 2, switch.width(), switch.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the switch in the middle."""
        super().resizeEvent(event)
        self.place()

"""The disclosure: a line that opens and folds what stands below it, in view where that fits."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from inspector.window.theme import Theme
from inspector.window.widgets.into_view import IntoView


class Disclosure(QToolButton):
    """A checkable title with an arrow: right while folded, down while open."""

    def __init__(self, theme: Theme, fold: QWidget, title: str = "") -> None:
        """Take the widget in which title and opened part stand."""
        super().__init__(fold)
        self._into_view = IntoView(fold)
        self._theme = theme
        self.setText(title)
        self.setCheckable(True)
        self.setProperty("role", "disclosure")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._point)
        self.clicked.connect(self._show_opened)
        self._point(False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the whole title: it is never elided."""
        return self.sizeHint()

    def _show_opened(self, opened: bool) -> None:
        """Bring all of what somebody has opened into view."""
        if opened:
            self._into_view.bring()

    def _point(self, opened: bool) -> None:
        self.setIcon(self._theme.icon("open" if opened else "folded", "muted"))

"""What else is known, behind a fold below the banner."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.window.context import Context
from inspector.window.widgets.disclosure import Disclosure
from inspector.window.widgets.notice import Notices


class Details(QWidget):
    """One line a finding; hidden when there is none."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._button = Disclosure(context.theme, self)
        self._button.setObjectName("furtherFindingsButton")
        self._button.toggled.connect(self._open)
        self._notices = Notices(context.theme, self)
        self._lines: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        column.addWidget(self._button)
        column.addWidget(self._notices)
        self.hide()

    def show_lines(self, lines: tuple[tuple[str, str], ...], *, unfold: bool) -> None:
        """Show tone and sentences of each finding, at once or behind the fold."""
        if lines != self._lines:
            self._lines = lines
            self._button.setChecked(unfold)
            self._notices.show_lines([(*line, "") for line in lines])
        title = self._context.messages.gettext("Details")
        self._button.setText(f"{title} ({len(lines)})" if len(lines) > 1 else title)
        self._open(self._button.isChecked())
        self.setVisible(bool(lines))

    def _open(self, opened: bool) -> None:
        self._notices.setVisible(opened and bool(self._lines))

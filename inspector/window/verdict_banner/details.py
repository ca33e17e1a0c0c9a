"""The further findings, below the banner, behind a disclosure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from inspector.window.context import Context
from inspector.window.widgets.notice import Notice


class Details(QWidget):
    """One line a finding; hidden when there is none."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._button = QToolButton()
        self._button.setObjectName("furtherFindingsButton")
        self._button.setCheckable(True)
        self._button.setProperty("role", "disclosure")
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._button.toggled.connect(self._open)
        self._notices: list[Notice] = []
        self._count = 0
        self._lines: tuple[tuple[str, str], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(4))
        self._column.addWidget(self._button)
        self._open(False)

    def show_lines(self, lines: tuple[tuple[str, str], ...], *, unfold: bool) -> None:
        """Show tone and sentences of each further finding, at once or behind the disclosure."""
        if lines != self._lines:
            self._lines = lines
            self._button.setChecked(unfold)
        self._count = len(lines)
        while len(self._notices) < len(lines):
            notice = Notice(self._context.theme, parent=self)
            self._notices.append(notice)
            self._column.addWidget(notice)
        for index, notice in enumerate(self._notices):
            tone, text = lines[index] if index < len(lines) else ("info", "")
            notice.show_text(text, tone)
        form = self._context.messages.ngettext(
            "{count} further finding", "{count} further findings", self._count
        )
        self._button.setText(form.format(count=self._count))
        self._open(self._button.isChecked())

    def _open(self, opened: bool) -> None:
        shade = "light" if self._context.theme.name == "light" else "dark"
        name = "chevron-down" if opened else "chevron-right"
        self._button.setIcon(self._context.theme.icon(f"{name}-{shade}", "muted"))
        for notice in self._notices[: self._count]:
            notice.setVisible(opened)
        self.setVisible(self._count > 0)

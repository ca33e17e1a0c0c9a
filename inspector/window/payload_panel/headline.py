"""The value that people came for, whole and large, with Copy beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector.tickets.payload.headline import Headline, headline_of
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.widgets.announcing import announce
from inspector.window.widgets.copy_button import CopyButton
from inspector.window.widgets.text import label
from inspector.window.widgets.whole_label import WholeLabel


class HeadlineCard(QFrame):
    """Shows the headline of a payload; hidden where there is none."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _, theme = context.messages.gettext, context.theme
        self._content = content
        self._headline: Headline | None = None
        self.setProperty("role", "outlined")
        self._name = label("", "note")
        self._value = WholeLabel("headlineValue")
        self._value.setObjectName("headlineValue")
        self.copy = CopyButton(_("Copy"), self._text, context.messages, theme)
        """Copies the value."""
        self.copy.setObjectName("copyHeadlineButton")
        self.copy.setProperty("role", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(12))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._name)
        text.addWidget(self._value)
        row.addLayout(text, 1)
        row.addWidget(self.copy)
        content.changed.connect(self._renew)
        self._renew()

    @property
    def headline(self) -> Headline | None:
        """What is shown."""
        return self._headline

    def _text(self) -> str:
        return self._headline.value if self._headline else ""

    def _renew(self) -> None:
        self._content.show_by(self._show, self.hide)

    def _show(self) -> None:
        self._headline = None
        for part in (self._name, self._value):
            part.setText("")  # whatever comes now, the id of an earlier ticket is gone
        verdict = self._content.verdict
        found = headline_of(verdict.payload, verdict.kind) if verdict is not None else None
        self._headline = found
        self.setVisible(found is not None)
        if found is None:
            self._value.setAccessibleName("")
        else:
            shown = visible(found.value)
            self._name.setText(found.name)
            self._value.setText(shown)
            announce(self._value, f"{found.name}: {shown}")
            self._value.updateGeometry()

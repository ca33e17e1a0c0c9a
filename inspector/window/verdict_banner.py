"""The verdict, the loudest thing on screen: what it is, what to do, and the buttons that do it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from inspector.tickets import Verdict
from inspector.window.banner_actions import BannerActions
from inspector.window.context import Context
from inspector.window.verdict_words import Words, verdict_words
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.text import label, set_tone

PATIENCE_MS: Final = 150
"""How long a judgement may take before the banner says that it is under way."""
MARKS: Final = {"ok": "ok", "warn": "warn", "err": "err", "info": "info", "plain": "plain"}


class VerdictBanner(QWidget):
    """Listens to the tickets and says what is known of the one shown."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verdictBanner")
        self._context = context
        self._tickets = context.state.tickets
        self._words = Words("plain", "")
        self._strip = QFrame()
        self._mark = QLabel()
        self._headline = label("", "headline", wrap=True, select=True)
        self._meaning = label("", "text", wrap=True, select=True)
        self._sdk = label("", "note", wrap=True, select=True)
        self._buttons = Flow(context.theme.px(8))
        self._chips = Flow(context.theme.px(8))
        self._details = QToolButton()
        self._further = QWidget()
        self._actions = BannerActions(context, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_judging)
        self._lay_out()
        self._listen()

    @property
    def words(self) -> Words:
        """What the banner says now."""
        return self._words

    def _lay_out(self) -> None:
        theme = self.context_theme
        self._strip.setProperty("role", "strip")
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(10))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(theme.px(4))
        for part in (self._headline, self._meaning, self._sdk):
            text.addWidget(part)
        row.addLayout(text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self._strip, self._buttons, self._chips, self._details, self._further):
            column.addWidget(widget)
        self._details.setCheckable(True)
        self._details.setObjectName("furtherFindingsButton")
        self._details.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._details.toggled.connect(self._show_details)
        self._lines = QVBoxLayout(self._further)
        self._lines.setContentsMargins(theme.px(12), 0, 0, 0)
        self._lines.setSpacing(theme.px(6))

    @property
    def context_theme(self):  # type: ignore[no-untyped-def]
        return self._context.theme

"""The banner: what is known of the ticket shown, what to do, and the buttons that do it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector.tickets import Verdict
from inspector.window.context import Context
from inspector.window.state.ticket_state import Sheet
from inspector.window.verdict_banner.buttons import Action, Actions
from inspector.window.verdict_banner.details import Details
from inspector.window.verdict_banner.key_source import with_key_source
from inspector.window.verdict_banner.standing import words_without_verdict
from inspector.window.verdict_banner.words import Words, verdict_words
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.text import label, set_tone

ROOMY: Final = 760
"""Height of a window, at 100 %, from which the further findings unfold by themselves."""
PATIENCE_MS: Final = 150
"""How long a judgement may take before the banner says that it is under way."""


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
        self._details = Details(context, self)
        self._actions = Actions(context, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._lay_out()
        self._listen()

    @property
    def words(self) -> Words:
        """What the banner says now."""
        return self._words

    def _lay_out(self) -> None:
        theme = self._context.theme
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
        for widget in (self._strip, self._buttons, self._chips, self._details):
            column.addWidget(widget)

    def _listen(self) -> None:
        tickets = self._tickets
        tickets.verdict_changed.connect(self._show_verdict)
        tickets.sheet_changed.connect(self._show_sheet)
        tickets.judging_changed.connect(self._wait)
        tickets.reading_changed.connect(self._wait)
        self._patience.timeout.connect(self._show_without_verdict)
        if tickets.verdict is None:
            self._show_without_verdict()
        else:
            self._show_verdict(tickets.verdict)

    def _wait(self, busy: bool) -> None:
        """Speak of work only when it takes a while, so that nothing flickers while typing."""
        if busy:
            self._patience.start()
        elif self._tickets.verdict is None:
            self._show_sheet(self._tickets.sheet)

    def _show_sheet(self, sheet: Sheet) -> None:
        waiting = self._tickets.verdict is not None or self._tickets.busy
        if sheet.blank or not waiting:
            self._show_without_verdict()

    def _show_verdict(self, verdict: Verdict | None) -> None:
        if verdict is None:
            self._show_sheet(self._tickets.sheet)
            return
        self._patience.stop()
        tried = self._tickets.verdicts.other_keys(verdict.ticket)
        words = verdict_words(self._context.messages, verdict, len(tried))
        words = with_key_source(self._context, words, verdict)
        self._show(words, self._actions.for_verdict(verdict))

    def _show_without_verdict(self) -> None:
        self._patience.stop()
        if self._tickets.verdict is None:
            words = words_without_verdict(self._context.messages, self._tickets)
            self._show(words, self._actions.without_verdict())

    def _show(self, words: Words, actions: list[Action]) -> None:
        theme = self._context.theme
        spoken = words.spoken
        changed = spoken != self._words.spoken
        self._words = words
        colour = "muted" if words.tone == "plain" else f"{words.tone}Text"
        self._mark.setPixmap(theme.pixmap(words.tone, colour, 20))
        set_tone(self._strip, words.tone)
        for part, text in (
            (self._headline, words.headline),
            (self._meaning, words.meaning),
            (self._sdk, words.sdk),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._buttons.fill([self._button(action) for action in actions])
        self._chips.fill([_chip(tone, text) for tone, text in words.chips])
        roomy = self.window().height() >= theme.px(ROOMY)
        self._details.show_lines(words.further, unfold=words.unfold and roomy)
        self.setAccessibleName(spoken)
        if changed:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _button(self, action: Action) -> QPushButton:
        button = QPushButton(action.title)
        if action.primary:
            button.setProperty("role", "primary")
        button.clicked.connect(action.run)
        return button


def _chip(tone: str, text: str) -> QLabel:
    made = label(text, "chip")
    set_tone(made, tone)
    return made

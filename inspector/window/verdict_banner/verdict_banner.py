"""The banner: what is known of the ticket shown, what to do, and the buttons that do it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.findings import Finding
from inspector.tickets import Ticket, Verdict
from inspector.window.context import Context
from inspector.window.state.sheet import Sheet
from inspector.window.state.verdicts import fault_finding, unexamined
from inspector.window.verdict_banner.buttons import Action, Actions
from inspector.window.verdict_banner.details import Details
from inspector.window.verdict_banner.marks import Mark
from inspector.window.verdict_banner.standing import with_key_source, words_without_verdict
from inspector.window.verdict_banner.words import Words, verdict_words
from inspector.window.widgets.announcing import announce
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.text import label, set_tone

ROOMY: Final = 760
"""Height of a window, at 100 %, from which the details unfold by themselves."""
PATIENCE_MS: Final = 150
"""How long a judgement may take before the banner says that it is under way."""
ICONS: Final = {"ok": "tick", "err": "cross", "info": "info", "plain": "plain", "warn": "warn"}


class VerdictBanner(QWidget):
    """Listens to the tickets and says what is known of the one shown. It is never cut."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verdictBanner")
        self._context = context
        self._tickets = context.state.tickets
        self._words = Words("plain", "")
        self._fault: Finding | None = None
        self._strip = QFrame()
        self._icon = QLabel()
        self._headline = label("", "headline", wrap=True, select=True)
        self._meaning = label("", "text", wrap=True, select=True)
        self._steps = _Steps(context)
        self._marks = Flow(context.theme.px(16), self)
        self._buttons = Flow(context.theme.px(8), self)
        self._details = Details(context, self)
        self._actions = Actions(context, self)
        self._offered: list[Action] = []
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
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(theme.px(4))
        for part in (self._headline, self._meaning, self._steps, self._marks, self._buttons):
            text.addWidget(part)
        row.addLayout(text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._strip)
        column.addWidget(self._details)

    def _listen(self) -> None:
        tickets = self._tickets
        tickets.verdict_changed.connect(self._show_verdict)
        tickets.sheet_changed.connect(self._on_sheet_changed)
        tickets.show_failed.connect(self._on_show_failed, Qt.ConnectionType.QueuedConnection)
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

    def _on_sheet_changed(self, sheet: Sheet) -> None:
        self._fault = None
        self._show_sheet(sheet)

    def _on_show_failed(self, ticket: Ticket, report: str) -> None:
        """Tell it beside the verdict, behind all that is shown of the same change."""
        if ticket == self._tickets.sheet.ticket:
            self._fault = fault_finding("showing_failed", report)
            self._show_verdict(self._tickets.verdict)

    def _show_sheet(self, sheet: Sheet) -> None:
        waiting = self._tickets.verdict is not None or self._tickets.busy
        if sheet.blank or not waiting:
            self._show_without_verdict()

    def _show_verdict(self, verdict: Verdict | None) -> None:
        if verdict is None:
            self._show_sheet(self._tickets.sheet)
            return
        self._patience.stop()
        try:
            self._say(verdict)
        except Exception as error:
            self._say(unexamined(verdict.ticket, error))  # nothing of an earlier one stays
            raise

    def _say(self, verdict: Verdict) -> None:
        if self._fault is not None:
            verdict = replace(verdict, findings=(self._fault, *verdict.findings))
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
        self._words = words
        colour = "muted" if words.tone == "plain" else f"{words.tone}Text"
        self._icon.setPixmap(theme.pixmap(words.tone, colour, 22))
        set_tone(self._strip, words.tone)
        for part, text in ((self._headline, words.headline), (self._meaning, words.meaning)):
            part.setText(text)
            part.setVisible(bool(text))
        self._steps.show_steps(words.steps)
        self._marks.fill([_MarkLabel(mark, words.tone, self._context) for mark in words.marks])
        self._show_actions(actions)
        roomy = self.window().height() >= theme.px(ROOMY)
        self._details.show_lines(words.details, unfold=words.unfold and roomy)
        announce(self, words.spoken)

    def _show_actions(self, actions: list[Action]) -> None:
        """Keep the buttons where the same can be done as before: one may have the keyboard."""
        alike = [(a.title, a.primary) for a in actions] == [
            (a.title, a.primary) for a in self._offered
        ]
        self._offered = actions
        if not alike:
            self._buttons.fill([self._button(*each) for each in enumerate(actions)])

    def _button(self, place: int, action: Action) -> QPushButton:
        button = QPushButton(action.title)
        if action.primary:
            button.setProperty("role", "primary")
        button.clicked.connect(partial(self._act, place))
        return button

    def _act(self, place: int, _checked: bool = False) -> None:
        self._offered[place].run()


class _Steps(QWidget):
    """What to do next: a line, or several with their numbers."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, context.theme.px(4), 0, context.theme.px(4))
        self._grid.setHorizontalSpacing(context.theme.px(8))
        self._grid.setVerticalSpacing(context.theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def show_steps(self, steps: tuple[str, ...]) -> None:
        """Show these steps; labels are kept for the next ones."""
        while len(self._rows) < len(steps):
            row = (label("", "step"), label("", "step", wrap=True, select=True))
            self._grid.addWidget(row[0], len(self._rows), 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(row[1], len(self._rows), 1)
            self._rows.append(row)
        for index, (number, text) in enumerate(self._rows):
            shown = index < len(steps)
            number.setText(f"{index + 1}.")
            text.setText(steps[index] if shown else "")
            number.setVisible(shown and len(steps) > 1)
            text.setVisible(shown)
        self.setVisible(bool(steps))


class _MarkLabel(QWidget):
    """One fact with its icon, in the banner's colour unless it is bad by itself."""

    def __init__(self, mark: Mark, banner_tone: str, context: Context) -> None:
        super().__init__()
        theme = context.theme
        tone = "err" if mark.tone == "err" else banner_tone
        colour = "muted" if tone == "plain" else f"{tone}Text"
        icon = QLabel()
        icon.setPixmap(theme.pixmap(ICONS[mark.tone], colour, 13))
        text = label(mark.text, "note")
        if mark.tone == "err":
            set_tone(text, "err")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(icon)
        row.addWidget(text)

"""How far the list is: judged rows, rate and time left, with a pause; then what held nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from inspector.moments import duration
from inspector.tickets import Outcome
from inspector.window.context import Context
from inspector.window.left_out import left_out_sentences
from inspector.window.state.pace import Pace
from inspector.window.widgets.text import grouped, label

LONG: Final = 200
"""Rows from which on a list takes long enough to be told how long, and to be paused."""


class ListProgress(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = context.messages
        self._tickets = context.state.tickets
        self._verdicts = self._tickets.verdicts
        self._bar = QProgressBar()
        self._words = label("", "note", wrap=True)
        self._pause = QPushButton()
        self._line = QWidget()
        self._build(context)

    def _build(self, context: Context) -> None:
        theme = context.theme
        self._bar.setObjectName("reportProgress")
        self._bar.setAccessibleName(self._messages.gettext("Progress of the list"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.px(4))
        self._words.setObjectName("reportProgressWords")
        self._pause.setObjectName("pauseButton")
        self._pause.clicked.connect(self._turn)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self._pause)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._bar)
        column.addWidget(self._line)
        self.hide()

    def show_state(self) -> None:
        """Show what is known now."""
        pace, rows = self._verdicts.pace, len(self._verdicts.rows.all)
        empty = self._verdicts.rows.facets[Outcome.NO_TICKET.value]
        going = pace.going and pace.whole > 1
        is_long = going and pace.whole > LONG
        words = self._going(pace) if is_long else self._ended(rows, empty) if not going else ""
        self._words.setText(words)
        _ = self._messages.gettext
        self._pause.setText(_("Resume") if pace.paused else _("Pause"))
        self._pause.setVisible(is_long)
        self._line.setVisible(bool(words))
        self._bar.setVisible(going)
        self._bar.setMaximum(pace.whole)
        self._bar.setValue(pace.done)
        self.setVisible(going or bool(words))

    def _going(self, pace: Pace) -> str:
        _ = self._messages.gettext
        done, whole = grouped(pace.done), grouped(pace.whole)
        parts = [_("{judged} of {whole} judged").format(judged=done, whole=whole)]
        if pace.paused:
            parts.insert(0, _("Paused"))
        elif pace.left is not None:
            parts.append(_("{count} rows/s").format(count=grouped(round(pace.rate))))
            parts.append(_("{time} left").format(time=duration(pace.left)))
        return " · ".join(parts)

    def _ended(self, rows: int, empty: int) -> str:
        """Say how many rows held no data, where some did not, and what was not read."""
        left_out = left_out_sentences(self._messages, self._tickets.sheet.capture)
        return "\n".join(filter(None, (self._counted(rows, empty), *left_out)))

    def _counted(self, rows: int, empty: int) -> str:
        if not empty or rows < 2:
            return ""
        _, ngettext = self._messages.gettext, self._messages.ngettext
        parts = (
            ngettext("{count} row", "{count} rows", rows).format(count=grouped(rows)),
            _("{count} read").format(count=grouped(rows - empty)),
            _("{count} without data").format(count=grouped(empty)),
        )
        return " · ".join(parts)

    def _turn(self) -> None:
        if self._verdicts.pace.paused:
            self._verdicts.resume()
        else:
            self._verdicts.pause()

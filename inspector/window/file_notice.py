"""How the opening of files goes: progress with cancel, and what was wrong with some."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from inspector.messages import Messages
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import grouped, label

if TYPE_CHECKING:
    from inspector.reports import Progress, ReportError
    from inspector.window.state.files_read import FilesRead, Trouble
    from inspector.window.state.sheet import Sheet

STEPS: Final = 1000
MOST_NAMED: Final = 4
"""Troubles told one by one; the others are counted."""


class _Running(QWidget):
    """Which file is being read, how far, and Cancel."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _, theme = context.messages.gettext, context.theme
        self._sentence = _("Reading {name} …")
        self._words = label("", "note")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, STEPS)
        self._bar.setAccessibleName(_("Progress of reading"))
        self.cancel = QPushButton(_("Cancel"))
        """Ends the reading."""
        self.cancel.setObjectName("cancelReadingButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        left = QVBoxLayout()
        left.setSpacing(theme.px(4))
        left.addWidget(self._words)
        left.addWidget(self._bar)
        row.addLayout(left, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far a file is read."""
        self._words.setText(visible(self._sentence.format(name=progress.name)))
        share = progress.read / progress.size if progress.size else 0.0
        self._bar.setValue(round(share * STEPS))
        self.show()


class FileNotice(QWidget):
    """Hidden while there is nothing to say about files."""

    def __init__(self, context: Context, parent: QWidget, *, stacked: bool = True) -> None:
        """Take whether its button stands below the words, as in a narrow panel."""
        super().__init__(parent)
        self._context = context
        self._messages = context.messages
        self._files = context.state.files
        self._tickets = context.state.tickets
        self._origins = self._tickets.sheet.origins
        self._running: _Running | None = None
        self._trouble = Notice(context.theme, "warn", self, stacked=stacked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(4))
        self._column.addWidget(self._trouble)
        self._trouble.acted.connect(self._files.dismiss)
        self._files.dismissed.connect(self._dismiss)
        self._tickets.sheet_changed.connect(self._forget)
        self._files.progressed.connect(self._show_progress)
        self._files.opened.connect(self._show_opened)
        self._files.keys_loaded.connect(self._show_keys)
        self._update()

    @property
    def text(self) -> str:
        """What is said about files that were opened."""
        return self._trouble.text

    def complete(self) -> _Running:
        """Return what shows the progress, which is made with the first file."""
        if self._running is None:
            self._running = _Running(self._context, self)
            self._running.cancel.clicked.connect(self._files.cancel)
            self._column.insertWidget(0, self._running)
        return self._running

    def _update(self) -> None:
        reading = self._running is not None and not self._running.isHidden()
        self.setVisible(reading or bool(self._trouble.text))

    def _dismiss(self) -> None:
        self._trouble.show_text("")
        self._update()

    def _forget(self, sheet: Sheet) -> None:
        """Take away what was told of a list that is no longer shown."""
        if sheet.origins is not self._origins:
            self._dismiss()

    def _show_progress(self, progress: Progress | None) -> None:
        if progress is not None:
            self._trouble.show_text("")
            self.complete().show_progress(progress)
        elif self._running is not None:
            self._running.hide()
        self._update()

    def _show_opened(self, files: FilesRead) -> None:
        lines = [_trouble_sentence(self._messages, *t) for t in files.troubles[:MOST_NAMED]]
        tone = "warn" if lines else "info"
        if files.is_cancelled:
            lines.insert(0, self._cancelled(len(files.capture.tickets)))
        more = len(files.troubles) - MOST_NAMED
        if more > 0:
            form = self._messages.ngettext("{count} more file", "{count} more files", more)
            lines.append(form.format(count=more))
        self._show_status("\n".join(lines), tone)

    def _cancelled(self, rows: int) -> str:
        if not rows:
            return self._messages.gettext("Cancelled before a row was read. The list is unchanged.")
        form = self._messages.ngettext(
            "{count} row read before you cancelled.",
            "{count} rows read before you cancelled.",
            rows,
        )
        return form.format(count=grouped(rows))

    def _show_keys(self, name: str, count: int, added: int) -> None:
        _, ngettext = self._messages.gettext, self._messages.ngettext
        if count < 0:
            self._show_status(_("{name} could not be read.").format(name=name), "warn")
        elif count == 0:
            self._show_status(_("{name} holds no session_key.").format(name=name), "warn")
        else:
            form = ngettext(
                "{count} session_key in {name}, {added} of them new; tried on what did not open.",
                "{count} session_keys in {name}, {added} of them new; tried on what did not open.",
                count,
            )
            self._show_status(form.format(count=count, name=name, added=added), "info")

    def _show_status(self, text: str, tone: str) -> None:
        self._origins = self._tickets.sheet.origins
        self._trouble.show_text(text, tone, self._messages.gettext("Dismiss") if text else "")
        self._update()


def _trouble_sentence(messages: Messages, name: str, problem: Trouble | ReportError) -> str:
    from inspector.reports import DamagedCase, ReportError
    from inspector.window.state.files_read import Trouble

    name = Path(name).name if Path(name).is_absolute() else name  # a sheet has its workbook's
    if isinstance(problem, DamagedCase):
        return f"{name}: {messages.advised(problem.finding)}"
    if isinstance(problem, ReportError):
        return messages.gettext(problem.sentence).format(file=name, **problem.values)
    _ = messages.gettext
    forms = {
        Trouble.UNREADABLE: _("{name} could not be read."),
        Trouble.NO_TICKET: _("{name} holds no ticket."),
        Trouble.NO_FILE: _(
            "{name} is a pipe or a device, not a file. Save what comes out of it, then open that."
        ),
    }
    return forms[problem].format(name=name)

"""The box that takes anything; once it is read, one line that says as what."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector.tickets import Capture
from inspector.window.context import Context
from inspector.window.left_out import left_out_sentences
from inspector.window.state.sheet import Offer, Sheet
from inspector.window.state.ticket_state import SHORTEST_CAPTURE
from inspector.window.ticket_panel.capture_marks import capture_marks, fields_marked, style_of
from inspector.window.ticket_panel.offers import capture_sentence, offer_sentence
from inspector.window.widgets.data_text import EXCERPT, DataText
from inspector.window.widgets.flash import Flash
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import grouped, label

LINES: Final = (8, 12)
"""Least and greatest height of the box in lines."""


class CaptureBox(QWidget):
    """The paste box, folded to a line once tickets were read in it.

    Pasting folds it; typing in it, or Edit, keeps it open until something is pasted again.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._state = context.state.tickets
        _ = context.messages.gettext
        self.edit = DataText(context.theme, context.state.undo, LINES)
        """Where captures are pasted."""
        self.edit.setObjectName("captureEdit")
        self.edit.setAccessibleName(_("Paste or drop anything here"))
        self.edit.setPlaceholderText(_("Paste or drop anything here"))
        self._line = _FoldedLine(context)
        self._words = label("", "note", wrap=True)
        self._legend = Flow(context.theme.px(6), self)
        self.offer = Notice(context.theme, stacked=True)
        """What was read but would overwrite typed fields."""
        self._kept_open = False
        self._lay_out(context)
        self.edit.textChanged.connect(Flash(self._line, context.state.undo).changed)
        self.edit.edited.connect(self._state.paste_capture)
        self.edit.pasted.connect(self._take_paste)
        self.offer.acted.connect(self._state.take_offer)
        self._line.edit.clicked.connect(self.unfold)
        self._line.clear.clicked.connect(self._state.clear)
        self._state.reading_changed.connect(self._show_words)
        self._state.taken.connect(self._fold_again)
        self._legend_shown: list[str] | None = None
        self._ticket_shown: tuple[Capture, int] = (Capture(), 0)

    @property
    def words(self) -> str:
        """The words on what was read."""
        return self._line.text if self.folded else self._words.text()

    @property
    def folded(self) -> bool:
        """True while the box is one line."""
        return not self._line.isHidden()

    def unfold(self) -> None:
        """Show the whole box and give it the keyboard."""
        self._kept_open = True
        self._show_fold(self._state.sheet)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show text, marks and words of a sheet."""
        self.edit.show_text(sheet.text)
        self.edit.set_marks(capture_marks(self._context.messages, sheet))
        self._show_ticket(sheet)
        self._fill_legend(fields_marked(sheet))
        self._show_fold(sheet)
        self._show_words()

    def show_bare(self, sheet: Sheet) -> None:
        """Show the text of a sheet and nothing that was read in it."""
        self._fill_legend([])
        self._words.hide()
        self._line.hide()
        self._legend.hide()
        self.edit.show()
        self.edit.set_marks(())
        self.edit.show_text(sheet.text)

    def show_offer(self, offer: Offer | None) -> None:
        """Show what was read in the box but would overwrite typed fields."""
        mine = offer is not None and offer.field is None
        messages = self._context.messages
        text = offer_sentence(messages, offer) if offer is not None and mine else ""
        self.offer.show_text(text, "info", messages.gettext("Replace the typed fields"))

    def _lay_out(self, context: Context) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        for widget in (self._line, self.edit, self._words, self._legend, self.offer):
            column.addWidget(widget)
        for widget in (self._line, self._words, self._legend):
            widget.hide()

    def _take_paste(self, text: str) -> None:
        self._kept_open = len(text) < SHORTEST_CAPTURE
        self._show_fold(self._state.sheet)

    def _fold_again(self, _tickets: int) -> None:
        if not self.edit.hasFocus():
            self._kept_open = False
            self._show_fold(self._state.sheet)

    def _show_fold(self, sheet: Sheet) -> None:
        words = capture_sentence(self._context.messages, sheet.capture)
        folded = bool(sheet.text and sheet.capture.tickets) and not self._kept_open
        if folded and self.window().focusWidget() is self.edit:
            self.edit.clearFocus()  # whoever shows what was read takes the keyboard
        self._line.setVisible(folded)
        self.edit.setVisible(not folded)
        self._legend.setVisible(not folded and bool(self._legend_shown))
        self._line.show_text(words)

    def _show_words(self) -> None:
        text = self._sentence(self._state.sheet)
        self._words.setText(text)
        self._words.setVisible(bool(text))

    def _sentence(self, sheet: Sheet) -> str:
        messages = self._context.messages
        if not sheet.text.strip():
            return ""
        if self._state.reading:
            return messages.gettext("Reading…")
        words = ""
        if sheet.capture.tickets and not self.folded:
            words = capture_sentence(messages, sheet.capture)
        return messages.joined(words, *self._limits(sheet))

    def _limits(self, sheet: Sheet) -> list[str]:
        messages = self._context.messages
        limits = left_out_sentences(messages, sheet.capture)
        if self.edit.excerpt and not self.folded:
            words = messages.gettext("The first {shown} of {whole} characters are shown.")
            limits.append(words.format(shown=grouped(EXCERPT), whole=grouped(len(sheet.text))))
        return limits

    def _show_ticket(self, sheet: Sheet) -> None:
        """Scroll to the ticket shown, once for each choice."""
        shown = (sheet.capture, sheet.current)
        if shown == self._ticket_shown:
            return
        self._ticket_shown = shown
        starts = [span.start for span in sheet.capture.spans if span.ticket == sheet.current]
        if starts:
            self.edit.show_place(min(starts))

    def _fill_legend(self, fields: list[str]) -> None:
        if fields == self._legend_shown:
            return
        self._legend_shown = fields
        self._legend.fill([self._swatch(field) for field in fields])

    def _swatch(self, field: str) -> QWidget:
        tone, line = style_of(field)
        made = label(field, "mark")
        made.setProperty("tone", tone)
        made.setProperty("line", line)
        return made


class _FoldedLine(QFrame):
    """What was read, in one line, with Edit and Clear."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _, theme = context.messages.gettext, context.theme
        self.setProperty("role", "sunken")
        icon = QLabel()
        icon.setPixmap(theme.pixmap("document", "muted", 16))
        self._text = label("", "text", wrap=True)
        self.edit = QPushButton(_("Edit"))
        """Shows the whole box."""
        self.edit.setObjectName("editCaptureButton")
        self.clear = QPushButton(_("Clear"))
        """Empties everything."""
        self.clear.setObjectName("clearAllButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(icon)
        row.addWidget(self._text, 1)
        for button in (self.edit, self.clear):
            button.setProperty("role", "link")
            row.addWidget(button)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)

"""The box that takes anything: what is pasted, what was read in it, and where."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.tickets import Capture
from inspector.window.context import Context
from inspector.window.state.ticket_state import Offer, Sheet
from inspector.window.ticket_panel.capture_marks import capture_marks, fields_marked, style_of
from inspector.window.ticket_panel.offers import capture_sentence, offer_sentence
from inspector.window.widgets.data_text import LONGEST_TEXT, DataText
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import grouped, label

LINES: Final = (3, 9)
"""Least and greatest height of the box in lines."""


class CaptureBox(QWidget):
    """The paste box, the words on what was read, a legend of the marks, and what is offered."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._state = context.state.tickets
        _ = context.messages.gettext
        self.edit = DataText(context.theme, context.state.undo, LINES)
        """Where captures are pasted."""
        self.edit.setObjectName("captureEdit")
        self.edit.setAccessibleName(_("Paste anything here"))
        self.edit.setPlaceholderText(
            _("Paste anything here: console output, JSON, a log line, cURL, HAR …")
        )
        self._words = label("", "note", wrap=True)
        self._legend = Flow(context.theme.px(6))
        self.offer = Notice(context.theme, stacked=True)
        """What was read but would overwrite typed fields."""
        self._lay_out(context)
        self.edit.edited.connect(self._state.paste_capture)
        self.offer.acted.connect(self._state.take_offer)
        self._state.reading_changed.connect(self._show_words)
        self._legend_shown: list[str] | None = None
        self._ticket_shown: tuple[Capture, int] = (Capture(), 0)

    @property
    def words(self) -> str:
        """The words on what was read."""
        return self._words.text()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show text, marks and words of a sheet."""
        self.edit.show_text(sheet.text)
        self.edit.set_marks(capture_marks(self._context.messages, sheet))
        self._show_ticket(sheet)
        self._fill_legend(fields_marked(sheet))
        self._show_words()

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
        for widget in (self.edit, self._words, self._legend, self.offer):
            column.addWidget(widget)
        self._words.hide()
        self._legend.hide()

    def _show_words(self) -> None:
        text = self._sentence(self._state.sheet)
        self._words.setText(text)
        self._words.setVisible(bool(text))

    def _sentence(self, sheet: Sheet) -> str:
        messages = self._context.messages
        if not sheet.text.strip():
            return ""
        if self._state.reading:
            return messages.gettext("Reading …")
        if sheet.capture.tickets:
            words = capture_sentence(messages, sheet.capture)
        elif self._state.offer is not None:
            words = ""
        else:
            words = messages.gettext("No ticket was found in this text.")
        return " ".join(part for part in (words, *self._limits(sheet)) if part)

    def _limits(self, sheet: Sheet) -> list[str]:
        _ = self._context.messages.gettext
        limits = []
        if sheet.capture.truncated:
            limits.append(_("The text was too long and was read only in part."))
        if self.edit.excerpt:
            words = _("The first {shown} of {whole} characters are shown.")
            limits.append(words.format(shown=grouped(LONGEST_TEXT), whole=grouped(len(sheet.text))))
        return limits

    def _show_ticket(self, sheet: Sheet) -> None:
        """Scroll to the ticket shown, once for each choice."""
        shown = (sheet.capture, sheet.current)
        if shown == self._ticket_shown or not sheet.capture.spans:
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

"""One field of a ticket: its name, its state beside it, the text, and what was repaired below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.tickets import Verdict
from inspector.window.context import Context
from inspector.window.state.sheet import Offer
from inspector.window.ticket_panel.field_marks import field_marks
from inspector.window.ticket_panel.field_notes import FieldNotes
from inspector.window.ticket_panel.field_state import NOTHING, FieldState, field_state
from inspector.window.widgets.data_line import DataLine
from inspector.window.widgets.data_text import DataText
from inspector.window.widgets.text import label, set_tone, unbroken


@dataclass(frozen=True, slots=True)
class FieldName:
    """What a field is called, where."""

    wire: str
    """Its name on the wire, such as `encryptedData`."""
    object_name: str
    """Its widget's name, such as `encryptedDataEdit`."""
    title: str
    """Its name on screen, in the window's language."""
    hint: str = ""
    """What to put in, shown while it is empty."""


class Field(QWidget):
    """A named field over one value of the current ticket."""

    def __init__(
        self, name: FieldName, edit: DataLine | DataText, context: Context, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.name = name
        """What the field is called."""
        self.edit = edit
        """The widget that holds the text."""
        self._context = context
        self._value = ""
        edit.setObjectName(name.object_name)
        edit.setAccessibleName(name.title)
        edit.setPlaceholderText(name.hint)
        self._state = label("", "note", wrap=True)
        self._shown = NOTHING
        self._notes: FieldNotes | None = None
        self._column = QVBoxLayout(self)
        self._lay_out(context)
        edit.edited.connect(self._edited)
        edit.pasted.connect(self._pasted)
        if isinstance(edit, DataLine):
            edit.too_long.connect(context.state.tickets.paste_capture)

    @property
    def state(self) -> FieldState:
        """What stands beside the name."""
        return self._shown

    @property
    def notes(self) -> FieldNotes:
        """What stands below the field, made with the first that is to be said."""
        if self._notes is None:
            self._notes = FieldNotes(self.name.wire, self._context, self)
            self._column.addWidget(self._notes)
        return self._notes

    def show_value(self, value: str | None, verdict: Verdict | None) -> None:
        """Show a value, and its verdict once it is there."""
        self._value = value or ""
        self.edit.show_text(self._value)
        messages = self._context.messages
        self._show_state(field_state(messages, self.name.wire, value, verdict))
        self.edit.set_marks(field_marks(messages, self.name.wire, verdict))
        if verdict is not None or self._notes is not None:
            self.notes.show_verdict(verdict)

    def show_offer(self, offer: Offer | None) -> None:
        """Offer a capture that was pasted into this field."""
        if offer is not None or self._notes is not None:
            self.notes.show_offer(offer)

    def show_bare(self, value: str | None) -> None:
        """Show a value and nothing that is known of it."""
        self._value = value or ""
        if self._notes is not None:
            self._notes.hide()
        self._show_state(NOTHING)
        self.edit.set_marks(())
        self.edit.show_text(self._value)

    def _show_state(self, state: FieldState) -> None:
        if state == self._shown:
            return
        self._shown = state
        self._state.setText(unbroken(state.text))
        self._state.setAccessibleName(state.text)
        set_tone(self._state, state.tone)
        set_tone(self.edit, "err" if state.tone == "err" else "plain")
        self.edit.setAccessibleDescription(state.text)

    def _lay_out(self, context: Context) -> None:
        theme, column = context.theme, self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        heading = label(self.name.title, "heading")
        heading.setBuddy(self.edit)
        top = QHBoxLayout()
        top.setSpacing(theme.px(4))
        top.addStrut(theme.px(20))
        heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        top.addWidget(heading)
        top.addWidget(self._state, 1)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        column.addWidget(self.edit)

    def _edited(self, text: str) -> None:
        self._context.state.tickets.edit_field(self.name.wire, text)

    def _pasted(self, text: str) -> None:
        self._context.state.tickets.pasted_into_field(self.name.wire, text)

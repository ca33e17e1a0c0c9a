"""One field of a ticket: its name, its state beside it, the text, and what was repaired below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.tickets import Verdict
from inspector.window.context import Context
from inspector.window.ticket_panel.field_marks import field_marks
from inspector.window.ticket_panel.field_state import field_state
from inspector.window.ticket_panel.repair_notice import RepairNotices
from inspector.window.widgets.data_line import DataLine
from inspector.window.widgets.data_text import DataText
from inspector.window.widgets.text import label, set_tone


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
        self._notices = RepairNotices(name.wire, context, self)
        self.row = QHBoxLayout()
        """The row of the edit; a button may stand behind it."""
        self._lay_out(context)
        edit.edited.connect(self._edited)
        edit.pasted.connect(self._pasted)
        if isinstance(edit, DataLine):
            edit.too_long.connect(context.state.tickets.paste_capture)

    @property
    def state_text(self) -> str:
        """The words beside the name."""
        return self._state.text()

    @property
    def notices(self) -> RepairNotices:
        """What stands below the field."""
        return self._notices

    def show_value(self, value: str | None, verdict: Verdict | None) -> None:
        """Show a value, and its verdict once it is there."""
        self._value = value or ""
        self.edit.show_text(self._value)
        messages = self._context.messages
        state = field_state(messages, self.name.wire, value, verdict)
        self._state.setText(state.text)
        set_tone(self._state, state.tone)
        self.edit.setAccessibleDescription(state.text)
        self.edit.set_marks(field_marks(messages, self.name.wire, verdict))
        self._notices.show_verdict(verdict)

    def _lay_out(self, context: Context) -> None:
        theme = context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        heading = label(self.name.title, "heading")
        heading.setBuddy(self.edit)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        top.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._state, 1)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        column.addLayout(top)
        self.row.setSpacing(theme.px(4))
        self.row.addWidget(self.edit, 1)
        column.addLayout(self.row)
        column.addWidget(self._notices)

    def _edited(self, text: str) -> None:
        self._context.state.tickets.edit_field(self.name.wire, text)

    def _pasted(self, text: str) -> None:
        self._context.state.tickets.pasted_into_field(self.name.wire, text)

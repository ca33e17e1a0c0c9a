"""App id, rawData, signature and shareTicket, behind a disclosure that remembers its state."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from inspector.tickets import Ticket, Verdict
from inspector.window.context import Context
from inspector.window.state.settings import Key
from inspector.window.ticket_panel.field import Field, FieldName
from inspector.window.widgets.data_line import DataLine
from inspector.window.widgets.data_text import DataText


class MoreFields(QWidget):
    """The fields that came along with a ticket."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._button = QToolButton()
        self._button.setObjectName("moreFieldsButton")
        self._button.setCheckable(True)
        self._button.setProperty("role", "disclosure")
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fields_box = QWidget()
        self.fields = self._make_fields(context)
        """The fields behind the disclosure."""
        self._lay_out(context)
        self._button.setChecked(context.state.settings.text(Key.MORE_FIELDS) == "open")
        self._button.toggled.connect(self._toggled)
        self._given: tuple[str, ...] = ()
        self._show_state()

    def show_ticket(self, ticket: Ticket, verdict: Verdict | None) -> None:
        """Show the fields; the closed disclosure tells how many are given."""
        for field in self.fields:
            field.show_value(ticket.field(field.name.wire), verdict)
        self._given = tuple(f.name.wire for f in self.fields if ticket.field(f.name.wire))
        self._show_state()

    def open(self) -> None:
        """Show the fields."""
        self._button.setChecked(True)

    def _make_fields(self, context: Context) -> tuple[Field, ...]:
        _ = context.messages.gettext
        theme, undo = context.theme, context.state.undo
        names = (
            FieldName("appid", "appIdEdit", _("App id"), _("wx… of the mini program")),
            FieldName("rawData", "rawDataEdit", "rawData"),
            FieldName("signature", "signatureEdit", "signature"),
            FieldName("shareTicket", "shareTicketEdit", "shareTicket"),
        )
        return tuple(
            Field(
                name,
                DataText(theme, undo, (2, 6)) if name.wire == "rawData" else DataLine(theme, undo),
                context,
                self,
            )
            for name in names
        )

    def _lay_out(self, context: Context) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        column.addWidget(self._button)
        inner = QVBoxLayout(self._fields_box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(context.theme.px(12))
        for field in self.fields:
            inner.addWidget(field)
        column.addWidget(self._fields_box)

    def _toggled(self, opened: bool) -> None:
        self._context.state.settings.set(Key.MORE_FIELDS, "open" if opened else "closed")
        self._show_state()

    def _show_state(self) -> None:
        opened = self._button.isChecked()
        self._fields_box.setVisible(opened)
        name = "chevron-down" if opened else "chevron-right"
        shade = "light" if self._context.theme.name == "light" else "dark"
        self._button.setIcon(self._context.theme.icon(f"{name}-{shade}", "muted"))
        title = self._context.messages.gettext("App id, rawData and signature")
        count = len(self._given)
        self._button.setText(f"{title} ({count})" if count and not opened else title)

"""AppID, rawData, signature and shareTicket, behind a fold with their joint state."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.tickets import Ticket, Verdict
from inspector.window.context import Context
from inspector.window.state.settings import Key
from inspector.window.ticket_panel.field import Field, FieldName
from inspector.window.widgets.data_line import DataLine
from inspector.window.widgets.data_text import DataText
from inspector.window.widgets.disclosure import Disclosure
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.text import label, set_tone

ROOMY: Final = 1200
"""Width of a window, at 100 %, from which given fields unfold although all of them are fine."""


WIRE_NAMES: Final = ("appid", "rawData", "signature", "shareTicket")


class MoreFields(QWidget):
    """The fields that came along with a ticket, made when one of them is first given or asked for.

    They unfold by themselves where one of them is given, and there is room or something is
    wrong; a click on the fold is remembered and counts from then on.

    Signals:
        made: the fields are there now, and show nothing yet.
    """

    made = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        _ = context.messages.gettext
        self._button = Disclosure(context.theme, self, _("AppID, rawData, signature"))
        self._button.setObjectName("moreFieldsButton")
        self._joint = label("", "note")
        self._fields_box = QWidget()
        self.fields: tuple[Field, ...] = ()
        """The fields behind the fold, once they are made."""
        self._lay_out(context)
        self._by_hand = True
        self._button.toggled.connect(self._toggled)
        self._given: tuple[str, ...] = ()
        self._unfold()
        self._show_state()

    def complete(self) -> None:
        """Make the fields, unless they are there."""
        if not self.fields:
            self.fields = self._make_fields(self._context)
            for field in self.fields:
                self._inner.addWidget(field)
            self.made.emit()

    def expect(self, ticket: Ticket) -> None:
        """Make the fields for a ticket that gives one of them."""
        if any(ticket.field(name) for name in WIRE_NAMES):
            self.complete()

    def show_fold(self, ticket: Ticket, verdict: Verdict | None) -> None:
        """Fold or unfold the fields as they are shown; the closed fold tells their joint state."""
        given = tuple(f.name.wire for f in self.fields if ticket.field(f.name.wire))
        if given != self._given or verdict is not None:
            self._given = given
            self._unfold()
        self._show_state()

    def open(self) -> None:
        """Show the fields."""
        self._button.setChecked(True)

    @property
    def fine(self) -> bool:
        """True when every field that can be checked is given and right."""
        tones = [field.state.tone for field in self.fields if field.state.text]
        return bool(tones) and all(tone == "ok" for tone in tones)

    def _make_fields(self, context: Context) -> tuple[Field, ...]:
        _ = context.messages.gettext
        theme, undo = context.theme, context.state.undo
        app_id, raw_data, signature, share_ticket = WIRE_NAMES
        names = (
            FieldName(app_id, "appIdEdit", "AppID", _("wx… of the mini program")),
            FieldName(raw_data, "rawDataEdit", raw_data),
            FieldName(signature, "signatureEdit", signature),
            FieldName(share_ticket, "shareTicketEdit", share_ticket),
        )
        return tuple(
            Field(
                name,
                DataText(theme, undo, (1, 6)) if name.wire == raw_data else DataLine(theme, undo),
                context,
                self,
            )
            for name in names
        )

    def _lay_out(self, context: Context) -> None:
        theme = context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        line = Flow(theme.px(4), self)
        line.fill([self._button, self._joint])
        column.addWidget(line)
        self._inner = QVBoxLayout(self._fields_box)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(theme.px(12))
        column.addWidget(self._fields_box)

    def _unfold(self) -> None:
        """Fold or unfold by what is given, unless somebody has chosen."""
        chosen = self._context.state.settings.text(Key.MORE_FIELDS)
        roomy = self.window().width() >= self._context.theme.px(ROOMY)
        wanted = bool(self._given) and (roomy or not self.fine)
        self._by_hand = False
        self._button.setChecked(chosen == "open" if chosen else wanted)
        self._by_hand = True

    def _toggled(self, opened: bool) -> None:
        if opened:
            self.complete()
        if self._by_hand:
            self._context.state.settings.set(Key.MORE_FIELDS, "open" if opened else "closed")
        self._show_state()

    def _show_state(self) -> None:
        _, opened = self._context.messages.gettext, self._button.isChecked()
        self._fields_box.setVisible(opened)
        fine = self.fine and not opened
        words = _("none given")
        if self._given:
            given = _("{count} given").format(count=len(self._given))
            words = f"{_('all match')} ✓" if fine else given
        self._joint.setText("" if opened else words)
        set_tone(self._joint, "ok" if fine else "plain")
        self._joint.setVisible(bool(self._joint.text()))

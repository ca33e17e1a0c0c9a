"""Steps through the tickets of the list, wherever one of them is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector.window.context import Context
from inspector.window.state.sheet import Sheet
from inspector.window.widgets.text import grouped, label


class Stepper(QWidget):
    """`‹ 12 of 50 ›`; hidden while there is one ticket only."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.messages.gettext
        self._messages = context.messages
        self._tickets = context.state.tickets
        self._place = label("", "note")
        self._place.setObjectName("stepperPlace")
        self._before = self._button(context, "previous", _("Previous ticket"))
        self._after = self._button(context, "next", _("Next ticket"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.px(4))
        for widget in (self._before, self._place, self._after):
            row.addWidget(widget)
        self._before.clicked.connect(self._step_back)
        self._after.clicked.connect(self._step_on)
        self._tickets.sheet_changed.connect(self._show)
        self._show(self._tickets.sheet)

    def _button(self, context: Context, name: str, title: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{name}TicketButton")
        button.setIcon(context.theme.icon(name, "muted"))
        button.setToolTip(title)
        button.setAccessibleName(title)
        return button

    def _step_back(self) -> None:
        self._tickets.choose(self._tickets.sheet.current - 1)

    def _step_on(self) -> None:
        self._tickets.choose(self._tickets.sheet.current + 1)

    def _show(self, sheet: Sheet) -> None:
        count, place = len(sheet.tickets), sheet.current + 1
        sentence = self._messages.gettext("{place} of {count}")
        self._place.setText(sentence.format(place=grouped(place), count=grouped(count)))
        self._before.setEnabled(place > 1)
        self._after.setEnabled(place < count)
        self.setVisible(count > 1)

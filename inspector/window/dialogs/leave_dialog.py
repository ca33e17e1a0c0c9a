"""Asks before results that were not exported go with the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.widgets.text import grouped, label


class LeaveDialog(Dialog):
    """Names what would be lost.

    Signals:
        left: the window is to be closed all the same.
        export_wanted: the results are to be exported first.
    """

    left = Signal()
    export_wanted = Signal()

    def __init__(self, reports: int, context: Context, parent: QWidget) -> None:
        _, ngettext = context.messages.gettext, context.messages.ngettext
        super().__init__(_("Close the inspector?"), context, parent)
        self.setObjectName("leaveDialog")
        form = ngettext(
            "The result of {count} report was not exported. Closing discards it.",
            "The results of {count} reports were not exported. Closing discards them.",
            reports,
        )
        self.body.addWidget(label(form.format(count=grouped(reports)), wrap=True))
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        for title, signal, primary in (
            (_("Close without exporting"), self.left, False),
            (_("Export…"), self.export_wanted, False),
            (_("Stay"), None, True),
        ):
            button = self.button(title, primary=primary)
            button.clicked.connect(self.close)
            if signal is not None:
                button.clicked.connect(signal)
        self.size_to(440, 140)

"""The hashes that settle a quarrel with the server, behind a fold, each with its Copy."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Final

from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from inspector.tickets import Ticket, Verdict
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.widgets.disclosure import Disclosure
from inspector.window.widgets.text import label

_EIGHT: Final = re.compile(r"(.{8})(?=.)")
BREAK: Final = r"\1" + "\u200b"
"""Eight digits, and where a line may end."""
OF_A_TICKET: Final = ("encrypted_msg_hash", "checksession_signature", "signature")


class HashesFold(QWidget):
    """Makes the hashes of the ticket shown when it is opened; hidden where there are none."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        _ = context.messages.gettext
        self._button = Disclosure(context.theme, self, _("Hashes for the server"))
        self._button.setObjectName("hashesButton")
        self._box = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        column.addWidget(self._button)
        column.addWidget(self._box)
        self._context = context
        self._rows: dict[str, _Row] = {}
        self._grid = QVBoxLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(context.theme.px(8))
        self._button.toggled.connect(self._show)
        self.hide()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Offer the hashes of the fields that a verdict used; a saved one has none."""
        used = verdict.repaired if verdict is not None and not verdict.is_stored else None
        self._verdict = verdict if used else None
        self.setVisible(bool(used and (used.session_key or used.encrypted_data)))
        self._show(self._button.isChecked())

    def _show(self, opened: bool) -> None:
        self._box.setVisible(opened and self._verdict is not None)
        made = self._hashes(self._verdict.repaired) if opened and self._verdict else {}
        for name, row in self._rows.items():
            row.show_value(made.get(name) or "")

    def _hashes(self, ticket: Ticket) -> dict[str, str | None]:
        """Return the hashes of a ticket by their names; their rows are made with the first."""
        from inspector.tickets.payload.signature import HASH_WORDS, hashes

        for name in OF_A_TICKET:
            if name not in self._rows:
                self._rows[name] = _Row(name, HASH_WORDS[name], self._context, self._box)
                self._grid.addWidget(self._rows[name])
        return asdict(hashes(ticket))


class _Row(QWidget):
    """One hash: its name, what it is made of, its digits, and Copy."""

    def __init__(self, name: str, made_of: str, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.messages.gettext
        self._value = ""
        self._digits = label("", "data", wrap=True)
        self._digits.setObjectName(name)
        copy = QPushButton(_("Copy"))
        copy.setAccessibleName(f"{_('Copy')} {name}")
        copy.clicked.connect(self._copy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(f"{name} · {_(made_of)}", "note", wrap=True), 0, 0)
        grid.addWidget(self._digits, 1, 0)
        grid.addWidget(copy, 0, 1, 2, 1)

    def show_value(self, value: str) -> None:
        """Show a hash; a row without one is hidden."""
        self._value = value
        self._digits.setText(_EIGHT.sub(BREAK, value))
        self._digits.setAccessibleName(value)
        self.setVisible(bool(value))

    def _copy(self) -> None:
        copy_text(self._value)

"""Makes test tickets: what they should be on the left, what comes out on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.tickets.minting import Minted, MintSpec, mint_many
from inspector.tickets.minting.forms import FILE_NAMES, WITHOUT_KEY, write_form
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.dialogs.mint_choices import MintChoices
from inspector.window.saving import Saving
from inspector.window.state.undo import Step
from inspector.window.widgets.file_choice import ask_to_save
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label, set_tone
from inspector.window.worker import LatestCall

PREVIEWED: Final = 60_000
"""Characters of the output that the preview shows."""
FORMS: Final = {
    "fields": "Fields as JSON",
    "client": "What the client gets",
    "client2017": "What the client got in 2017",
    "curl": "curl command",
    "jsonl": "JSON lines",
    "pytest": "pytest fixture",
    "jest": "Jest fixture",
    "junit": "JUnit fixture",
}


@dataclass(frozen=True, slots=True)
class Made:
    """What came out."""

    tickets: Sequence[Minted]
    text: str


class MintDialog(Dialog):
    """Kind, payload, damage and form; copy, save, or show in the window."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Make a test ticket"), context, parent)
        self._made = Made((), "")
        self._minting = LatestCall(_mint, self, delay_ms=60)
        self._minting.finished.connect(self._on_finished)
        self._saving = Saving(context.state.saving, context.messages, self)
        self._saving.status_changed.connect(self._show_status)
        self.choices = MintChoices(context, self)
        """What is asked for."""
        self.choices.changed.connect(self._mint)
        self._build_output()
        self._build_buttons()
        self._mint()
        self.size_to(860, 600)

    def _build_output(self) -> None:
        _, theme = self.context.messages.gettext, self.context.theme
        self.form = QComboBox()
        """The form that the tickets come out in."""
        for name, title in FORMS.items():
            self.form.addItem(_(title), name)
        for part in (self.form, self.form.view()):
            part.setAccessibleName(_("Form of the output"))
        self.form.currentIndexChanged.connect(self._mint)
        self.output = QPlainTextEdit()
        """What comes out, or its beginning."""
        self.output.setProperty("role", "data")
        self.output.setReadOnly(True)
        self.output.setTabChangesFocus(True)
        self.output.setAccessibleName(_("Test tickets"))
        self.output.setPlaceholderText(_("Making the tickets…"))
        self._key = Notice(theme, "info")
        self._key.acted.connect(self._copy_key)
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        right.addWidget(self.form)
        right.addWidget(self._key)
        right.addWidget(self.output, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.choices, 1)
        row.addLayout(right, 1)
        self.note(_("Every ticket is encrypted with a fresh key, never with one that was pasted."))
        self.body.addLayout(row, 1)

    def _build_buttons(self) -> None:
        _ = self.context.messages.gettext
        self._said = label("", "note", wrap=True)
        self.buttons.addWidget(self._said, 1)
        self.close_button()
        self.button(_("Save…")).clicked.connect(self._ask_where)
        self.button(_("Copy")).clicked.connect(self._copy)
        self.button(_("Show in the window"), primary=True).clicked.connect(self._show_tickets)

    def _mint(self, *_: Any) -> None:
        self._show_status("", "ok")
        self._minting.start(self.choices.spec, self.choices.count.value(), self.form.currentData())

    def _on_finished(self, made: Made) -> None:
        self._made = made
        self.output.setPlainText(made.text[:PREVIEWED])
        first = made.tickets[0]
        self.choices.show_payload(first.payload)
        messages = self.context.messages
        remarks = [messages.finding(finding).text for finding in first.findings]
        self.choices.remarks.setText("\n".join(remarks))
        self.choices.remarks.setVisible(bool(remarks))
        set_tone(self.choices.remarks, "warn")
        self._tell_key()

    def _tell_key(self) -> None:
        """Say where the key is when the form leaves it out, as the client never sees it."""
        _ = self.context.messages.gettext
        is_missing = self.form.currentData() in WITHOUT_KEY
        text = _("The client never sees session_key; your server needs it.") if is_missing else ""
        self._key.show_text(text, "info", _("Copy session_key"))

    def _copy_key(self) -> None:
        self._minting.when_through(self._copy_keys_made)

    def _copy_keys_made(self) -> None:
        copy_text("\n".join(ticket.session_key for ticket in self._made.tickets))
        self._show_status(self.context.messages.gettext("Copied ✓"), "ok")

    def _copy(self) -> None:
        self._minting.when_through(self._copy_made)

    def _copy_made(self) -> None:
        copy_text(self._made.text)
        self._show_status(self.context.messages.gettext("Copied ✓"), "ok")

    def _show_tickets(self) -> None:
        self._minting.when_through(self._show_made)

    def _show_made(self) -> None:
        tickets = [made.ticket for made in self._made.tickets]
        self.context.state.tickets.load(tickets, Step.TEST_TICKETS)

    def _ask_where(self) -> None:
        name = FILE_NAMES[self.form.currentData()]
        ask_to_save(
            self,
            self.context.messages.gettext("Save test tickets"),
            name,
            f"{name} (*{Path(name).suffix})",
            self._save,
        )

    def _save(self, paths: Sequence[Path]) -> None:
        self._minting.when_through(partial(self._save_made, paths[0]))

    def _save_made(self, path: Path) -> None:
        self._saving.save(path, partial(str, self._made.text))

    def _show_status(self, text: str, tone: str) -> None:
        self._said.setText(text)
        set_tone(self._said, tone)


def _mint(spec: MintSpec, count: int, form: str, cancelled: Callable[[], bool]) -> Made:
    tickets = []
    for ticket in mint_many(spec, count):
        tickets.append(ticket)
        if cancelled():
            break
    return Made(tickets, write_form(form, tickets))

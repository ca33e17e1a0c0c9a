"""Saves the tickets of the window as a case file, masked or whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from inspector.tickets import Ticket, Verdict, judge
from inspector.tickets.cases.case_file import SUFFIX, WHOLE, write_case_file
from inspector.tickets.masking.personal_data import MASKED, Shown
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.saving import Saving
from inspector.window.widgets.file_choice import ask_to_save
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label

NAME: Final = f"case{SUFFIX}"


class CaseDialog(Dialog):
    """Asks masked or whole, then where."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Save case file"), context, parent)
        self._saving = Saving(context.state.saving, context.messages, self)
        self._saving.status_changed.connect(self._show_status)
        count = len(context.state.tickets.sheet.tickets)
        words = context.messages.ngettext(
            "A case file holds the ticket of this window and opens again as it is shown now.",
            "A case file holds the {count} tickets of this window and opens again as they are "
            "shown now.",
            count,
        )
        self.body.addWidget(label(words.format(count=count), wrap=True))
        self.masked = QRadioButton(_("Masked: without keys, ids, names and phone numbers"))
        self.whole = QRadioButton(_("Whole: with session_key and all personal data"))
        self.masked.setChecked(True)
        self._choice = QButtonGroup(self)
        for button in (self.masked, self.whole):
            self._choice.addButton(button)
            self.body.addWidget(button)
        self._notice = Notice(context.theme, "warn")
        self.body.addWidget(self._notice)
        self.whole.toggled.connect(self._warn)
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        self.close_button()
        self.button(_("Save…"), primary=True).clicked.connect(self._ask_where)
        self.size_to(460, 230)

    def _warn(self, whole: bool) -> None:
        sentence = self.context.messages.gettext(
            "Whoever gets this file can decrypt everything that these session_keys decrypt."
        )
        self._notice.show_text(sentence if whole else "", "warn")

    def _ask_where(self) -> None:
        _ = self.context.messages.gettext
        ask_to_save(self, _("Save case file"), NAME, f"{_('Case files')} (*{SUFFIX})", self.save)

    def save(self, paths: Sequence[Path]) -> None:
        """Save to the path chosen."""
        path = paths[0]
        if not path.name.endswith(SUFFIX):
            path = path.with_name(path.name.removesuffix(".json") + SUFFIX)
        state = self.context.state.tickets
        tickets = state.sheet.tickets
        chosen = [state.verdict_of(row) or ticket for row, ticket in enumerate(tickets)]
        shown = WHOLE if self.whole.isChecked() else MASKED
        self._saving.save(path, partial(_case_file, chosen, shown))

    def _show_status(self, text: str, tone: str) -> None:
        self._notice.show_text(text, tone)


def _case_file(chosen: Sequence[Verdict | Ticket], shown: Shown) -> str:
    verdicts = [each if isinstance(each, Verdict) else judge(each) for each in chosen]
    return write_case_file(verdicts, shown=shown)

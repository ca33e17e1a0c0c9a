"""A report of tickets to hand to others: masked unless somebody chooses otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPlainTextEdit, QWidget

from inspector.tickets import Ticket, Verdict, judge
from inspector.tickets.report import Format, Shown, write_report
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.saving import Saving
from inspector.window.widgets.file_choice import ask_to_save
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label, set_tone
from inspector.window.worker import LatestCall, never

PREVIEWED: Final = 100_000
"""Characters of the report that the preview shows."""
TITLES: Final = {Format.MARKDOWN: "Markdown", Format.HTML: "HTML", Format.JSON: "JSON"}


class ReportDialog(Dialog):
    """Form, what to include, a preview; copy or save."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Report"), context, parent)
        self._text = ""
        self._writing = LatestCall(_report, self, delay_ms=30)
        self._writing.finished.connect(self._on_finished)
        self._saving = Saving(context.state.saving, context.messages, self)
        self._saving.status_changed.connect(self._show_status)
        self._build_choices()
        self._build_preview()
        self._build_buttons()
        context.state.tickets.sheet_changed.connect(self._renew)
        self._renew()
        self.size_to(640, 560)

    def _build_choices(self) -> None:
        _ = self.context.messages.gettext
        self.form = QComboBox()
        """Markdown, HTML or JSON."""
        for form, title in TITLES.items():
            self.form.addItem(title, form)
        self.scope = QComboBox()
        """This ticket, or all of the list."""
        for part, name in ((self.form, _("Form of the report")), (self.scope, _("Tickets"))):
            part.setAccessibleName(name)
            part.view().setAccessibleName(name)
        count = len(self.context.state.tickets.sheet.tickets)
        self.scope.addItem(_("This ticket"))
        if count > 1:
            self.scope.addItem(_("All {count} tickets").format(count=count))
        self.personal = QCheckBox(_("Include phone numbers, ids, names and pictures"))
        self.keys = QCheckBox(_("Include session_key"))
        row = QHBoxLayout()
        row.addWidget(self.form)
        row.addWidget(self.scope)
        row.addStretch(1)
        self.body.addLayout(row)
        self._warning = Notice(self.context.theme, "warn")
        for box in (self.personal, self.keys):
            self.body.addWidget(box)
            box.toggled.connect(self._renew)
        self.body.addWidget(self._warning)
        for choice in (self.form, self.scope):
            choice.currentIndexChanged.connect(self._renew)

    def _build_preview(self) -> None:
        self.preview = QPlainTextEdit()
        """The report, or its beginning."""
        self.preview.setProperty("role", "data")
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.context.messages.gettext("Preview of the report"))
        self.preview.setPlaceholderText(self.context.messages.gettext("Writing the report…"))
        self.body.addWidget(self.preview, 1)

    def _build_buttons(self) -> None:
        _ = self.context.messages.gettext
        self._said = label("", "note", wrap=True)
        self.buttons.addWidget(self._said, 1)
        self.close_button()
        self.button(_("Save…")).clicked.connect(self._ask_where)
        self.button(_("Copy"), primary=True).clicked.connect(self._copy)

    @property
    def format(self) -> Format:
        """The form chosen."""
        return Format(self.form.currentData())

    def _renew(self, *_: Any) -> None:
        _t = self.context.messages.gettext
        shown = self._shown
        include = shown.personal or shown.keys
        sentence = _t("Whoever gets this report can read what you include.")
        self._warning.show_text(sentence if include else "", "warn")
        self._show_status("", "ok")
        self._writing.start(*self._asked_for())

    @property
    def _shown(self) -> Shown:
        return Shown(personal=self.personal.isChecked(), keys=self.keys.isChecked())

    def _asked_for(self) -> tuple[list[Verdict | Ticket], Format, Shown, str]:
        """Return what the report is written of."""
        return self._chosen(), self.format, self._shown, self.context.messages.language

    def _chosen(self) -> list[Verdict | Ticket]:
        state = self.context.state.tickets
        if self.scope.currentIndex() == 0:
            return [state.verdict or state.sheet.ticket]
        tickets = state.sheet.tickets
        return [state.verdict_of(row) or ticket for row, ticket in enumerate(tickets)]

    def _on_finished(self, text: str) -> None:
        self._text = text
        self.preview.setPlainText(text[:PREVIEWED])

    def _copy(self) -> None:
        self._writing.when_through(self._copy_written)

    def _copy_written(self) -> None:
        copy_text(self._text)
        self._show_status(self.context.messages.gettext("Copied ✓"), "ok")

    def _ask_where(self) -> None:
        _ = self.context.messages.gettext
        name = f"report{self.format.suffix}"
        filters = f"{TITLES[self.format]} (*{self.format.suffix})"
        ask_to_save(self, _("Save report"), name, filters, self._save)

    def _save(self, paths: Sequence[Path]) -> None:
        """Save the report of this moment, also while it is still being written."""
        written = partial(str, self._text)
        make = partial(_report, *self._asked_for(), never) if self._writing.busy else written
        self._saving.save(paths[0], make)

    def _show_status(self, text: str, tone: str) -> None:
        self._said.setText(text)
        set_tone(self._said, tone)


def _report(
    chosen: Sequence[Verdict | Ticket],
    form: Format,
    shown: Shown,
    language: str,
    cancelled: Callable[[], bool],
) -> str:
    verdicts = []
    for each in chosen:
        if cancelled():
            return ""
        verdicts.append(each if isinstance(each, Verdict) else judge(each, cancelled=cancelled))
    return write_report(verdicts, form, shown=shown, language=language)

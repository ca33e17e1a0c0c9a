"""What can be done about a verdict, as buttons below the banner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.tickets import Proposal, Verdict
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.file_dialogs import FileDialogs
from inspector.window.proposals import proposal_titles
from inspector.window.sample_tickets import SampleTickets
from inspector.window.state.ticket_rows import KEY_WANTED

FAULTS: Final = ("examination_failed", "showing_failed")
"""Findings that hold the report of a fault of ours."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do about a verdict."""

    title: str
    run: Callable[[], None]
    primary: bool = False


class Actions(QObject):
    """Knows what can be done about the ticket shown."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = context.messages
        self._tickets = context.state.tickets
        self._path = context.state.path
        self._dialogs = FileDialogs(context, parent)
        self._samples = SampleTickets(context)

    def for_verdict(self, verdict: Verdict) -> list[Action]:
        """Return what can be done about a verdict, the best first."""
        shown = [p for p in verdict.proposals if not _below_its_field(verdict, p)]
        made = [
            Action(title, partial(self._tickets.accept, proposal), primary=proposal is shown[0])
            for title, proposal in zip(proposal_titles(self._messages, shown), shown, strict=True)
        ]
        fault = next((f for f in verdict.findings if f.code in FAULTS), None)
        if fault is not None:
            report = str(fault.parameters.get("fault", ""))
            made.append(Action(self._messages.gettext("Copy report"), partial(copy_text, report)))
        told = (*verdict.findings, *self._tickets.sheet.capture.findings)
        if any(finding.code == "share_path" for finding in told):
            title = self._messages.gettext("Use in Share path")
            made.append(Action(title, self._use_path, primary=True))
        if verdict.cause in KEY_WANTED:
            made += self._for_want_of_a_key(verdict, first=not made)
        return made

    def without_verdict(self) -> list[Action]:
        """Return what helps where there is no ticket yet."""
        if self._tickets.busy:
            return []
        _ = self._messages.gettext
        actions = [Action(_("Open files…"), self._dialogs.ask_for_captures)]
        if self._tickets.sheet.blank:
            actions.insert(0, Action(_("Try a sample"), self._samples.show_first))
        return actions

    def _for_want_of_a_key(self, verdict: Verdict, *, first: bool) -> list[Action]:
        _ = self._messages.gettext
        given = verdict.ticket.session_key
        title = _("Replace session_key") if given else _("Enter session_key")
        return [
            Action(title, self._ask_for_key, first),
            Action(_("Load key file…"), self._dialogs.ask_for_keys),
        ]

    def _use_path(self) -> None:
        self._path.use_text(self._tickets.sheet.text)

    def _ask_for_key(self) -> None:
        self._tickets.ask_for("session_key")


def _below_its_field(verdict: Verdict, proposal: Proposal) -> bool:
    """Say whether the repairs of a proposal stand below their fields, with a button there."""
    repaired = {repair.field for repair in verdict.repairs}
    return proposal.code != "known_key" and all(name in repaired for name in proposal.fields)

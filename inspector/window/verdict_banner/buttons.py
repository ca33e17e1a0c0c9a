"""What can be done about a verdict, as buttons below the banner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.tickets import Proposal, Verdict
from inspector.tickets.ticket import WIRE_NAMES
from inspector.window.context import Context
from inspector.window.file_dialogs import FileDialogs
from inspector.window.proposals import proposal_title
from inspector.window.sample_tickets import SampleTickets

KEY_WANTED: Final = ("session_key_wrong", "session_key_missing")


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
        self._dialogs = FileDialogs(context, parent)
        self._samples = SampleTickets(context)

    def for_verdict(self, verdict: Verdict) -> list[Action]:
        """Return what can be done about a verdict, the best first."""
        made = [self._proposal(p, first=i == 0) for i, p in enumerate(verdict.proposals)]
        changed = repaired_fields(verdict)
        if changed and changed not in [dict(p.fields) for p in verdict.proposals]:
            title = self._messages.gettext("Apply the repairs to the fields")
            made.append(Action(title, partial(self._apply, changed)))
        if verdict.cause in KEY_WANTED:
            title = self._messages.gettext("Load key file …")
            made.append(Action(title, self._dialogs.ask_for_keys))
        return made

    def without_verdict(self) -> list[Action]:
        """Return what helps where there is no ticket yet."""
        if self._tickets.busy:
            return []
        _ = self._messages.gettext
        actions = [Action(_("Open files …"), self._dialogs.ask_for_captures)]
        if self._tickets.sheet.blank:
            sample = Action(_("Show a sample ticket"), self._samples.show_first, primary=True)
            actions.insert(0, sample)
        return actions

    def _proposal(self, proposal: Proposal, *, first: bool) -> Action:
        title = proposal_title(self._messages, proposal)
        return Action(title, partial(self._tickets.accept, proposal), first)

    def _apply(self, changed: dict[str, str | None]) -> None:
        self._tickets.edit_fields(changed, self._messages.gettext("Apply repairs"))


def repaired_fields(verdict: Verdict) -> dict[str, str | None]:
    """Return the new value of each field that was repaired."""
    return {
        wire: verdict.repaired.field(wire)
        for wire in WIRE_NAMES.values()
        if verdict.repaired.field(wire) != verdict.ticket.field(wire)
    }

"""What stands below a field: repairs that were made, corrections that are proposed, offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.findings import Finding, Severity
from inspector.tickets import Proposal, Verdict
from inspector.window.context import Context
from inspector.window.proposals import proposal_title
from inspector.window.state.ticket_state import Offer
from inspector.window.ticket_panel.offers import offer_sentence
from inspector.window.widgets.notice import Notice

MOST_NOTICES: Final = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One notice: its sentence, its tone, its button and what that does."""

    text: str
    tone: str
    action: str = ""
    run: Callable[[], None] | None = None


class RepairNotices(QWidget):
    """The notices of one field. Nothing is changed in it until a button is pressed."""

    def __init__(self, field: str, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._context = context
        self._verdict: Verdict | None = None
        self._offer: Offer | None = None
        self._applied_at = -1
        self._lines: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(4))
        self._notices: list[Notice] = []
        self.setVisible(False)

    @property
    def texts(self) -> list[str]:
        """The sentences shown."""
        return [line.text for line in self._lines]

    @property
    def shown(self) -> list[Notice]:
        """The notices that are shown."""
        return self._notices[: len(self._lines)]

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show what a verdict says of this field."""
        self._verdict = verdict
        self._fill()

    def show_offer(self, offer: Offer | None) -> None:
        """Show a capture that was pasted into this field."""
        self._offer = offer if offer and offer.field == self._field else None
        self._fill()

    def _fill(self) -> None:
        lines = [*self._offer_lines(), *self._repair_lines()]
        self._lines = [*lines, *self._undo_lines()][:MOST_NOTICES]
        while len(self._notices) < len(self._lines):
            notice = Notice(self._context.theme, parent=self, stacked=True)
            notice.acted.connect(partial(self._run, len(self._notices)))
            self._column.addWidget(notice)
            self._notices.append(notice)
        for notice, line in zip(self._notices, self._lines, strict=False):
            notice.show_text(line.text, line.tone, line.action)
        for notice in self._notices[len(self._lines) :]:
            notice.show_text("")
        self.setVisible(bool(self._lines))

    def _run(self, index: int) -> None:
        run = self._lines[index].run
        if run is not None:
            run()

    def _offer_lines(self) -> list[Line]:
        if self._offer is None:
            return []
        messages = self._context.messages
        take = self._context.state.tickets.take_offer
        sentence = offer_sentence(messages, self._offer)
        return [Line(sentence, "info", messages.gettext("Use it"), take)]

    def _repair_lines(self) -> list[Line]:
        verdict, messages = self._verdict, self._context.messages
        if verdict is None:
            return []
        proposal = next((p for p in verdict.proposals if self._field in p.fields), None)
        lines: list[Line] = []
        for repair in verdict.repairs:
            if repair.field == self._field:
                parameters = {"count": repair.count}
                finding = Finding(repair.code, Severity.WARNING, self._field, parameters)
                lines.append(Line(messages.finding(finding).text, "warn"))
        if lines and proposal is not None:
            lines[0] = self._with_button(lines[0], proposal)
        elif lines and verdict.repaired.field(self._field) != verdict.ticket.field(self._field):
            lines[0] = replace(
                lines[0], action=messages.gettext("Apply to the field"), run=self._apply
            )
        return lines or ([self._proposed(proposal)] if proposal is not None else [])

    def _with_button(self, line: Line, proposal: Proposal) -> Line:
        title = proposal_title(self._context.messages, proposal)
        return replace(line, action=title, run=partial(self._accept, proposal))

    def _proposed(self, proposal: Proposal) -> Line:
        """Word a correction that was not needed, or not enough, to open the ticket."""
        messages = self._context.messages
        lead = messages.gettext("A correction of {field} is proposed.").format(field=self._field)
        line = Line(f"{lead} {messages.finding(proposal.proof).text}", "info")
        return self._with_button(line, proposal)

    def _undo_lines(self) -> list[Line]:
        undo = self._context.state.undo
        if undo.index() != self._applied_at:
            return []
        messages = self._context.messages
        text = messages.gettext("The repaired text stands in the field now.")
        return [Line(text, "ok", messages.gettext("Undo"), undo.undo)]

    def _apply(self) -> None:
        if self._verdict is not None:
            repaired = self._verdict.repaired.field(self._field)
            self._change(partial(self._set, repaired))

    def _set(self, value: str | None) -> None:
        text = self._context.messages.gettext("Apply repair")
        self._context.state.tickets.edit_fields({self._field: value}, text)

    def _accept(self, proposal: Proposal) -> None:
        self._change(partial(self._context.state.tickets.accept, proposal))

    def _change(self, change: Callable[[], None]) -> None:
        change()
        self._applied_at = self._context.state.undo.index()
        self._fill()

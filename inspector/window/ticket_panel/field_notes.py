"""What stands below a field: each repair once, as a small difference, and what is offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from inspector.tickets import Proposal, Verdict
from inspector.window.context import Context
from inspector.window.proposals import proposal_title
from inspector.window.state.sheet import Offer
from inspector.window.state.undo import Step
from inspector.window.ticket_panel.offers import offer_sentence
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label, set_tone

if TYPE_CHECKING:
    from inspector.window.ticket_panel.differences import Difference


class FieldNotes(QWidget):
    """The notes of one field. The field itself changes only when a button says so.

    A repair that is applied stays shown, with Undo, until something else is edited.
    """

    def __init__(self, field: str, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._context = context
        self._verdict: Verdict | None = None
        self._applied: list[Difference] = []
        self._applied_at = -1
        self._shown: list[str] = []
        self._row = Flow(context.theme.px(4), self)
        self._offer = Notice(context.theme, parent=self, stacked=True)
        self._offer.acted.connect(context.state.tickets.take_offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        column.addWidget(self._row)
        column.addWidget(self._offer)
        self._row.hide()
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is shown, difference by difference, the offer last."""
        return [*self._shown, *([self._offer.text] if self._offer.text else [])]

    @property
    def links(self) -> list[QPushButton]:
        """What can be pressed."""
        return [b for b in self.findChildren(QPushButton) if not b.isHidden()]

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show what a verdict says of this field."""
        if verdict is not None and verdict is self._verdict:
            return
        self._verdict = verdict
        self._fill()

    def show_offer(self, offer: Offer | None) -> None:
        """Show a capture that was pasted into this field."""
        mine = offer if offer is not None and offer.field == self._field else None
        messages = self._context.messages
        sentence = offer_sentence(messages, mine) if mine is not None else ""
        self._offer.show_text(sentence, "info", messages.gettext("Use it"))
        self._settle()

    def _fill(self) -> None:
        messages = self._context.messages
        found = self._differences()
        applied = not found and self._context.state.undo.index() == self._applied_at
        shown = self._applied if applied else found
        proposal = self._proposal()
        self._shown = [f"{d.lead} {d.before} → {d.after}".strip() for d in shown]
        widgets = [widget for difference in shown for widget in self._widgets(difference)]
        if applied:
            widgets.append(self._link(messages.gettext("Undo"), self._context.state.undo.undo))
        elif shown and not self._moved():
            widgets.append(self._link(messages.gettext("Apply"), self._apply))
        elif proposal is not None:
            if not shown:
                self._shown = [messages.gettext("A correction is proposed")]
                widgets.append(self._note(self._shown[0]))
            title = proposal_title(messages, proposal)
            widgets.append(self._link(title, partial(self._accept, proposal)))
        self._row.fill(widgets)
        self._settle()

    def _settle(self) -> None:
        self.setVisible(not self._row.isHidden() or bool(self._offer.text))

    def _proposal(self) -> Proposal | None:
        proposals = self._verdict.proposals if self._verdict is not None else ()
        return next((each for each in proposals if self._field in each.fields), None)

    def _moved(self) -> bool:
        """Say whether values were used in other fields, which one field cannot take back."""
        repairs = self._verdict.repairs if self._verdict is not None else ()
        return any(repair.code == "fields_swapped" for repair in repairs)

    def _widgets(self, difference: Difference) -> list[QWidget]:
        lead = self._note(difference.lead)
        if not difference.before and not difference.after:
            return [lead]
        removed = self._context.messages.gettext("removed")
        parts: list[QWidget] = [lead]
        if difference.before:
            parts += [label(difference.before, "before"), self._note("→")]
        after = label(difference.after, "after") if difference.after else self._note(removed)
        return [*parts, after]

    def _note(self, text: str) -> QWidget:
        made = label(text, "note")
        set_tone(made, "warn")
        return made

    def _link(self, title: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(title)
        button.setProperty("role", "link")
        button.setProperty("size", "note")
        button.clicked.connect(run)
        return button

    def _apply(self) -> None:
        if self._verdict is not None:
            repaired = self._verdict.repaired.field(self._field)
            self._keep()
            self._context.state.tickets.edit_fields({self._field: repaired}, Step.CORRECT)
            self._applied_at = self._context.state.undo.index()

    def _accept(self, proposal: Proposal) -> None:
        self._keep()
        self._context.state.tickets.accept(proposal)
        self._applied_at = self._context.state.undo.index()

    def _keep(self) -> None:
        """Remember the differences that are about to be applied, to show them with Undo."""
        if self._verdict is not None:
            self._applied = self._differences()

    def _differences(self) -> list[Difference]:
        if self._verdict is None:
            return []
        from inspector.window.ticket_panel.differences import differences

        return differences(self._context.messages, self._verdict, self._field)

"""Sample tickets, one menu entry away."""

from __future__ import annotations

from functools import partial

from inspector.tickets.cases.samples import Sample, samples
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.state.undo import Step


class SampleTickets:
    """Shows the sample tickets that come with the program."""

    def __init__(self, context: Context) -> None:
        self._messages = context.messages
        self._tickets = context.state.tickets

    def commands(self) -> list[Command]:
        """Return a command for each sample."""
        _ = self._messages.gettext
        return [
            Command(
                f"ticket.sample.{sample.name}",
                Menu.TICKET,
                _("Sample: {title}").format(title=_(sample.title)),
                partial(self.show, sample),
                section=5,
            )
            for sample in samples()
        ]

    def show(self, sample: Sample) -> None:
        """Load a sample, undoably."""
        self._tickets.load([sample.ticket], Step.SAMPLE)

    def show_first(self) -> None:
        """Load the first sample."""
        self.show(samples()[0])

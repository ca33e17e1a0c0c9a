"""Sample tickets, so that a newcomer sees the main job at once."""

from __future__ import annotations

from dataclasses import dataclass

from inspector import assets
from inspector.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample ticket. Its texts are English msgids."""

    name: str
    """The name of its file in `resources/samples`, without the ending."""
    title: str
    """A few words, such as a menu entry."""
    note: str
    """A sentence: where it comes from."""

    @property
    def ticket(self) -> Ticket:
        """The ticket, read from its file when somebody wants to see it."""
        from inspector.tickets.cases.case_file import SUFFIX, read_case_file

        return read_case_file(assets.text("samples", self.name + SUFFIX)).cases[0].ticket


def samples() -> tuple[Sample, ...]:
    """Return the sample tickets in the order of a menu, our own share ticket first."""
    return tuple(Sample(row["file"], row["title"], row["note"]) for row in assets.table("samples"))

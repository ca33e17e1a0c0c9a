"""The row: one report as it stood in its file, and the ticket in it."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field

from inspector.findings import Finding
from inspector.tickets import Ticket, Verdict


class Cells(Mapping[str, str]):
    """The cells of a row by the names of their columns; the names are shared by all rows."""

    __slots__ = ("names", "values_")

    def __init__(self, names: tuple[str, ...], values: tuple[str, ...]) -> None:
        self.names = names
        self.values_ = values
        """One for each name."""

    def __getitem__(self, name: str) -> str:
        try:
            return self.values_[self.names.index(name)]
        except ValueError:
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def items(self) -> ItemsView[str, str]:
        """Return all cells with their names, without a search for each."""
        return dict(zip(self.names, self.values_, strict=True)).items()

    def values(self) -> ValuesView[str]:
        """Return all cells, without a search for each."""
        return dict(zip(self.names, self.values_, strict=True)).values()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]  # it equals dicts, which have none either

    def __repr__(self) -> str:
        """Name the columns and none of their cells: a key may be in them."""
        return f"<Cells of {', '.join(self.names)}>"

    def __reduce__(self) -> tuple[type[Cells], tuple[tuple[str, ...], tuple[str, ...]]]:
        return Cells, (self.names, self.values_)


NO_CELLS = Cells((), ())


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a file."""

    file: str
    """The file's name: within the folder or archive that was named, if any."""
    number: int
    """Its row or line in the file, counted from 1 as a spreadsheet does; of a text without
    rows the number of the ticket in it."""
    columns: Mapping[str, str] = field(repr=False)
    """The cells of the user's own columns by their names, in the order of the file."""
    ticket: Ticket
    findings: tuple[Finding, ...] = ()
    """What the row is when it holds no ticket."""
    verdict: Verdict | None = None
    """The verdict that a masked case file brings along; such a ticket is not judged again."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a ticket was found in it."""
        ticket = self.ticket
        return not (ticket.session_key or ticket.iv or ticket.encrypted_data)

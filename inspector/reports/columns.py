"""Which column of a table holds which field of a ticket, and the rows that follow from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Final

from inspector.findings import Finding, Severity
from inspector.reports.row import Cells, Row
from inspector.tickets import Ticket, read
from inspector.tickets.fields import MAIN_FIELDS
from inspector.tickets.ticket import ATTRIBUTES

LABEL: Final = "label"
TEXT: Final = "text"
"""What a column holds whose cells are read as captures: JSON, a chat, an address."""
OTHER: Final = "other"
"""What a column holds that is only carried along."""
FIELDS: Final = (*ATTRIBUTES, LABEL)
"""The fields in the order in which `Ticket` takes them."""
MEANINGS: Final = (*FIELDS, TEXT, OTHER)
"""What a user may say that a column holds."""
LONG_ROW: Final = 10_000
"""Characters from which on a row is read as a text only if encrypted data may be in it."""
MOST_CARRIED: Final = 4_000_000
"""Characters of own cells that the tickets of one row carry along, each all of them."""
LEAST_TICKETS: Final = 3
"""Tickets of one row that are taken however much they carry along."""
_PIECE: Final = re.compile(r'"((?>(?:[^"]|"")*))"')
_FORMULA: Final = re.compile(
    rf"""
    =\s*(?:T\(\s*)?                                   # `=` `=T(`
    {_PIECE.pattern}(?>(?:\s*&\s*"(?:[^"]|"")*")*)     # `"0012"` `"0012"&"3"`
    \s*\)?\s*                                         # `)`
    """,
    re.VERBOSE,
)
_VALUE: Final = re.compile(r"[A-Za-z0-9+/_-]{20}")
"""What every cell has in which a part of a ticket may stand."""
_DATA: Final = re.compile(r"[A-Za-z0-9+/_%-]{42}")
"""What encrypted data has, whatever became of it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table."""

    names: tuple[str, ...]
    """None empty, none twice, in the order of the table."""
    fields: Mapping[str, int] = field(default_factory=dict)
    """Field, named as on the wire (or `label`) -> its column, counted from 0."""
    texts: tuple[int, ...] = ()
    """The columns whose cells are read as captures."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(unique(self.names)))

    @property
    def known(self) -> bool:
        """Whether a ticket can come out of them at all."""
        return bool(self.texts) or any(name in self.fields for name in MAIN_FIELDS)

    def meaning(self, column: int) -> str:
        """Return what a column holds: a field, `text` or `other`."""
        held = next((name for name, at in self.fields.items() if at == column), None)
        return held or (TEXT if column in self.texts else OTHER)

    def with_meanings(self, meanings: Mapping[str, str]) -> Columns:
        """Return the columns as a user says them: name (or number from 1) -> one of `MEANINGS`."""
        fields, texts = dict(self.fields), set(self.texts)
        for name, meaning in meanings.items():
            column = self._place(name)
            if column is None:
                continue
            fields = {each: at for each, at in fields.items() if at != column and each != meaning}
            texts.discard(column)
            if meaning == TEXT:
                texts.add(column)
            elif meaning != OTHER:
                fields[meaning] = column
        return replace(self, fields=fields, texts=tuple(sorted(texts)))

    def has(self, name: str) -> bool:
        """Say whether there is a column of this name or number."""
        return self._place(name) is not None

    def _place(self, name: str) -> int | None:
        if name in self.names:
            return self.names.index(name)
        number = int(name) if name.isascii() and name.isdecimal() and len(name) < 6 else 0
        return number - 1 if 1 <= number <= len(self.names) else None


class RowMaker:
    """Makes rows of cells, as fast as that can be: it is done for every row of a file."""

    def __init__(self, file: str, columns: Columns) -> None:
        self.file = file
        self.columns = columns
        self._width = len(columns.names)
        places = [columns.fields.get(name) for name in FIELDS]
        self._places = [self._width if place is None else place for place in places]
        secret = {columns.fields.get(name) for name in MAIN_FIELDS}
        own = [at for at in range(self._width) if at not in secret]
        self.own = picker(own)
        """Gives the cells that are carried along, of a row in which none is missing."""
        self.own_names = self.own(columns.names)
        """The names of the columns that are carried along."""

    def rows(self, number: int, cells: list[str]) -> list[Row]:
        """Return the reports of one row; more than one only where a cell is a text of several.

        `number` is the row's in the file. Cells may be missing at the end, or be more than columns.
        """
        width = len(cells)
        if width != self._width:
            if width > self._width:
                return self._wider(number, cells)
            cells = cells + [""] * (self._width - width)
        if any(cell[:1] == "=" for cell in cells):
            cells = list(map(unwrapped, cells))
        own = Cells(self.own_names, self.own(cells))
        given = (*cells, None)
        ticket = Ticket(*[given[at] or None for at in self._places])
        if not ticket.encrypted_data or (self.columns.texts and not ticket.session_key):
            return self._with_texts(number, cells, own, ticket)
        return [Row(self.file, number, own, ticket)]

    def _wider(self, number: int, cells: list[str]) -> list[Row]:
        """Name the cells that no column was seen for by their places."""
        more = tuple(f"column {at + 1}" for at in range(self._width, len(cells)))
        columns = replace(self.columns, names=self.columns.names + more)
        return RowMaker(self.file, columns).rows(number, cells)

    def _with_texts(self, number: int, cells: list[str], own: Cells, ticket: Ticket) -> list[Row]:
        """Look for the ticket, or what it misses, in the cells that are texts, else in all."""
        captures = [read(cells[at]) for at in self.columns.texts if _VALUE.search(cells[at])]
        if not any(capture.tickets for capture in captures):
            text = "\n".join(cells)
            value = _DATA if len(text) > LONG_ROW else _VALUE
            captures += [read(text)] if value.search(text) else []
        found = _worth_rows([each for capture in captures for each in capture.tickets])
        findings = tuple(f for capture in captures for f in capture.findings)
        if not found:
            return [Row(self.file, number, own, ticket, findings)]
        most = max(LEAST_TICKETS, MOST_CARRIED // (1 + sum(map(len, own.values_))))
        rows = [Row(self.file, number, own, _completed(ticket, each)) for each in found[:most]]
        if len(found) > most:
            parameters = {"count": len(found) - most, "most": most}
            left_out = Finding("tickets_left_out", Severity.WARNING, None, parameters)
            rows.append(Row(self.file, number, own, Ticket(None, None, None), (left_out,)))
        return rows


def picker(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return what gives the cells at some places of a row."""
    if len(places) > 1:
        return itemgetter(*places)
    start, end = (places[0], places[0] + 1) if places else (0, 0)
    return lambda cells: tuple(cells[start:end])


def _worth_rows(found: list[Ticket]) -> list[Ticket]:
    """Return the tickets of one row that have data; without any the first one.

    Each becomes a row with all columns: a thousand cells that look like keys must not be 500.
    """
    return [each for each in found if each.encrypted_data] or found[:1]


def _completed(ticket: Ticket, found: Ticket) -> Ticket:
    """Return a ticket with what is missing in its columns taken from a text."""
    missing = [name for name in FIELDS if not getattr(ticket, ATTRIBUTES.get(name, name))]
    attributes = [ATTRIBUTES.get(name, name) for name in missing]
    return replace(ticket, **{name: getattr(found, name) for name in attributes})


def unwrapped(cell: str) -> str:
    """Return the text of a cell that was written as a formula, `="00123"`, to keep it a text.

    Of `="…"&"…"`, too: no piece of a formula may be longer than 255 characters.
    """
    if not _FORMULA.fullmatch(cell):
        return cell
    return "".join(piece[1].replace('""', '"') for piece in _PIECE.finditer(cell))


def unique(names: Sequence[str]) -> list[str]:
    """Return a name for each column: none empty, none twice."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    made: list[str] = []
    for at, given in enumerate(names):
        name = first = unwrapped(given).strip() or f"column {at + 1}"
        while name in taken:
            counts[first] = counts.get(first, 1) + 1
            name = f"{first} ({counts[first]})"
        taken.add(name)
        made.append(name)
    return made

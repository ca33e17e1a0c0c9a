"""The row: one report as it stood in its file, and the ticket in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from inspector.tickets import Ticket


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a file."""

    file: str
    """The file's name, without its folder."""
    number: int
    """Its row or line in the file, counted from 1 as a spreadsheet does."""
    columns: Mapping[str, str] = field(repr=False)
    """The cells of the other columns by their names, in the order of the file."""
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Result:
    """What judging one row gave."""

    row: Row
    """Its columns are masked like the data."""
    data: Mapping[str, Any] = field(repr=False)
    """The JSON of `inspector decode`, see `Verdict.to_dict`; session keys masked on demand."""

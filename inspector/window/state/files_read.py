"""What reading files gave: their tickets, where these stood, and what was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from inspector.findings import Finding
from inspector.tickets import Capture, Verdict

if TYPE_CHECKING:
    from inspector.reports import ReportError


class Trouble(StrEnum):
    """Why a file gave no ticket."""

    UNREADABLE = "unreadable"
    NO_TICKET = "no_ticket"
    NO_FILE = "no_file"
    """A pipe or a device: whoever reads it may wait for ever."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a ticket stood in its file, and what the user's own columns say there."""

    number: int
    """The row, counted from 1 as a spreadsheet does."""
    cells: Mapping[str, str]
    """By the names of the columns, in the order of the file."""
    file: str = ""
    """The file's name."""
    findings: tuple[Finding, ...] = ()
    """What the row is when it holds no ticket."""


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What several files gave together."""

    names: tuple[str, ...] = ()
    text: str = ""
    """Their text one after the other, cut where it is too long to be kept; none of tables."""
    capture: Capture = Capture()
    """The tickets of all of them, with places in `text`."""
    origins: tuple[Origin, ...] = ()
    """One for each ticket."""
    troubles: tuple[tuple[str, Trouble | ReportError], ...] = ()
    """Name of a file and what is wrong with it."""
    given: tuple[Verdict, ...] = ()
    """Verdicts of masked case files, whose tickets cannot be judged again."""
    is_cancelled: bool = False
    """Whether the reading was cancelled, so that there may be more in the files."""

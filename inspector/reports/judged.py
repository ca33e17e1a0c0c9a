"""The judged row."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.reports.key_files import KnownKey
from inspector.reports.row import Row
from inspector.tickets import Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its verdict."""

    row: Row
    verdict: Verdict
    key: KnownKey | None = None
    """The key of a file, or of another row, that opens it."""

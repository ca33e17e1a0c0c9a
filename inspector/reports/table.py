"""The table: what one file, sheet or member of an archive is read as."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from inspector.reports.batches import Batch
from inspector.reports.columns import Columns
from inspector.reports.errors import ReportError
from inspector.reports.row import Row


class FileForm(StrEnum):
    """What a file is read as."""

    DELIMITED = "delimited"
    JSON_LINES = "json_lines"
    JSON_ARRAY = "json_array"
    WORKBOOK = "workbook"
    CASES = "cases"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """One file, seen by its beginning; its rows are read as they are asked for."""

    name: str
    """For people: within the folder or archive that was named, if any."""
    form: FileForm
    columns: Columns | None
    """What its columns hold; None for a text without any."""
    size: int
    """Bytes on disk, 0 where that is not known; a batch's `place` counts in them."""
    _batches: Callable[[], Iterator[Batch]] = field(repr=False)

    def batches(self) -> Iterator[Batch]:
        """Give its stretches, once.

        Raises:
            OSError: It cannot be read on.
            ReportError: It is broken, or more than what is read.
        """
        return self._batches()

    def rows(self) -> Iterator[Row]:
        """Give its rows, once; raises as `batches` does."""
        for batch in self.batches():
            yield from batch.rows()


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file of which nothing could be read."""

    name: str
    error: OSError | ReportError

"""A table fills the blanks of a share path: one row, one link."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from inspector.share_paths.blanks import BLANK, blanks_of, filled
from inspector.share_paths.link import Link, Options
from inspector.share_paths.rendering import render
from inspector.share_paths.share_path import SharePath

DELIMITERS: Final = ",;\t|"
MOST_CHARACTERS: Final = 50_000_000
UNSAFE_IN_NAME: Final = str.maketrans('<>:"/\\|?*\0\r\n\t', "_" * 13)
LONGEST_NAME: Final = 100


class RowsError(ValueError):
    """The table cannot fill the blanks."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        """English, one sentence with places for the values; a gettext msgid."""
        self.values = values


@dataclass(frozen=True, slots=True)
class Filled:
    """One row and the link that came of it."""

    row: Mapping[str, str]
    share_path: SharePath
    link: Link


def read_table(text: str) -> tuple[Sequence[str], list[Mapping[str, str]]]:
    """Return the names of the columns and the rows of a CSV; blank rows are left out.

    Raises:
        RowsError: There is no row, or the text is no table.
    """
    if len(text) > MOST_CHARACTERS:
        raise RowsError(TOO_LARGE)
    head = text.lstrip("\ufeff\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    csv.field_size_limit(MOST_CHARACTERS)
    try:
        lines = list(
            csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
        )
    except csv.Error as error:
        raise RowsError(NO_TABLE) from error
    lines = [line for line in lines if any(cell.strip() for cell in line)]
    if len(lines) < len(("names", "values")):
        raise RowsError(NO_ROW)
    names = [name.strip() for name in lines[0]]
    padding = [""] * len(names)
    rows = [dict(zip(names, [*line, *padding], strict=False)) for line in lines[1:]]
    return names, list(rows)


def fill_rows(
    share_path: SharePath,
    target: str,
    options: Options,
    names: Sequence[str],
    rows: Sequence[Mapping[str, str]],
) -> Iterator[Filled]:
    """Yield a link for each row.

    Raises:
        RowsError: The path has no blank, or a blank has no column.
    """
    columns_needed(share_path, names)
    for row in rows:
        path = filled(share_path, row)
        yield Filled(row, path, render(path, target, options))


def columns_needed(share_path: SharePath, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns that fill a path's blanks.

    Raises:
        RowsError: The path has no blank, or a blank has no column.
    """
    blanks = blanks_of(share_path)
    if not blanks:
        raise RowsError(NO_BLANK)
    missing = [name for name in blanks if name not in names]
    if missing:
        raise RowsError(NO_COLUMN, names=", ".join(missing), columns=", ".join(names))
    return blanks


def file_names(pattern: str, rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Return a file name for each row from a pattern such as `${id}.png`; none twice.

    What no file name may hold becomes `_`; a pattern without a blank gets numbers, and so
    does a name that came up before.
    """
    stem, dot, suffix = pattern.rpartition(".")
    names: list[str] = []
    taken: set[str] = set()
    for number, row in enumerate(rows, 1):
        name = BLANK.sub(partial(_safe, row), stem)
        name = name if name != stem else f"{stem}-{number}"
        while f"{name}{dot}{suffix}".casefold() in taken:
            name = f"{name}-{number}"
        names.append(f"{name}{dot}{suffix}")
        taken.add(names[-1].casefold())
    return names


def _safe(row: Mapping[str, str], place: re.Match[str]) -> str:
    value = row.get(place[1].strip(), "").translate(UNSAFE_IN_NAME).strip(" .")
    return value[:LONGEST_NAME] or "_"


NO_TABLE: Final = "It is not a table of comma-separated values."
NO_ROW: Final = "It needs a line of column names and at least one row below it."
TOO_LARGE: Final = "It is larger than any table of links."
NO_BLANK: Final = "The path has no blank to fill; write one as ${{name}}."
NO_COLUMN: Final = "There is no column for {names}; the columns are {columns}."

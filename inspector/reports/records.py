"""Delimited text -> records, whatever the delimiter and the quotes, broken rows included."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import methodcaller
from typing import Final

DELIMITERS: Final = (",", "\t", ";", "|", "，", "^", "~", "\x01", "\x1f")
LIKELY: Final = 4
"""So many of them are taken without a named field that speaks for them."""
LEVEL: Final = 2.0
"""What a delimiter is worth that cuts all rows alike; the rare ones are then not looked at."""
BROKEN: Final = 0.45
"""What a delimiter is worth, compared with others, that leaves broken quotes."""
SNIFFED_ROWS: Final = 40
LONGEST_CELL: Final = 64 * 1024 * 1024
MOST_LINES: Final = 2_000
"""Lines that one record may have; a quote that is not closed by then was never meant as one."""
MOST_CHARACTERS: Final = 4_000_000
_SEPARATOR: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""The line by which a file tells Excel its delimiter."""
_ESCAPED: Final = re.compile(r'\\"(?!["\r\n]|\Z)')
_SIGNS: Final = "".join(map(re.escape, DELIMITERS))
_SINGLE: Final = re.compile(rf"(?:^|[{_SIGNS}])'[^'\r\n]*'(?=[{_SIGNS}\r\n])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of a file are told apart."""

    delimiter: str = ","
    quote: str = '"'
    escape: str | None = None
    """`\\` in exports that write a quote within a cell as `\\"`."""

    def cells(
        self, lines: Iterator[str] | Sequence[str], *, strict: bool = False
    ) -> Iterator[list[str]]:
        """Give the records of some lines; `strict` has broken quotes raise `csv.Error`."""
        csv.field_size_limit(LONGEST_CELL)
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            escapechar=self.escape,
            strict=strict,
        )

    def unquoted(self, lines: Sequence[str]) -> Iterator[list[str]]:
        """Give the records of lines without their ends, in which no quote stands."""
        if self.escape is not None:
            return self.cells(lines)
        return map(methodcaller("split", self.delimiter), lines)

    def literally(self, line: str) -> list[str]:
        """Return the cells of a line whose quotes are no quotes."""
        text = line.rstrip("\r\n")
        return text.split(self.delimiter) if text else []


def sniff(text: str, expected: str | None = None) -> Dialect:
    """Return the dialect of a file by its beginning; `expected` is what its name tells."""
    stated = _SEPARATOR.match(text)
    quote = '"' if '"' in text or not _SINGLE.search(text) else "'"
    escape = "\\" if _ESCAPED.search(text) and '""' not in text else None
    if stated:
        return Dialect(stated[1], quote, escape)
    dialects = [Dialect(sign, quote, escape) for sign in DELIMITERS[:LIKELY] if sign in text]
    rare = [Dialect(sign, quote, escape) for sign in DELIMITERS[LIKELY:] if sign in text]
    likely = [(_regularity(text, each), each) for each in dialects]
    best = max(likely, key=_worth, default=(0.0, Dialect(expected or ",", quote, escape)))
    if best[0] < LEVEL and rare:
        best = max([best, *((_regularity(text, each), each) for each in rare)], key=_worth)
    fitting = next((each for each in dialects if each.delimiter == expected), None)
    return fitting if fitting and _regularity(text, fitting) * 2 > best[0] else best[1]


def _worth(scored: tuple[float, Dialect]) -> float:
    return scored[0]


def _regularity(text: str, dialect: Dialect) -> float:
    """Return how well a delimiter cuts a text: 0 not, more the more rows have the same width.

    A delimiter that leaves quotes where none can be is likely a part of what is quoted.
    """
    rows, is_broken = _first_rows(text, dialect, strict=True)
    if is_broken:
        rows, _ = _first_rows(text, dialect, strict=False)
    rows = [row for row in rows if any(row)]
    rows = rows[:-1] if len(rows) > 2 else rows  # the last one may be cut
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, count = widths.most_common(1)[0]
    score = count / len(rows) * 2 + min(width, 20) / 100
    return score * BROKEN if is_broken else score


def _first_rows(text: str, dialect: Dialect, *, strict: bool) -> tuple[list[list[str]], bool]:
    """Return the first records of a text, and whether its quotes are broken among them.

    At its end the text may be cut.
    """
    lines = io.StringIO(text, newline="")
    rows: list[list[str]] = []
    try:
        rows += islice(dialect.cells(lines, strict=strict), SNIFFED_ROWS)
    except csv.Error:
        return rows, not rows or bool(lines.read(1))
    return rows, False


def skips_first(text: str) -> bool:
    """Say whether the first line only tells Excel the delimiter."""
    return bool(_SEPARATOR.match(text))


class Records:
    """Gives the records of lines one by one; knows when it stands between two of them.

    A quote that is never closed, or closed in the middle of a cell of a later line, would swallow
    rows. So a record of several lines that is not quoted throughout as it should be is its first
    line taken literally, and what follows is read again.
    """

    def __init__(self, lines: Iterator[str], dialect: Dialect) -> None:
        self._lines = lines
        self._dialect = dialect
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._reader = dialect.cells(self._pulled(), strict=True)

    def __iter__(self) -> Records:
        return self

    def __next__(self) -> list[str]:
        self._taken = []
        try:
            return next(self._reader)
        except csv.Error:
            return self._mended()

    @property
    def between(self) -> bool:
        """Whether no line waits to be read again."""
        return not self._again

    def _mended(self) -> list[str]:
        first, rest = self._taken[0], self._taken[1:]
        self._again.extendleft(reversed(rest))
        self._reader = self._dialect.cells(self._pulled(), strict=True)
        if rest:
            return self._dialect.literally(first)
        try:
            return next(self._dialect.cells([first]), [])
        except csv.Error:
            return self._dialect.literally(first)

    def _pulled(self) -> Iterator[str]:
        size = 0
        while True:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                return
            size = size + len(line) if self._taken else len(line)
            self._taken.append(line)
            yield line
            if self._taken and (len(self._taken) > MOST_LINES or size > MOST_CHARACTERS):
                return  # ends the record within its quotes, which is an error

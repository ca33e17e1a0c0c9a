"""SQL whose values stand apart from it, as MyBatis, Hibernate, TypeORM and others log it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning import cells
from inspector.tickets.capture.scanning.sightings import Scan, Sighting
from inspector.tickets.capture.scanning.source import Source

_LINE = re.compile(r"[^\r\n]+")
_LONGEST: Final = 100_000
"""Characters of a line that are looked at."""
_MARK: Final = r"(?:\?|\$\d{1,3}|%s)"
_VERB = re.compile(r"\b(?:insert|replace|update)\s  # `update `", re.VERBOSE | re.IGNORECASE)
_MARKED = re.compile(rf"[(=,]\s{{0,9}}{_MARK}  # `= ?` `($1`", re.VERBOSE)
_INSERT = re.compile(
    r"""
    \binto\s+\S{1,80}?\s{0,9}\((?P<columns>[^()]{1,4000})\)
    \s{0,9}values?\s{0,9}\((?P<values>(?>(?:[^()\n]|\([^()\n]{0,40}\)){1,2000}))\)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SET = re.compile(rf"""(?P<name>[\w."`]{{1,80}})\s{{0,9}}=\s{{0,9}}{_MARK} | {_MARK}""", re.VERBOSE)
_TYPED = re.compile(r"\bParameters:[ ]  # `Parameters: `", re.VERBOSE)
_TYPED_VALUE = re.compile(
    r"""
      null(?:,[ ]|\s*\Z)                                              # `null, `
    | (?P<value>[^\n]*?)\([A-Z]\w{1,30}\)(?:,[ ]|\s*\Z)                # `r7BX(String), `
    """,
    re.VERBOSE,
)
_BOUND = re.compile(
    r"""
    \bbinding\sparameter\s[\[(](?P<number>\d{1,3})[^\n]{0,60}?        # `binding parameter [1]`
    (?:-|<-)\s\[(?P<value>[^\[\]\n]*)\]                               # `- [r7BX]`
    """,
    re.VERBOSE,
)
_LISTED = re.compile(
    r"""
    (?:--[ ]PARAMETERS:|\[(?:generated|cached|no)[^\]\n]{0,60}\]|;)[ ][\[(]?(?=["'])  # `; "`
    """,
    re.VERBOSE,
)
_LISTED_VALUE = re.compile(
    r"""["'](?P<value>[^"'\n]*)["'][,\])]?[ ]? | [^,"'\n]{1,60},[ ]?""", re.VERBOSE
)
_COLUMNS = re.compile(r"<==\s{0,9}Columns:[ ]  # `<==    Columns: `", re.VERBOSE)
_ROW = re.compile(r"<==\s{0,9}Row:[ ]  # `<==        Row: `", re.VERBOSE)

Places = list[tuple[int, int]]


def score(source: Source) -> float:
    """Be fairly sure where a statement leaves its values to parameters, or a log shows rows."""
    head = source.head
    return 0.75 if _leaves_values(head, 0, len(head)) or _COLUMNS.search(head) else 0.0


def read(source: Source) -> Scan:
    """Return the named fields, and the values whose names a statement before them tells."""
    return source.with_pairs(list(_fields(source)))


def _fields(source: Source) -> Iterator[Sighting]:
    """Yield the fields among the parameters of each line."""
    marked: list[str] = []
    columns: list[str] = []
    text = source.text
    for line in _LINE.finditer(text):
        start, end = line.start(), min(line.end(), line.start() + _LONGEST)
        if _leaves_values(text, start, end):
            marked = _names(text[start:end])
        if header := _COLUMNS.search(text, start, end):
            columns = [name.strip() for name in text[header.end() : end].split(",")]
        elif row := _ROW.search(text, start, end):
            yield from _sightings(source, columns, _between_commas(text, row.end(), end))
        elif typed := _TYPED.search(text, start, end):
            yield from _sightings(source, marked, _values(_TYPED_VALUE, text, typed.end(), end))
        elif bound := _BOUND.search(text, start, end):
            name = marked[int(bound["number"]) - 1 :][:1]
            yield from _sightings(source, name, [bound.span("value")])
        elif listed := _LISTED.search(text, start, end):
            yield from _sightings(source, marked, _values(_LISTED_VALUE, text, listed.end(), end))


def _leaves_values(text: str, start: int, end: int) -> bool:
    """Tell whether a statement begins in a stretch, and leaves a value to a parameter."""
    verb = _VERB.search(text, start, end)
    return bool(verb and _MARKED.search(text, verb.end(), end))


def _names(statement: str) -> list[str]:
    """Return what each parameter of a statement is named; nothing for one without a name."""
    insert = _INSERT.search(statement)
    if insert is None:
        return [(mark["name"] or "").rpartition(".")[2] for mark in _SET.finditer(statement)]
    pairs = zip(insert["columns"].split(","), insert["values"].split(","), strict=False)
    return [column for column, value in pairs if re.fullmatch(_MARK, value.strip())]


def _sightings(source: Source, names: list[str], places: Places) -> Iterator[Sighting]:
    if len(names) != len(places):
        return
    for name, place in zip(names, places, strict=True):
        meaning = source.names.classify(name.strip(" `\"'[]"))
        if found := cells.sighting(source.text, meaning, *place):
            yield found


def _values(pattern: re.Pattern[str], text: str, start: int, end: int) -> Places:
    """Return where the values of a list stand, from its beginning on."""
    places: Places = []
    while start < end and (found := pattern.match(text, start, end)):
        places.append(found.span("value") if found["value"] is not None else (start, start))
        start = found.end()
    return places


def _between_commas(text: str, start: int, end: int) -> Places:
    places: Places = []
    for value in text[start:end].split(", "):
        places.append((start, start + len(value)))
        start += len(value) + len(", ")
    return places


READERS: Final = (CaptureReader("SQL with parameters", "sql_parameters", score, read),)

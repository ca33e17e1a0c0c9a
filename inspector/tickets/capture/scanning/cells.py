"""Cells of a table: what their column names mean, and what each holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from inspector.tickets.capture.scanning import other_values, shapes, values
from inspector.tickets.capture.scanning.field_names import FieldName, FieldNames
from inspector.tickets.capture.scanning.sightings import LABEL, Frame, Scan, Sighting, Trust

_AROUND: Final = " \t\r\n\"'`*"
_NO_NAME = re.compile(r"[:={}(<]")
_RULE = re.compile(r"[\s|+:=\-─┼│]*")
_FORMULA = re.compile(
    r"""
    \s*=\s*("{1,2})(?P<value>[^"]*)\1\s*  # `="r7BX=="` `=""r7BX==""`
    """,
    re.VERBOSE,
)
"""A text that a spreadsheet is told to keep as it is; within quotes its quotes stand twice."""
_LONGEST: Final = 60


def columns(names: FieldNames, header: Sequence[str]) -> dict[int, FieldName]:
    """Return which columns hold a field; nothing when the line is no header."""
    cells = [cell.strip(_AROUND) for cell in header]
    if len(cells) < 2 or any(len(cell) > _LONGEST or _NO_NAME.search(cell) for cell in cells):
        return {}
    meanings = [names.classify(cell) if cell.isascii() else names.label(cell) for cell in cells]
    found: dict[int, FieldName] = {}
    for trust in (Trust.NAMED, Trust.WEAK):
        for index, meaning in enumerate(meanings):
            taken = {column.field for column in found.values()}
            if meaning and meaning.trust is trust and meaning.field not in taken:
                found[index] = FieldName(meaning.field, Trust.NAMED)
    main = any(column.field in ("iv", "encryptedData") for column in found.values())
    return found if len(found) > 1 and main else {}


def scan(
    text: str,
    rows: Iterable[tuple[Sequence[tuple[int, int]], Mapping[int, FieldName]]],
    tick: Callable[[int], None],
) -> Scan:
    """Return the fields of each row, each row a frame of its own.

    Args:
        text: The whole text.
        rows: Where the cells of each row stand, and what its columns hold.
        tick: Told where a row with fields begins.
    """
    sightings: list[Sighting] = []
    frames: list[Frame] = []
    for row, meanings in rows:
        cells = (sighting(text, meanings.get(at), *place) for at, place in enumerate(row))
        if found := [cell for cell in cells if cell]:
            sightings += found
            frames.append(Frame(row[0][0], row[-1][1] + 1))
            tick(row[0][0])
    return Scan(tuple(sightings), tuple(frames), rows=True)


def sighting(text: str, meaning: FieldName | None, start: int, end: int) -> Sighting | None:
    """Return the field that a cell holds, or None when it is empty, a rule or only a word."""
    if formula := _FORMULA.fullmatch(text, start, end):
        start, end = formula.span("value")
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip(" \t`"))
    end -= len(raw) - len(raw.rstrip(" \t`"))
    if meaning is None or start >= end or _RULE.fullmatch(raw):
        return None
    if meaning.field in other_values.OTHER_FIELDS:
        value = text[start:end].replace('""', '"')
        wanted = meaning.field in (LABEL, "rawData") or other_values.is_valid(meaning.field, value)
        return Sighting(meaning.field, value, start, end) if wanted else None
    value = values.tidy(text[start:end])
    is_word = shapes.shape(meaning.field, value) is shapes.Shape.WORD
    if is_word and not shapes.is_worded(value):
        return None
    return Sighting(meaning.field, value, start, end)

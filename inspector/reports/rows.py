"""Rows as other programs hold them, dicts of texts, -> results as dicts: for Spark, Ray and others.

An engine that has the data already hands each of its pieces to this one function.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from inspector.exact_json.parsing import parse
from inspector.reports.batches import ROWS, Batch, cell
from inspector.reports.columns import Columns, RowMaker
from inspector.reports.crew import Crew
from inspector.reports.engine import Engine
from inspector.reports.judging import JudgeOptions
from inspector.reports.key_files import KnownKey
from inspector.reports.recognition import by_name
from inspector.reports.rendering import JsonLine
from inspector.reports.row import Row
from inspector.tickets.capture.scanning.field_names import FieldNames

FILE: Final = "rows"


def open_rows(
    rows: Iterable[Mapping[str, Any]],
    keys: Sequence[KnownKey] = (),
    *,
    show_secrets: bool = False,
    language: str = "en",
) -> Iterator[dict[str, Any]]:
    """Give the result of each row, in their order: what `inspector reports` writes as a line.

    Args:
        rows: Each by the names of its columns, which are recognised as those of a file are.
        keys: Session keys to try, as `read_keys` gives them.
        show_secrets: True leaves session keys unmasked.
        language: `en` or `zh_CN`.
    """
    line = JsonLine(language, show_secrets)
    with Crew(1) as crew:
        engine = Engine(crew, JudgeOptions(time.time()), line, keys)
        for part in engine.judge(_batches(iter(rows))):
            yield from [parse(line.decode()) for line in part.made]


def _batches(rows: Iterator[Mapping[str, Any]]) -> Iterator[Batch]:
    form, number = _Dicts(), 1
    while some := list(islice(rows, ROWS)):
        yield Batch(form, number, some)
        number += len(some)


class _Dicts:
    """Stretches that are lists of dicts."""

    file = FILE

    def __init__(self) -> None:
        self._names = FieldNames()
        self._makers: dict[tuple[str, ...], RowMaker] = {}

    def rows(self, first: int, data: Any, encoding: str | None) -> list[Row]:
        """Return the rows, one for each dict."""
        del encoding
        made: list[Row] = []
        for number, values in enumerate(data, first):
            made += self._maker(tuple(values)).rows(number, list(map(cell, values.values())))
        return made

    def _maker(self, names: tuple[str, ...]) -> RowMaker:
        if names not in self._makers:
            self._makers[names] = RowMaker(FILE, Columns(names, by_name(names, self._names)))
        return self._makers[names]

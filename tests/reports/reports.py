"""Rows, batches and runs for the tests of the reports room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inspector.reports import Batch, Crew, Engine, Judged, JudgeOptions, KnownKey, Row
from inspector.reports.batches import ReadyRows
from inspector.reports.judging import Attempt, fits_itself
from inspector.reports.row import Cells
from inspector.tickets import Ticket
from tests.cli.running import Minted

NOW = 1_800_000_000.0


def as_judged(judged: Judged) -> Judged:
    """Render a row as what it is."""
    return judged


def ticket(made: Minted, key: str | None = None) -> Ticket:
    return Ticket(key or made.session_key, made.iv, made.encrypted_data)


def attempt(row: Row, *keys: KnownKey) -> Attempt:
    """A pending row with the keys that may open it."""
    return Attempt(row, fits_itself(row.ticket), keys)


def row(number: int, given: Minted | Ticket, file: str = "r.csv", **columns: str) -> Row:
    cells = Cells(tuple(columns), tuple(columns.values()))
    return Row(file, number, cells, given if isinstance(given, Ticket) else ticket(given))


def batches(rows: Sequence[Row], size: int = 7) -> Iterator[Batch]:
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        yield Batch(ReadyRows("r.csv"), start, some, None, start + len(some))


def judged(
    rows: Sequence[Row],
    keys: Iterable[KnownKey] = (),
    crew: Crew | None = None,
    size: int = 7,
) -> list[Judged]:
    """Judge rows by the engine."""
    with crew or Crew(1) as workers:
        engine = Engine(workers, JudgeOptions(NOW), as_judged, tuple(keys))
        return [each for part in engine.judge(batches(rows, size), len(rows)) for each in part.made]

"""Writes rows of the list with the engine and the writers of `inspector.reports`, its one road."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from inspector.files import require_file
from inspector.reports import (
    Batch,
    Crew,
    Engine,
    JudgeOptions,
    KnownKey,
    Output,
    ReportError,
    Row,
    Stopped,
    WorkerLost,
    open_output,
)
from inspector.reports.batches import ROWS, ReadyRows
from inspector.tickets import Ticket, Verdict
from inspector.window.state.files_read import Origin
from inspector.window.state.sheet import Sheet
from inspector.window.write_faults import write_fault, write_reason

NOWHERE: Final = Origin(0, {})
WORKER_LOST: Final = (
    "{file} could not be saved: the system ended a process that was working, probably for lack "
    "of memory."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written."""

    file: Path
    """Its suffix says in which form."""
    sheet: Sheet = field(repr=False)
    order: tuple[int, ...] = field(repr=False)
    """Which of the tickets, in which order."""
    given: tuple[Verdict | None, ...] = field(repr=False)
    """For each of these the verdict that came with it, where it cannot be judged."""
    keys: tuple[KnownKey, ...] = field(repr=False)
    language: str


@dataclass(frozen=True, slots=True)
class Exported:
    """How it went."""

    file: Path
    tickets: tuple[Ticket, ...] = field(repr=False)
    problem: str = ""
    """What went wrong, an English msgid in which `{file}` and `values` are to be filled in."""
    values: Mapping[str, object] = field(default_factory=dict)


def write_rows(wanted: Wanted, cancelled: Callable[[], bool]) -> Exported:
    """Write a file whole, or leave what was there."""
    problem, values = "", dict[str, object]()
    try:
        output = open_output(require_file(wanted.file))
        try:
            _fill(output, wanted, cancelled)
        finally:
            output.discard()
    except Stopped:
        pass  # nobody waits for it any more
    except ReportError as error:
        problem, values = error.sentence, dict(error.values)
    except WorkerLost:
        problem = WORKER_LOST
    except OSError as error:
        problem, values = write_fault(error), {"reason": write_reason(error)}
    return Exported(wanted.file, wanted.sheet.tickets, problem, values)


def _fill(output: Output, wanted: Wanted, cancelled: Callable[[], bool]) -> None:
    rendering = output.rendering(wanted.language, False)
    with Crew(cancelled=cancelled) as crew:
        engine = Engine(crew, JudgeOptions(time.time()), rendering, wanted.keys)
        for part in engine.judge(_batches(wanted), len(wanted.order)):
            output.add(part.made)
    output.finish(cancelled)


def _batches(wanted: Wanted) -> Iterator[Batch]:
    pairs = zip(wanted.order, wanted.given, strict=True)
    rows = [_row(wanted.sheet, index, given) for index, given in pairs]
    for start in range(0, len(rows), ROWS):
        some = rows[start : start + ROWS]
        yield Batch(ReadyRows(""), start + 1, some, place=start + len(some))


def _row(sheet: Sheet, index: int, given: Verdict | None) -> Row:
    """Return a ticket as the row that it was in its file; what was pasted has its number only."""
    origin = sheet.origins[index] if index < len(sheet.origins) else NOWHERE
    number = origin.number or index + 1
    ticket = sheet.tickets[index]
    return Row(origin.file, number, origin.cells, ticket, origin.findings, given)

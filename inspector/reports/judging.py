"""Judges many rows, in a pool of processes, in their order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

from inspector.reports.row import Result, Row
from inspector.tickets import judge
from inspector.tickets.masking.session_keys import Mask

CHUNK: Final = 100
"""Rows a job: enough to outweigh its transport, few enough to share out slow rows."""
ALONE: Final = 0.5
"""Seconds to work without a pool: most files are done before one would have started."""
JOBS_AHEAD: Final = 4
"""Jobs given out for each worker; bounds what waits in memory."""


@dataclass(frozen=True, slots=True, repr=False)
class Wishes:
    """What holds for all rows."""

    keys: tuple[str, ...] = ()
    """Session keys to try on rows that do not open with their own."""
    show_secrets: bool = False
    language: str = "en"


def judge_rows(
    rows: Sequence[Row], wishes: Wishes, workers: int | None = None
) -> Generator[Result, None, None]:
    """Give a result for each row, in the order of the rows.

    Closing the iterator early, as an exception does, ends the pool.
    """
    workers = workers or os.cpu_count() or 1
    done = 0
    start = time.monotonic()
    while done < len(rows) and (workers == 1 or time.monotonic() - start < ALONE):
        yield judge_row(rows[done], wishes)
        done += 1
    if done < len(rows):
        yield from _pooled(rows[done:], wishes, workers)


def _pooled(rows: Sequence[Row], wishes: Wishes, workers: int) -> Iterator[Result]:
    # Workers are spawned, not forked: a fork would copy the locks of a window's threads.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_control_c)
    others = set(multiprocessing.active_children())
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for start in range(0, len(rows), CHUNK):
            waiting.append(pool.submit(judge_chunk, rows[start : start + CHUNK], wishes))
            if len(waiting) >= workers * JOBS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BaseException:  # Ctrl+C, or nobody wants the rest: what is under way is not waited for
        for worker in set(multiprocessing.active_children()) - others:
            worker.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_control_c() -> None:
    """Let Ctrl+C reach the parent alone, which then ends the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def judge_chunk(rows: Sequence[Row], wishes: Wishes) -> list[Result]:
    """Judge some rows; what a worker does."""
    return [judge_row(row, wishes) for row in rows]


def judge_row(row: Row, wishes: Wishes) -> Result:
    """Judge one row."""
    verdict = judge(row.ticket, known_keys=wishes.keys)
    if any(proposal.code == "known_key" for proposal in verdict.proposals):
        # Nobody is there to accept a proposal: the row is opened with the key that fits.
        keyless = row.ticket.with_field("session_key", None)
        verdict = judge(keyless, known_keys=wishes.keys)
    data = verdict.to_dict(language=wishes.language)
    if wishes.show_secrets:
        return Result(row, data)
    mask = Mask.of(verdict)
    columns = {name: mask.text(cell) for name, cell in row.columns.items()}
    return Result(replace(row, columns=columns), mask.value(data))

"""Many rows -> their verdicts, in their order, on as many processors as there are.

A file is gone through in windows of some ten thousand rows. First each batch of a window is
judged as far as its rows open as they stand, which most do. Then the keys of the key files, and
those of the window's other rows, are tried on all that do not: each key on the ends of all of
them at once. Last, those rows are judged one by one, with the keys that may fit them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Final

from inspector.reports.batches import Batch
from inspector.reports.crew import Crew
from inspector.reports.judging import (
    Attempt,
    JudgeOptions,
    Opened,
    Pairing,
    Pending,
    Rendering,
    RowKeys,
    judge_pending,
    open_batch,
    try_keys,
)
from inspector.reports.key_files import KnownKey
from inspector.reports.summary import Tally
from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.search.cut_data import cut_trials
from inspector.tickets.decryption.search.key_trials import is_likely, trials
from inspector.tickets.keys.key_ring import is_session_key

FIRST_WINDOW: Final = 1_000
"""Rows of the first window; each is twice as long as the one before, so that results come soon."""
WINDOW_ROWS: Final = 20_000
WINDOW_PENDING: Final = 4_000
"""Rows that do not open, with which a window ends earlier."""
ROWS_A_CALL: Final = 20
"""Pending rows that are judged in one call."""
TRIALS_A_CALL: Final = 8_000_000
LEAST_KEYS_A_CALL: Final = 500


@dataclass(frozen=True, slots=True)
class Part:
    """What became of one batch."""

    batch: Batch
    made: list[Any]
    """For each row what the rendering made of it."""
    tally: Tally


@dataclass(frozen=True, slots=True)
class RunProgress:
    """How far the work is."""

    read: int
    """Bytes."""
    rows: int
    """Rows that are done."""
    seen: int = 0
    """Rows that were read."""
    pending: int = 0
    """Rows at hand that do not open as they stand."""
    trials: int = 0
    """Keys times rows that were tried so far."""

    @property
    def judged(self) -> int:
        """Rows that are judged; those of a window become `rows` only together."""
        return self.seen - self.pending

    def share(self, size: int) -> float:
        """Return the share of the work that is done, of files of so many bytes."""
        return min(self.read / size, 1.0) * self.judged / self.seen if self.seen and size else 0.0


Tell = Callable[[RunProgress], None]


class Engine:
    """Judges rows; one run."""

    def __init__(
        self,
        crew: Crew,
        options: JudgeOptions,
        rendering: Rendering,
        keys: Sequence[KnownKey] = (),
        tell: Tell | None = None,
    ) -> None:
        self._crew = crew
        self._options = replace(options, keys_tried=len(keys))
        self._rendering = rendering
        self._keys = keys
        self._key_bytes = [decode_loosely(each.key.rstrip("=")) for each in keys]
        self._tell = tell or _to_nobody
        self._progress = RunProgress(0, 0)

    def judge(self, batches: Iterable[Batch], size: int = 0) -> Iterator[Part]:
        """Give the parts of some batches, in order; `size` is the bytes of their files.

        Raises:
            Stopped: The work is to stop; what was given until then is whole.
            WorkerLost: A worker was killed.
        """
        window, keys = list[tuple[Batch, Opened]](), list[RowKeys]()
        rows = pending = 0
        most = min(FIRST_WINDOW, WINDOW_ROWS)
        for batch, opened in self._opened(batches, size):
            window.append((batch, opened))
            keys.append(opened.keys)
            rows += len(opened.made)
            pending += len(opened.pending)
            seen = self._progress.seen + len(opened.made)
            self._show_progress(read=batch.place, seen=seen, pending=pending)
            is_full = rows >= most or pending >= WINDOW_PENDING
            if is_full or not pending:  # what waits for nothing goes on at once
                yield from self._finished(window, keys)
                window = []
            if is_full:
                keys, rows, pending = [], 0, 0
                most = min(2 * most, WINDOW_ROWS)
        yield from self._finished(window, keys)

    def _opened(self, batches: Iterable[Batch], size: int) -> Iterator[tuple[Batch, Opened]]:
        """Do the first look; tell the crew how much of it there will be."""
        start = time.monotonic()
        calls = ((batch, (batch, self._options, self._rendering)) for batch in batches)
        for batch, opened in self._crew.map(open_batch, calls):
            taken = time.monotonic() - start
            done = batch.place / size if size else 0.5
            self._crew.expect(taken * (1 / done - 1) if done else taken)
            yield batch, opened

    def _finished(
        self, window: Sequence[tuple[Batch, Opened]], keys: Sequence[RowKeys]
    ) -> Iterator[Part]:
        """Match and judge what is pending in a window whose rows have some keys; give its parts."""
        pending = [each for _, opened in window for each in opened.pending]
        candidates = self._candidates(pending, keys)
        attempts = [
            Attempt(each.row, each.has_key, tuple(candidates.get(number, ())))
            for number, each in enumerate(pending)
        ]
        results = self._judged(attempts)
        for batch, opened in window:
            for each in opened.pending:
                opened.made[each.place], tally = next(results)
                opened.tally.update(tally)
            self._show_progress(rows=self._progress.rows + len(opened.made))
            yield Part(batch, opened.made, opened.tally)

    def _judged(self, attempts: Sequence[Attempt]) -> Iterator[tuple[Any, Tally]]:
        """Judge pending rows; the tally of a call comes with its first row."""
        start = time.monotonic()
        done = 0
        calls = (
            (None, (some, self._options, self._rendering, self._crew.cancelled_here))
            for some in _slices(attempts, ROWS_A_CALL)
        )
        for _, (made, tally) in self._crew.map(judge_pending, calls):
            done += len(made)
            left = len(attempts) - done
            self._crew.expect((time.monotonic() - start) / done * left)
            self._show_progress(pending=left)
            for number, each in enumerate(made):
                yield each, Tally() if number else tally

    def _candidates(
        self, pending: Sequence[Pending], keys_of_rows: Sequence[RowKeys]
    ) -> dict[int, list[KnownKey]]:
        """Return the keys that may open pending rows, by the rows' numbers."""
        owners = [(n, end) for n, each in enumerate(pending) for end in each.ends]
        keys, key_bytes = self._with_keys_of(keys_of_rows) if owners else ([], [])
        found: dict[int, list[KnownKey]] = {}
        likely: set[int] = set()
        for index, at in self._tried(trials, key_bytes, [end for _, end in owners]):
            (number, end), key = owners[at], keys[index]
            if key not in found.setdefault(number, []):
                found[number].append(key)
            if is_likely(key_bytes[index], end, len(keys)):
                likely.add(number)
        self._add_keys_of_cut(found, pending, likely)
        return found

    def _add_keys_of_cut(
        self, found: dict[int, list[KnownKey]], pending: Sequence[Pending], likely: AbstractSet[int]
    ) -> None:
        """Try the keys of the key files on the beginnings of the rows that have no key so far."""
        owners = [
            (number, block)
            for number, each in enumerate(pending)
            if number not in likely
            for block in each.beginnings
        ]
        blocks = [block for _, block in owners]
        for index, at in self._tried(cut_trials, self._key_bytes, blocks):
            number, key = owners[at][0], self._keys[index]
            if key not in found.setdefault(number, []):
                found[number].append(key)

    def _with_keys_of(self, batches: Sequence[RowKeys]) -> tuple[list[KnownKey], list[bytes]]:
        """Return the keys of the key files, and those that the rows of some batches have."""
        known = {each.key for each in self._keys}
        others = {
            key: KnownKey(key, file, number)
            for rows in batches
            for key, file, number in reversed([*zip(*rows, strict=True)])
            if key not in known and is_session_key(key)
        }
        more = [decode_loosely(key.rstrip("=")) for key in others]
        return [*self._keys, *others.values()], [*self._key_bytes, *more]

    def _tried(
        self, pairing: Pairing, keys: Sequence[bytes], blocks: Sequence[Any]
    ) -> Iterator[tuple[int, int]]:
        """Try keys on blocks of data, and give the pairs that may belong together, as indices."""
        if not blocks:
            return
        start = time.monotonic()
        size = max(LEAST_KEYS_A_CALL, TRIALS_A_CALL // len(blocks))
        before = self._progress.trials
        calls = ((at, (pairing, keys[at : at + size], blocks)) for at in range(0, len(keys), size))
        for at, pairs in self._crew.map(try_keys, calls):
            done = min(at + size, len(keys))
            self._crew.expect((time.monotonic() - start) / done * (len(keys) - done))
            self._show_progress(trials=before + done * len(blocks))
            for index, block in pairs:
                yield at + index, block

    def _show_progress(self, **changes: int) -> None:
        self._progress = replace(self._progress, **changes)
        self._tell(self._progress)


def _slices(items: Sequence[Attempt], size: int) -> Iterator[Sequence[Attempt]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _to_nobody(progress: RunProgress) -> None:
    del progress

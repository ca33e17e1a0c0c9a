"""Judges the rows of a batch: those that open as they stand first, the others once keys are found.

These functions are what a worker does, on this machine or another; what they take and give is
picklable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from inspector.findings import Finding, Severity, in_order
from inspector.reports.batches import Batch, CellRows
from inspector.reports.columns import RowMaker
from inspector.reports.judged import Judged
from inspector.reports.key_files import KnownKey
from inspector.reports.keys_told import with_keys_told
from inspector.reports.rendering import JsonLine
from inspector.reports.row import Row
from inspector.reports.straight_lines import StraightLines
from inspector.reports.summary import Tally, tally
from inspector.tickets import Outcome, Ticket, Verdict, judge
from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.context import JudgeContext
from inspector.tickets.decryption.search.cut_data import (
    FirstBlock,
    first_blocks,
    opens_cut,
)
from inspector.tickets.decryption.search.key_trials import (
    LastBlocks,
    ends_of,
    fits,
    stands_out,
)
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.straight import open_straight
from inspector.tickets.keys.key_ring import KEY_CHARACTERS

if TYPE_CHECKING:
    from inspector.tickets.decryption.search.key_slips import SlippedKeys

_PLAIN: Final = str.maketrans("-_ ", "+/+")
MOST_READINGS: Final = 4


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """What holds for all rows."""

    now: float
    """The moment to count ages from, in unix seconds: one for the whole run."""
    keys_tried: int = 0
    """How many keys of files are tried on every row that does not open with its own."""


class Rendering(Protocol):
    """What is made of a judged row where it is judged. Picklable."""

    def __call__(self, judged: Judged) -> Any:
        """Return what is to be sent back."""


Pairing = Callable[[Sequence[bytes], Sequence[Any]], Iterable[tuple[int, int]]]
"""Gives the pairs of a key and a block of data that may belong together, as indices."""


class Pending(NamedTuple):
    """A row that does not open as it stands."""

    place: int
    """Its place among the rows of its batch."""
    row: Row
    has_key: bool
    """Whether its own key is proved right, so that no other is to be looked for."""
    ends: tuple[LastBlocks, ...]
    beginnings: tuple[FirstBlock, ...] = ()
    """Where keys of files are tried and its own does not fit: for data that was cut."""


class RowKeys(NamedTuple):
    """The session keys of some rows, in columns, which take the least to be sent."""

    keys: list[str]
    files: list[str]
    numbers: list[int]

    def add(self, key: str | None, file: str, number: int) -> None:
        """Add what may be the session key of a row."""
        if key and len(key) == KEY_CHARACTERS:
            self.keys.append(key)
            self.files.append(file)
            self.numbers.append(number)


@dataclass(slots=True)
class Opened:
    """What the first look at a batch gave."""

    made: list[Any] = field(default_factory=list)
    """For each row what was made of it; None where it is pending."""
    pending: list[Pending] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    keys: RowKeys = field(default_factory=lambda: RowKeys([], [], []), repr=False)


class Attempt(NamedTuple):
    """A pending row and the keys that may open it."""

    row: Row
    has_key: bool
    """Whether its own key is proved right, so that no slip in it is to be looked for."""
    keys: tuple[KnownKey, ...]


def open_batch(batch: Batch, options: JudgeOptions, rendering: Rendering) -> Opened:
    """Judge the rows of a batch that open as they stand, or hold nothing."""
    if isinstance(batch.form, CellRows) and isinstance(rendering, JsonLine):
        return _open_cells(batch, batch.form, options, rendering)
    opened, judged = Opened(), list[Judged]()
    for row in batch.rows():
        _open_row(row, options, rendering, opened, judged)
    opened.tally = tally(judged)
    return opened


def _open_cells(batch: Batch, form: CellRows, options: JudgeOptions, rendering: JsonLine) -> Opened:
    """Do so with rows of cells, most of whose lines of JSON are made in bulk."""
    opened, judged = Opened(), list[Judged]()
    maker = RowMaker(form.file, form.columns)
    straight = StraightLines(maker, options.now, rendering)
    rows = form.cells(batch.first, batch.data, batch.encoding)
    key_at = form.columns.fields.get("session_key", 0)
    made, (keys, files, numbers) = opened.made, opened.keys
    for line, (number, cells) in zip(straight.of(rows), rows, strict=True):
        if line is None:
            for row in maker.rows(number, cells):
                _open_row(row, options, rendering, opened, judged)
        else:
            made.append(line)
            keys.append(cells[key_at])
            files.append(form.file)
            numbers.append(number)
    opened.tally = straight.tally
    opened.tally.update(tally(judged))
    return opened


def _open_row(
    row: Row,
    options: JudgeOptions,
    rendering: Rendering,
    opened: Opened,
    judged: list[Judged],
) -> None:
    if (each := _at_once(row, options)) is None:
        ticket, data = row.ticket, row.ticket.encrypted_data or ""
        has_key = fits_itself(ticket)
        is_sought = options.keys_tried and not has_key
        beginnings = tuple(first_blocks(data, ticket.iv or "")) if is_sought else ()
        place = len(opened.made)
        opened.pending.append(Pending(place, row, has_key, tuple(ends_of(data)), beginnings))
        opened.made.append(None)
    else:
        judged.append(each)
        opened.made.append(rendering(each))
    opened.keys.add(row.ticket.session_key, row.file, row.number)


def _at_once(row: Row, options: JudgeOptions) -> Judged | None:
    """Return what is said of a row without any search, None where there is more to be done."""
    ticket = row.ticket
    verdict = row.verdict or open_straight(JudgeContext(ticket, options.now))
    if verdict is None and row.is_empty:
        verdict = Verdict(ticket, ticket, Outcome.NO_TICKET, findings=row.findings)
    return None if verdict is None else Judged(row, verdict)


def try_keys(
    pairing: Pairing, keys: Sequence[bytes], blocks: Sequence[Any]
) -> list[tuple[int, int]]:
    """Return which keys may belong to which blocks of data, as pairs of indices."""
    return list(pairing(keys, blocks))


def judge_pending(
    attempts: Sequence[Attempt],
    options: JudgeOptions,
    rendering: Rendering,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[list[Any], Tally]:
    """Judge rows that did not open as they stand, and return what was made of them."""
    from inspector.tickets.decryption.examining import slipped_keys  # most rows open at once

    found = [with_known_key(attempt, options) for attempt in attempts]
    slipped = slipped_keys(
        attempt.row.ticket
        for attempt, each in zip(attempts, found, strict=True)
        if each is None and not attempt.has_key
    )
    judged = [
        each or judge_row(attempt.row, options, slipped, cancelled)
        for attempt, each in zip(attempts, found, strict=True)
    ]
    return [rendering(each) for each in judged], tally(judged)


def with_known_key(attempt: Attempt, options: JudgeOptions) -> Judged | None:
    """Judge a row with the key that opens it whole, if one of those that may do does.

    Where none does, the data may be damaged: then with the first that is proved all the same,
    of data that was cut with the only one that opens all that is left.
    """
    row, data = attempt.row, attempt.row.ticket.encrypted_data or ""
    iv = row.ticket.iv or ""
    own = _plain_keys(row.ticket.session_key or "")
    proved: Judged | None = None
    cut: set[bytes] = set()
    for known in attempt.keys:
        key = known.key.rstrip("=")
        if key in own:
            continue  # with its own key the row is judged as it is, below
        key_bytes = decode_loosely(key)
        is_fit = fits(key_bytes, data)
        if not (is_fit or opens_cut(key_bytes, data, iv)):
            continue
        ticket = row.ticket.with_field("session_key", known.key)
        verdict = judge(ticket, now=options.now)
        judged = Judged(row, _with_origin(row, verdict, known), known)
        if verdict.outcome is Outcome.OPENED:
            return judged
        opens_rest = not is_fit or opens_cut(key_bytes, data, iv)
        if opens_rest:
            cut.add(key_bytes)
        if stands_out(key_bytes, data) or (opens_rest and verdict.outcome is Outcome.PARTLY):
            proved = proved or judged
    return None if len(cut) > 1 or attempt.has_key else proved


def judge_row(
    row: Row,
    options: JudgeOptions,
    slipped: SlippedKeys | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Judged:
    """Judge a row as a single ticket is judged, and tell where no known key fits."""
    verdict = judge(row.ticket, now=options.now, slipped=slipped, cancelled=cancelled)
    return Judged(row, with_keys_told(verdict, options.keys_tried))


def fits_itself(ticket: Ticket) -> bool:
    """Say whether a ticket's own key is proved right, so that no slip is to be looked for."""
    keys = Pasted("session_key", ticket.session_key or "").key_readings[:MOST_READINGS]
    return any(fits(key.data, ticket.encrypted_data or "") for key in keys)


def _plain_keys(text: str) -> tuple[str, str]:
    """Return a key without what is often lost or added; blanks around it may have been `+`."""
    bare = text.strip("\t\r\n\"'")
    return bare.rstrip("= ").translate(_PLAIN), bare.strip().rstrip("=").translate(_PLAIN)


def _with_origin(row: Row, verdict: Verdict, known: KnownKey) -> Verdict:
    """Tell where the key that fits stands, and that the report's server used another one."""
    parameters: dict[str, object] = {"file": known.file, "row": known.number}
    told = [Finding("key_of_file", Severity.WARNING, "session_key", parameters)]
    if row.ticket.session_key and row.ticket.session_key.strip():
        told.append(Finding("other_key_used", Severity.INFO, "session_key"))
    return replace(verdict, ticket=row.ticket, findings=in_order((*verdict.findings, *told)))

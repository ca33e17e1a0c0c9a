"""Judges the tickets of a sheet off the window's thread: the one shown first, then the rest."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Container, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, Signal

from inspector.fault_report import fault_report
from inspector.findings import Finding, Severity
from inspector.tickets import Capture, Outcome, Ticket, Verdict, judge
from inspector.tickets.keys.key_ring import KeyRing
from inspector.window.state.pace import Pace
from inspector.window.state.row_store import RowStore
from inspector.window.state.ticket_rows import TicketRow, ticket_row
from inspector.window.worker import LatestCall

NO_TICKET: Final = Ticket(None, None, None)
KEPT_VERDICTS: Final = 256
"""Whole verdicts kept; the list keeps a short row of every ticket."""
KEPT_CHARACTERS: Final = 48_000_000
"""Ciphertext characters behind the kept verdicts, which weigh a few times as much."""
BATCH_SECONDS: Final = 0.1
"""How long a batch of a long list is judged before the list hears of it."""
MOST_IN_A_BATCH: Final = 2_000
JUDGED_TOGETHER: Final = 200
"""Tickets that are searched through together, between two looks at the time."""
MOST_TRIED_AGAIN: Final = 50
"""Rows that do not open are tried anew with a typed key while they are no more than this."""
TRYING: Final = 200
"""Characters that take as long to read as one more session key takes to be tried."""
SHORT_LIST: Final = 200
"""Of a list of no more tickets than these each verdict is told by `judged`."""

Batch = list[tuple[int, TicketRow, Verdict]]
"""Row of the list, its words, and the verdict that they stand for."""


class Verdicts(QObject):
    """Knows the verdict of the ticket shown and a row for each ticket of the list.

    Signals:
        current_changed: the `Verdict` of the ticket shown; None while there is none.
        rows_changed: some rows of the list have arrived or are gone.
        judging_changed: True while the ticket shown is being judged.
        judged: a `Verdict` that was just made, of the ticket shown or of a short list.
        keys_changed: a session key came that was not known before, or some were forgotten.
    """

    current_changed = Signal(object)
    rows_changed = Signal()
    judging_changed = Signal(bool)
    judged = Signal(object)
    keys_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.keys = KeyRing()
        """The session keys used since the window opened and where each came from."""
        self._tickets: tuple[Ticket, ...] = (NO_TICKET,)
        self._current = 0
        self.rows = RowStore()
        """A row for each ticket of the sheet."""
        self._waiting: deque[int] = deque()
        self.pace = Pace()
        """How far the list is."""
        self._tried = 0
        self._listed = 0
        self._kept: OrderedDict[Ticket, tuple[Verdict, int]] = OrderedDict()
        self._given: dict[Ticket, Verdict] = {}
        self._judging = LatestCall(_judge, self)
        self._judging.finished.connect(self._take_verdict)
        self._judging.busy_changed.connect(self.judging_changed)
        self._judging_rest = LatestCall(_judge_some, self)
        self._judging_rest.finished.connect(self._take_batch)

    @property
    def current(self) -> Verdict | None:
        """The verdict of the ticket shown, when it has arrived."""
        return self.of(self._tickets[self._current])

    @property
    def judging(self) -> bool:
        """True while the ticket shown is being judged."""
        return self._judging.busy

    def of(self, ticket: Ticket) -> Verdict | None:
        """Return the verdict of a ticket while it is kept."""
        kept = self._kept.get(ticket)
        return self._given.get(ticket) if kept is None else kept[0]

    def given(self, tickets: Iterable[Ticket]) -> tuple[Verdict | None, ...]:
        """Return the verdict that came with each of some tickets that cannot be judged."""
        if not self._given:  # as mostly: none of fifty thousand has to be hashed for it
            return tuple(None for _ in tickets)
        return tuple(self._given.get(ticket) for ticket in tickets)

    def give(self, verdicts: Sequence[Verdict]) -> None:
        """Take verdicts of tickets that cannot be judged: those of a masked case file."""
        self._given |= {verdict.ticket: verdict for verdict in verdicts}

    def say_of_nothing(self, capture: Capture | None) -> None:
        """Take what was read from a text that holds no ticket; None while there is no such text."""
        self._given.pop(NO_TICKET, None)
        if capture is not None:
            from inspector.tickets.capture.neighbours import without_ticket

            self._given[NO_TICKET] = without_ticket(capture)

    def follow(self, tickets: tuple[Ticket, ...], current: int) -> None:
        """Judge what is not judged yet of these tickets, the current one first."""
        old, before = self._tickets, self._current
        self._tickets, self._current = tickets, current
        if tickets is not old:
            self._take_tickets(old)
        elif self.rows.all[before] is None:
            self._waiting.appendleft(before)
        self._judge_current()
        self._judge_rest()

    def list_keys(self, count: int) -> None:
        """Take note of how many keys of files there are: who is not opened by them is told so."""
        self._listed = count

    def add_keys(self, keys: Sequence[str], source: str = "") -> int:
        """Try these session keys, too, on tickets that do not open; returns how many are new.

        `source` says in words where they came from.
        """
        added = self._learn(keys, source)
        if added:
            self._judge_current()
            self._judge_rest()
        return added

    def forget_keys(self) -> None:
        """Forget all session keys that were used, and every verdict that knows one.

        The tickets on screen keep theirs.
        """
        self.keys.clear()
        self._listed = 0
        self._kept.clear()
        self._given = {t: v for t, v in self._given.items() if t in set(self._tickets)}
        self.keys_changed.emit()

    def _take_tickets(self, old: tuple[Ticket, ...]) -> None:
        tickets = self._tickets
        data = {ticket.encrypted_data for ticket in (*self._kept, *self._given)}
        known = partial(self._kept_row, data)
        if self.rows.follow(old, tickets, self._current, known):
            self._judging_rest.cancel()
            self._wait_for(i for i, row in enumerate(self.rows.all) if row is None)
            first = tickets[:MOST_IN_A_BATCH]  # of more, those that open something
            if sum(self.keys.add((t.session_key,), t.label or "") for t in first):
                self.keys_changed.emit()
        self.rows_changed.emit()

    def _kept_row(self, data: Container[str | None], ticket: Ticket) -> TicketRow | None:
        """Return a row whose verdict is kept; that most have other `data` is seen at once."""
        verdict = self.of(ticket) if ticket.encrypted_data in data else None
        return None if verdict is None else ticket_row(verdict)

    def _judge_current(self) -> None:
        ticket = self._tickets[self._current]
        kept = self._kept.get(ticket)
        if ticket in self._given:
            self._judging.cancel()
            self.current_changed.emit(self._given[ticket])
        elif ticket == NO_TICKET:
            self._judging.cancel()
            self.current_changed.emit(None)
        elif kept is not None and _is_fresh(kept, self.keys.version):
            self._judging.cancel()
            self._kept.move_to_end(ticket)
            self.current_changed.emit(kept[0])
        else:
            keys, version = self.other_keys(ticket), self.keys.version
            size = len(ticket.encrypted_data or "") + len(keys) * TRYING
            self._judging.start_by_size(size, ticket, keys, self._listed, version)

    def _judge_rest(self, *, goes_on: bool = False) -> None:
        if not self._waiting and self._tried != self.keys.version:
            self._tried = self.keys.version
            every = range(len(self._tickets))
            self._wait_for(row for row in every if self._wants_key(row))
        if not self._waiting or self.pace.paused:
            self._judging_rest.cancel()
        elif not self._judging_rest.busy:
            first = islice(self._waiting, MOST_IN_A_BATCH)
            chosen = [(row, self._tickets[row]) for row in first]
            start = self._judging_rest.start if goes_on else self._judging_rest.start_settled
            start(chosen, self.keys.all, self._listed)

    def _wait_for(self, rows: Iterable[int]) -> None:
        """Begin a round through some rows."""
        self._waiting = deque(rows)
        self.pace.begin(len(self._waiting))

    def pause(self) -> None:
        """Hold up the judging of the list; the ticket shown is judged all the same."""
        self.pace.pause()
        self._judging_rest.cancel()
        self.rows_changed.emit()

    def resume(self) -> None:
        """Go on with the list."""
        self.pace.resume()
        self._judge_rest()
        self.rows_changed.emit()

    def _wants_key(self, row: int) -> bool:
        words = self.rows.all[row]
        return words is not None and words.wants_key and self._tickets[row] not in self._given

    def other_keys(self, ticket: Ticket) -> tuple[str, ...]:
        """Return the session keys used but for the ticket's own, the latest first."""
        return tuple(key for key in self.keys.all if key != ticket.session_key)

    def _take_verdict(self, result: tuple[Verdict, int]) -> None:
        verdict, version = result
        self._keep(verdict, version)
        if verdict.ticket != self._tickets[self._current]:
            return
        self.rows.put(self._current, ticket_row(verdict))
        self._learn_from(verdict)
        self.judged.emit(verdict)
        self.current_changed.emit(verdict)
        self.rows_changed.emit()

    def _learn_from(self, verdict: Verdict) -> None:
        """Remember the key of the ticket shown; one that is only typed does not start a flood."""
        proven = _proven_key(verdict)
        self._learn((verdict.ticket.session_key, proven), verdict.ticket.label or "")
        if proven is None and self.rows.needing > MOST_TRIED_AGAIN:
            self._tried = self.keys.version

    def _learn(self, keys: Iterable[str | None], source: str) -> int:
        added = self.keys.add(keys, source)
        if added:
            self.keys_changed.emit()
        return added

    def _keep(self, verdict: Verdict, version: int) -> None:
        self._kept[verdict.ticket] = (verdict, version)
        self._kept.move_to_end(verdict.ticket)
        weight = sum(len(t.encrypted_data or "") for t in self._kept)
        while len(self._kept) > 1 and (len(self._kept) > KEPT_VERDICTS or weight > KEPT_CHARACTERS):
            gone, _ = self._kept.popitem(last=False)
            weight -= len(gone.encrypted_data or "")

    def _take_batch(self, result: tuple[Sequence[Ticket], Batch]) -> None:
        tickets, batch = result
        for ticket, (row, words, verdict) in zip(tickets, batch, strict=True):
            if row >= len(self._tickets) or self._tickets[row] is not ticket:
                continue  # it is gone, and its key may have been forgotten
            self.rows.put(row, words)
            if self._waiting and self._waiting[0] == row:
                self._waiting.popleft()
            self._learn((_proven_key(verdict),), ticket.label or "")
            if len(self._tickets) <= SHORT_LIST:
                self.judged.emit(verdict)
        self.pace.show(len(self._waiting))
        self._judge_rest(goes_on=True)
        self.rows_changed.emit()


def _is_fresh(kept: tuple[Verdict, int], version: int) -> bool:
    """Say whether a verdict cannot change by trying the keys that are known now."""
    return kept[0].outcome is Outcome.OPENED or kept[1] == version


def _proven_key(verdict: Verdict) -> str | None:
    return verdict.repaired.session_key if verdict.outcome is Outcome.OPENED else None


def examine(ticket: Ticket, known_keys: Sequence[str], cancelled: Callable[[], bool]) -> Verdict:
    """Judge a ticket; a fault in judging it becomes its verdict, so that nobody else's stands.

    Nothing is known of such a ticket but where the fault came from.
    """
    try:
        return judge(ticket, known_keys=known_keys, cancelled=cancelled)
    except Exception as error:  # noqa: BLE001 - whatever it is, the ticket needs its verdict
        return unexamined(ticket, error)


def unexamined(ticket: Ticket, error: Exception) -> Verdict:
    """Return the verdict on a ticket at which a fault of ours came up."""
    fault = fault_finding("examination_failed", fault_report(error))
    return Verdict(ticket, ticket, Outcome.NOT_OPENED, findings=(fault,))


def fault_finding(code: str, report: str) -> Finding:
    """Return the finding that tells of a fault of ours, by its report."""
    return Finding(code, Severity.ERROR, None, {"fault": report})


def _judge(
    ticket: Ticket, keys: Sequence[str], listed: int, version: int, cancelled: Callable[[], bool]
) -> tuple[Verdict, int]:
    return _told(examine(ticket, keys, cancelled), listed), version


def _told(verdict: Verdict, listed: int) -> Verdict:
    """Tell, too, that none of the keys of files fits."""
    if not listed:
        return verdict
    from inspector.reports import with_keys_told

    return with_keys_told(verdict, listed)


def _judge_some(
    chosen: Sequence[tuple[int, Ticket]],
    keys: Sequence[str],
    listed: int,
    cancelled: Callable[[], bool],
) -> tuple[list[Ticket], Batch]:
    """Judge as many tickets as a batch has time for, a few at least."""
    end = time.monotonic() + BATCH_SECONDS
    batch: Batch = []
    while len(batch) < len(chosen):
        some = chosen[len(batch) : len(batch) + JUDGED_TOGETHER]
        found = _examine_together([ticket for _, ticket in some], keys, cancelled)
        verdicts = [_told(verdict, listed) for verdict in found]
        batch += [
            (row, ticket_row(verdict), verdict)
            for (row, _), verdict in zip(some, verdicts, strict=True)
        ]
        if cancelled() or time.monotonic() > end:
            break
    return [ticket for _, ticket in chosen[: len(batch)]], batch


def _examine_together(
    tickets: Sequence[Ticket], keys: Sequence[str], cancelled: Callable[[], bool]
) -> Sequence[Verdict]:
    """Judge some tickets together, or each alone where that fails, so that one bears the fault."""
    from inspector.reports import judge_together

    try:
        return judge_together(tickets, keys, cancelled)
    except Exception:  # noqa: BLE001 - whatever it is, it is met again and told below
        return [examine(ticket, keys, cancelled) for ticket in tickets]

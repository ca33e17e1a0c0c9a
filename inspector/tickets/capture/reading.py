"""The seam: any text in, the tickets it holds out, never an exception."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from inspector.findings import Finding, Severity
from inspector.tickets.capture.capture import LONGEST, Capture
from inspector.tickets.capture.left_out import left_out
from inspector.tickets.capture.neighbours import name_text
from inspector.tickets.capture.opened import as_pasted, of_right_length, opening
from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.readers import readers
from inspector.tickets.capture.scanning.assembly import assemble
from inspector.tickets.capture.scanning.edits import Edited
from inspector.tickets.capture.scanning.mended import holds_more, mended, with_plain_signs
from inspector.tickets.capture.scanning.sightings import Scan
from inspector.tickets.capture.scanning.source import Cancelled, Source
from inspector.tickets.fields import MAIN_FIELDS

_LARGE: Final = 1_000_000
"""Characters from which no second reader is asked once one found tickets."""
_LAST_RESORT: Final = 0.05
"""A reader below this score is asked only when no other found tickets."""
_LOG: Final = logging.getLogger(__name__)


class _Result(NamedTuple):
    reader: CaptureReader
    score: float
    capture: Capture

    @property
    def worth(self) -> tuple[int, int, float]:
        """Whole tickets count first, then fields, then how sure the reader was."""
        tickets = self.capture.tickets
        whole = sum(all(ticket.field(name) for name in MAIN_FIELDS) for ticket in tickets)
        return whole, len(self.capture.spans), self.score


def read(
    text: str,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Capture:
    """Return the tickets in a text of any kind, or what it is instead. Never raises.

    Args:
        text: What was pasted, dropped or read from a file.
        progress: Told now and then how far the reading came, 0 to 1.
        cancelled: Asked now and then; True ends the reading with an empty capture.
    """
    source = Source(text[:LONGEST], progress, cancelled)
    truncated = len(text) > LONGEST
    try:
        found = _look(_Asking(source, source))
        if len(text) <= _LARGE:
            found = _second_look(found, source, cancelled)
    except Cancelled:
        return Capture(truncated=True)
    return replace(name_text(source.text, found), truncated=truncated)


def _second_look(found: Capture, source: Source, cancelled: Callable[[], bool] | None) -> Capture:
    """Return what is found once the damage to values is undone, where something speaks for it.

    That is, where more tickets open; where none does, as their key is another one, where more
    values have the right length, or longer ones, once marks and escapes are plain signs.
    """
    plain = with_plain_signs(source.text)
    repaired, opened = mended(source.text, plain), opening(found)
    if repaired is None or not holds_more(repaired.text, opened):
        return found
    other = _look(_Asking(Source(repaired.text, cancelled=cancelled), source, repaired))
    if opening(other) > opened:
        return as_pasted(source.text, other)
    if plain is None or opened:
        return found
    if plain is not repaired:
        other = _look(_Asking(Source(plain.text, cancelled=cancelled), source, plain))
    is_better = of_right_length(other) > of_right_length(found)
    return as_pasted(source.text, other) if is_better else found


def _look(asking: _Asking) -> Capture:
    """Return what the best reader found."""
    found = _best(asking.results(readers()), asking.pasted)
    return replace(found, findings=(*found.findings, *asking.findings))


def _best(results: list[_Result], source: Source) -> Capture:
    """Return what the reader found whose tickets are worth most."""
    if not results:
        return Capture()
    best, *others = sorted(results, key=lambda result: result.worth, reverse=True)
    return replace(
        best.capture,
        reader=best.reader.name,
        runner_up=others[0].reader.name if others else None,
        findings=left_out(source, best.reader, best.capture.spans),
    )


@dataclass(slots=True)
class _Asking:
    """Asks the readers about one text; one that fails has no say, and stops no other."""

    source: Source
    """What the readers are given."""
    pasted: Source
    """What the user sees, to which all places are told."""
    mended: Edited | None = None
    """What turns places of the one into places of the other, where they are not the same."""
    gave_up: list[str] = field(default_factory=list)
    """Names of the readers that failed."""
    _noted: list[Finding] = field(default_factory=list)
    _assembled: list[tuple[Scan, Capture]] = field(default_factory=list)
    """Readers that see the same give one scan, which is assembled once."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the user must know of the reading."""
        failed = (
            Finding("reader_gave_up", Severity.WARNING, parameters={"reader": name})
            for name in self.gave_up
        )
        return (*self._noted, *failed)

    def results(self, asked: Iterable[CaptureReader]) -> list[_Result]:
        """Ask the readers, the surest first, and keep those that found tickets."""
        scored = [(reader, self._score(reader)) for reader in asked]
        scored = sorted((row for row in scored if row[1] > 0), key=lambda row: -row[1])
        results: list[_Result] = []
        for reader, score in scored:
            if results and score < _LAST_RESORT:
                break
            capture = self._capture(reader)
            if capture.tickets:
                results.append(_Result(reader, score, capture))
                if len(self.source.text) > _LARGE:
                    break
        return results

    def _score(self, reader: CaptureReader) -> float:
        try:
            return reader.score(self.source)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001  (told by `_give_up`)
            self._give_up(reader, error)
            return 0.0

    def _capture(self, reader: CaptureReader) -> Capture:
        try:
            scan = reader.read(self.source)
            self._noted += scan.findings
            return self._assemble(scan)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001  (told by `_give_up`)
            self._give_up(reader, error)
            return Capture()

    def _assemble(self, scan: Scan) -> Capture:
        known = next((capture for each, capture in self._assembled if each is scan), None)
        if known is None:
            known = self._assembled_anew(scan)
            self._assembled.append((scan, known))
        return known

    def _assembled_anew(self, scan: Scan) -> Capture:
        source, pasted, mended = self.source, self.pasted.text, self.mended
        if mended is None:
            return assemble(pasted, scan, lambda: source.unnamed(scan.sightings))
        return assemble(
            pasted, mended.scan(scan), lambda: [*mended.sightings(source.unnamed(scan.sightings))]
        )

    def _give_up(self, reader: CaptureReader, error: Exception) -> None:
        """Log who failed and where, but not the error's words: they may quote the text."""
        self.gave_up.append(reader.name)
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
        _LOG.warning("Reader %s gave up: %s at %s", reader.name, type(error).__name__, place)

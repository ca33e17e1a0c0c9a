"""Exports the list as `inspector reports` writes it, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.window.state.file_opening import FileOpening
from inspector.window.state.ticket_state import TicketState
from inspector.window.worker import LatestCall

if TYPE_CHECKING:
    from inspector.window.state.report_writing import Exported, Wanted


class Exporting(QObject):
    """Writes one file at a time; another one overtakes it.

    Signals:
        ended: the `Exported`.
    """

    ended = Signal(object)

    def __init__(self, tickets: TicketState, files: FileOpening, parent: QObject) -> None:
        super().__init__(parent)
        self._tickets = tickets
        self._files = files
        self._writing = LatestCall(_write, self)
        self._writing.finished.connect(self._on_finished)

    def start(self, file: Path, order: Sequence[int], language: str, other_keys: str) -> None:
        """Write some tickets of the list.

        Args:
            file: What to write; its suffix is `.jsonl`, `.csv` or `.xlsx`.
            order: Which tickets, in which order.
            language: What the sentences are written in.
            other_keys: What the list of keys is called that came from no file.
        """
        from inspector.reports import KnownKey
        from inspector.window.state.report_writing import Wanted

        sheet, verdicts = self._tickets.sheet, self._tickets.verdicts
        given = verdicts.given(sheet.tickets[index] for index in order)
        of_rows = {sheet.tickets[index].session_key for index in order}  # the engine tries them
        keys = tuple(
            self._files.keys.get(key) or KnownKey(key, other_keys, number)
            for number, key in enumerate(verdicts.keys.all, 1)
            if key not in of_rows
        )
        self._writing.start(Wanted(file, sheet, tuple(order), given, keys, language))

    def _on_finished(self, exported: Exported) -> None:
        if not exported.problem:
            self._tickets.note_exported(exported.tickets)
        self.ended.emit(exported)


def _write(wanted: Wanted, cancelled: Callable[[], bool]) -> Exported:
    from inspector.window.state.report_writing import write_rows

    return write_rows(wanted, cancelled)

"""What was cleared and forgotten is nowhere in memory any more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from inspector.tickets import Ticket
from inspector.window.dialogs.case_dialog import CaseDialog
from inspector.window.dialogs.report_dialog import ReportDialog
from tests.window.left_hand import LeftHand, as_json
from tests.window.sealing import GROUP, sealed


def strings_in(value: Any) -> Iterator[str]:
    """Give the texts that an object holds directly, those of dataclasses with slots, too."""
    if is_dataclass(value) and not isinstance(value, type):
        yield from (v for f in fields(value) if isinstance(v := getattr(value, f.name, None), str))
    for held in gc.get_referents(value):
        if isinstance(held, str):
            yield held


def reachable(keys: set[str]) -> set[str]:
    """Return the session keys that some object still holds, this test's own set aside."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    own = {id(keys)}
    return {
        text
        for value in gc.get_objects()
        if id(value) not in own
        for text in strings_in(value)
        if any(key in text for key in keys)
    }


def _write_all(hand: LeftHand, folder: Path) -> None:
    """Export the list, and save it whole as a case file and in a report that holds its keys."""
    hand.window.export_reports(folder / "rows.csv")
    case = CaseDialog(hand.window.context, hand.window)
    case.whole.setChecked(True)
    case.save([folder / "all.ticket.json"])
    report = ReportDialog(hand.window.context, hand.window)
    report.keys.setChecked(True)
    report.scope.setCurrentIndex(1)
    report._save([folder / "all.md"])
    hand.wait(lambda: not hand.window.busy)
    for dialog in (case, report):
        dialog.show()
        dialog.close()
    assert len(list(folder.iterdir())) == 3


def test_cleared_and_forgotten_keys_are_gone(hand: LeftHand, tmp_path: Path) -> None:
    QApplication.clipboard().clear()
    before = reachable(used := set())
    assert not before
    for _ in range(3):
        tickets = [sealed(GROUP) for _ in range(5)]
        used |= {str(ticket.session_key) for ticket in tickets}
        hand.state.paste_capture(as_json(*tickets))
        hand.wait(lambda: hand.state.verdicts.rows.judged == 5)
        _write_all(hand, tmp_path)
        hand.state.load([Ticket(tickets[0].session_key, tickets[1].iv, tickets[2].encrypted_data)])
        hand.verdict()
    del tickets
    assert reachable(used)
    hand.state.clear()
    hand.window.state.forget_keys()
    hand.wait(lambda: not hand.window.busy)
    assert reachable(used) == set()


def test_keys_of_files_are_forgotten_with_where_they_stood(hand: LeftHand, tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_text(str(sealed(GROUP).session_key), encoding="utf-8")
    files = hand.window.state.files
    files.load_keys([file])
    hand.wait(lambda: len(files.keys) == 1)
    hand.window.state.forget_keys()
    assert not files.keys
    assert not hand.state.verdicts.keys.all

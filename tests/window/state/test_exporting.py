"""What the window exports is what `inspector reports` writes of the same files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.__main__ import main
from inspector.reports import read_rows
from inspector.tickets import Ticket
from inspector.tickets.minting import MintSpec, mint_many
from inspector.window.main_window import MainWindow

MOMENT: Final = 1_600_000_000
"""Long ago, so that an age in words is the same a second later."""
Settle = Callable[[], None]


@pytest.fixture
def settle(window: MainWindow, qtbot: QtBot) -> Settle:
    def settle() -> None:
        qtbot.waitUntil(lambda: not window.busy, timeout=20_000)

    return settle


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Reports of three kinds of outcome, one of which a key file opens, and one without data."""
    made = [each.ticket for each in mint_many(MintSpec(kind="group_share", timestamp=MOMENT), 5)]
    file = tmp_path / "reports.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["工单", "session_key", "iv", "encryptedData", "用户"])
        for number, ticket in enumerate(made):
            key = "" if number in (1, 2) else ticket.session_key
            rows.writerow([f"T{number}", key, ticket.iv, ticket.encrypted_data, f"=user {number}"])
        rows.writerow(["T5", "", "", "", "nobody"])
    keys = tmp_path / "keys.csv"
    keys.write_text(f"owner,session_key\nAnn,{made[1].session_key}\n", encoding="utf-8")
    return file


def lines(file: Path) -> list[Any]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_is_written_as_the_terminal_writes_it(
    suffix: str, table: Path, window: MainWindow, settle: Settle
) -> None:
    keys, here, there = (table.with_name(name) for name in ("keys.csv", "a", "b"))
    here, there = here.with_suffix(suffix), there.with_suffix(suffix)
    window.open_files([table])
    window.state.files.load_keys([keys])
    settle()
    window.export_reports(here)
    settle()
    assert main(["reports", str(table), "--keys", str(keys), "-o", str(there)]) == 1
    ours, theirs = ([dict(row.columns) for row in read_rows(file)] for file in (here, there))
    assert [row["outcome"] for row in ours] == [
        *("opened", "opened", "incomplete", "opened", "opened", "no_ticket")
    ]
    assert ours == theirs


def test_lines_of_json_hold_columns_and_no_key(
    table: Path, window: MainWindow, settle: Settle
) -> None:
    window.open_files([table])
    settle()
    file = table.with_name("out.jsonl")
    window.export_reports(file)
    settle()
    written = lines(file)
    assert [line["row"] for line in written] == [2, 3, 4, 5, 6, 7]
    assert {line["file"] for line in written} == {"reports.csv"}
    assert written[3]["columns"]["工单"] == "T3"
    keys = [ticket.session_key for ticket in window.state.tickets.sheet.tickets]
    text = file.read_text(encoding="utf-8")
    assert not [key for key in keys if key and key in text]


def test_the_rows_shown_are_written_in_their_order(
    table: Path, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    window.open_files([table])
    settle()
    window.panels.ticket_list.parts()._show_facet("opened")
    model = window.panels.ticket_list.parts()._model
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    model.sort(model.sections.index("工单"), Qt.SortOrder.DescendingOrder)
    settle()
    file = table.with_name("out.jsonl")
    window.export_reports(file)
    settle()
    assert [line["columns"]["工单"] for line in lines(file)] == ["T4", "T3", "T0"]


def test_pasted_tickets_are_rows_and_a_typed_key_is_told(
    tmp_path: Path, window: MainWindow, settle: Settle
) -> None:
    made = [each.ticket for each in mint_many(MintSpec(kind="group_share"), 2)]
    key = made[1].session_key
    lost = Ticket(None, made[1].iv, made[1].encrypted_data)
    window.state.tickets.load([made[0], lost])
    window.state.tickets.verdicts.add_keys([key or ""])
    settle()
    file = tmp_path / "out.jsonl"
    window.export_reports(file)
    settle()
    first, second = lines(file)
    assert (first["row"], first["outcome"], first["file"]) == (1, "opened", "")
    assert (second["row"], second["outcome"]) == (2, "opened")
    assert second["key"]["file"] == "session_keys used since you opened the window"


@pytest.mark.parametrize("name", ["out.pdf", "missing/out.csv"])
def test_what_cannot_be_written_is_told_and_nothing_counts_as_exported(
    name: str, tmp_path: Path, window: MainWindow, settle: Settle
) -> None:
    window.state.tickets.load([each.ticket for each in mint_many(MintSpec(kind="group_share"), 2)])
    settle()
    window.export_reports(tmp_path / name)
    settle()
    labels = window.panels.ticket_list.parts()._notice.findChildren(QLabel)
    assert any(Path(name).name in label.text() for label in labels)
    assert window.state.tickets.unsaved
    assert not (tmp_path / name).exists()

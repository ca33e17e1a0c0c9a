"""Rows are copied as they are chosen, few at once and many off the window's thread, alike."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication

from inspector.window.ticket_list.row_copying import AT_ONCE
from tests.window.left_hand import LeftHand
from tests.window.sealing import GROUP, sealed


@pytest.fixture
def many(hand: LeftHand) -> LeftHand:
    """A list that is too long to be copied at once."""
    ticket = sealed(GROUP)
    hand.state.load([replace(ticket, label=f"chat {n}") for n in range(AT_ONCE + 7)])
    hand.wait(lambda: not hand.window.busy)
    QApplication.clipboard().clear()
    return hand


def choose(hand: LeftHand, rows: Sequence[int]) -> None:
    """Choose some rows, in this order."""
    flags, model = QItemSelectionModel.SelectionFlag, hand.table.model()
    hand.table.clearSelection()
    for row in rows:
        hand.table.selectionModel().select(model.index(row, 0), flags.Select | flags.Rows)


def copied(separator: str = "\t") -> list[list[str]]:
    """Return the rows on the clipboard below their titles."""
    text = QApplication.clipboard().text()
    return list(csv.reader(io.StringIO(text), delimiter=separator))[1:]


def shown(hand: LeftHand, row: int) -> list[str]:
    model = hand.table.model()
    return [model.index(row, place).data() for place in range(model.columnCount())]


@pytest.mark.parametrize("separator", ["\t", ","])
def test_many_rows_are_copied_as_they_are_shown(many: LeftHand, separator: str) -> None:
    many.table.selectAll()
    tickets = many.window.panels.ticket_list
    (tickets.copy_rows if separator == "\t" else tickets.copy_csv)()
    many.wait(lambda: len(copied(separator)) == AT_ONCE + 7)
    assert copied(separator)[AT_ONCE] == shown(many, AT_ONCE)


def test_few_rows_are_copied_at_once_from_top_to_bottom(many: LeftHand) -> None:
    choose(many, (500, 3, 4, 120))
    many.window.panels.ticket_list.copy_rows()
    assert [row[1] for row in copied()] == ["chat 3", "chat 4", "chat 120", "chat 500"]


def test_without_a_chosen_row_all_are_copied(many: LeftHand) -> None:
    many.table.clearSelection()
    many.window.panels.ticket_list.copy_rows()
    many.wait(lambda: len(copied()) == AT_ONCE + 7)


def test_few_rows_that_are_copied_later_stay_on_the_clipboard(many: LeftHand) -> None:
    many.table.selectAll()
    many.window.panels.ticket_list.copy_rows()
    choose(many, (2,))
    many.window.panels.ticket_list.copy_rows()
    many.wait(lambda: not many.window.busy)
    assert [row[1] for row in copied()] == ["chat 2"]


def test_a_cell_that_is_copied_later_stays_on_the_clipboard(many: LeftHand) -> None:
    many.table.selectAll()
    many.window.panels.ticket_list.copy_rows()
    many.window.panels.ticket_list.copy_identity()
    many.wait(lambda: not many.window.busy)
    assert QApplication.clipboard().text() == "tGmade-up-for-this-test_12345"


def test_choosing_all_looks_at_no_cell_for_the_header(many: LeftHand) -> None:
    many.table.selectAll()
    header = many.table.horizontalHeader()
    assert many.table.selectionModel().isColumnSelected(0)
    assert not header.selectionModel().isColumnSelected(0)

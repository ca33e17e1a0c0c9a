"""The columns of the list: an id is whole in a small window, the words beside it give the room."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.ticket_list.cells import Column
from inspector.window.ticket_list.model import TicketListModel
from inspector.window.ticket_list.widths import Span, shared_out
from inspector.window.widgets.elided_label import ElidedLabel
from tests.gallery import states
from tests.gallery.cut_texts import cut_texts
from tests.window.left_hand import LeftHand, left_hand
from tests.window.sealing import sealed

SIZES = ((1280, 800), (1000, 640))


def listed(qtbot: QtBot, size: tuple[int, int], language: str = "en") -> LeftHand:
    """Return a window with a list of several outcomes in Reports."""
    hand = left_hand(qtbot, language)
    hand.window.resize(*size)
    states.many(hand.window)
    states.settle(hand.window)
    return hand


def model_of(hand: LeftHand) -> TicketListModel:
    model = hand.table.model()
    assert isinstance(model, TicketListModel)
    return model


def drawn(hand: LeftHand, row: int, column: int) -> str:
    """Return the letters of a cell that are seen, with `…` for those that are not."""
    table, index = hand.table, hand.table.model().index(row, column)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    delegate = table.itemDelegateForIndex(index)
    assert isinstance(delegate, QStyledItemDelegate)
    option.rect = table.visualRect(index)
    delegate.initStyleOption(option, index)
    style, part = table.style(), QStyle.SubElement.SE_ItemViewItemText
    room = style.subElementRect(part, option, table).width()
    room -= 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, table) + 1)
    return option.fontMetrics.elidedText(option.text, option.textElideMode, room)


def place(hand: LeftHand, section: Column | str) -> int:
    return model_of(hand).sections.index(section)


def right_of(hand: LeftHand, column: int) -> int:
    """Return how many pixels a column stands out of the view at the right."""
    table = hand.table
    end = table.columnViewportPosition(column) + table.columnWidth(column)
    return end - table.viewport().width()


def table_of(folder: Path, tickets: Sequence[Ticket]) -> Path:
    """Write tickets as a table with two columns of the user's own."""
    file = folder / "reports.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["Ticket", "Reporter", "session_key", "iv", "encryptedData"])
        for n, ticket in enumerate(tickets):
            own = (f"SUP-{4400 + n}", f"user {n} of the open beta")
            writer.writerow([*own, ticket.session_key, ticket.iv, ticket.encrypted_data])
    return file


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", SIZES)
def test_an_id_and_the_cause_beside_it_are_whole(
    qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    hand = listed(qtbot, size, language)
    assert right_of(hand, place(hand, Column.IDENTITY)) <= 0
    for row in range(hand.table.model().rowCount()):
        for column in range(place(hand, Column.IDENTITY) + 1):
            whole = hand.table.model().index(row, column).data()
            assert drawn(hand, row, column) == whole


def test_beside_own_columns_two_ids_are_told_apart_and_the_chosen_one_is_whole(
    qtbot: QtBot, tmp_path: Path
) -> None:
    ids = [f"oABCDEFGHIJKLMNOPQRSTUVWXY{n:02}" for n in range(12)]
    hand = left_hand(qtbot)
    hand.window.resize(1000, 640)
    file = table_of(tmp_path, [sealed(f'{{"openId":"{name}"}}') for name in ids])
    hand.window.open_files([file])
    hand.wait(lambda: len(hand.sheet.tickets) == len(ids))
    states.settle(hand.window)
    column = place(hand, Column.IDENTITY)
    seen = [drawn(hand, row, column) for row in range(len(ids))]
    assert right_of(hand, column) <= 0
    assert len(set(seen)) == len(ids)
    assert all(text.startswith("oABC") and text[-4:] == ids[n][-4:] for n, text in enumerate(seen))
    assert drawn(hand, 3, place(hand, "Ticket")) == "SUP-4403"
    hand.table.selectRow(3)
    states.settle(hand.window)
    assert hand.find(QLabel, "headlineValue").text().replace("\u200b", "") == ids[3]
    assert hand.find(QPushButton, "copyHeadlineButton").isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_among_dozens_of_own_columns_outcome_and_id_are_in_view(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    hand = left_hand(qtbot)
    hand.window.resize(*size)
    names, ticket = [f"Column {n}" for n in range(40)], sealed(states.group())
    file = tmp_path / "help desk.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow([*names, "session_key", "iv", "encryptedData"])
        fields = (ticket.session_key, ticket.iv, ticket.encrypted_data)
        writer.writerows([[*(f"{n} of row" for n in names), *fields]] * 3)
    hand.window.open_files([file])
    hand.wait(lambda: len(hand.sheet.tickets) == 3)
    states.settle(hand.window)
    assert right_of(hand, place(hand, Column.IDENTITY)) <= 0
    assert [s for s in model_of(hand).sections if isinstance(s, str)] == names


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_kind_is_whole_whatever_it_is_called(qtbot: QtBot, language: str) -> None:
    hand = left_hand(qtbot, language)
    phone = '{"phoneNumber":"13580006666","purePhoneNumber":"13580006666","countryCode":"86"}'
    hand.state.load([sealed(phone), sealed(states.steps()), sealed(states.user())])
    hand.wait(lambda: all(row is not None for row in hand.state.verdicts.rows.all))
    hand.window.show_workspace("reports")
    states.settle(hand.window)
    column = place(hand, Column.KIND)
    for row in range(3):
        assert drawn(hand, row, column) == hand.table.model().index(row, column).data()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_while_no_row_has_an_id_its_column_gives_its_room_to_the_causes(
    qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    whole = sealed(states.group())
    hand = left_hand(qtbot, language)
    hand.window.resize(1000, 640)
    hand.window.open_files([table_of(tmp_path, [replace(whole, session_key="")] * 12)])
    hand.wait(lambda: len(hand.sheet.tickets) == 12)
    states.settle(hand.window)
    column = place(hand, Column.CAUSE)
    for each in (place(hand, "Ticket"), place(hand, Column.OUTCOME), column):
        assert drawn(hand, 0, each) == hand.table.model().index(0, each).data()
    hand.state.add_keys([whole.session_key or ""])
    hand.wait(lambda: hand.table.model().index(11, column + 1).data() != "–")
    states.settle(hand.window)
    assert drawn(hand, 0, column + 1)[-4:] == hand.table.model().index(0, column + 1).data()[-4:]


@pytest.mark.parametrize(("width", "whole"), [(1280, True), (1000, False)])
def test_the_list_names_its_file_and_elides_the_middle(
    qtbot: QtBot, tmp_path: Path, width: int, whole: bool
) -> None:
    hand = left_hand(qtbot)
    hand.window.resize(width, 700)
    file = table_of(tmp_path, [sealed(states.group())] * 3)
    file = file.rename(file.with_name("<b>what support heard of last week and before.csv"))
    hand.window.open_files([file])
    hand.wait(lambda: len(hand.sheet.tickets) == 3)
    states.settle(hand.window)
    source = hand.find(ElidedLabel, "listSource")
    assert source.text() == file.name
    assert (source.width() >= source.sizeHint().width()) is whole
    assert "&lt;b&gt;" in source.toolTip()
    assert cut_texts(hand.window) == []
    other = table_of(tmp_path, [sealed(states.group())] * 2)
    hand.window.open_files([file, other])
    hand.wait(lambda: len(hand.sheet.tickets) == 5)
    assert source.text() == "2 files"
    hand.state.load([sealed("{}"), sealed("{}")])
    assert source.text() == ""


def test_a_column_that_was_dragged_stays_as_wide(qtbot: QtBot) -> None:
    hand = listed(qtbot, (1000, 640))
    header, column = hand.table.horizontalHeader(), Column.CAUSE
    edge = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) - 1, 9)
    wanted = header.sectionSize(column) + 60
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(60, 0))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    hand.window.resize(1100, 640)
    states.settle(hand.window)
    assert hand.table.columnWidth(column) == wanted
    before = hand.table.columnWidth(Column.IDENTITY)
    hand.table.sortByColumn(Column.CAUSE, Qt.SortOrder.AscendingOrder)
    states.settle(hand.window)
    assert hand.table.columnWidth(Column.IDENTITY) == before


def test_a_number_of_five_digits_is_whole(qtbot: QtBot) -> None:
    hand = left_hand(qtbot)
    hand.window.show_workspace("reports")
    hand.state.load([Ticket(None, None, None)] * 10_000)
    assert drawn(hand, 9_999, Column.NUMBER) == "10000"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_count_of_five_digits_leaves_the_payload_in_the_window(
    qtbot: QtBot, language: str
) -> None:
    hand = left_hand(qtbot, language)
    hand.window.resize(1000, 640)
    hand.window.show_workspace("reports")
    hand.state.load([Ticket(None, None, None)] * 12_344 + [sealed(states.group())])
    hand.state.choose(12_344)
    hand.verdict()
    states.settle(hand.window)
    assert hand.find(QLabel, "stepperPlace").text().count("12,345") == 2
    panel = hand.window.panels.payload
    assert panel.mapTo(hand.window, QPoint(panel.width(), 0)).x() <= hand.window.width()
    assert cut_texts(hand.window) == []


spans = st.lists(
    st.tuples(st.integers(20, 90), st.integers(0, 90), st.integers(0, 90), st.integers(0, 3)).map(
        lambda drawn: Span(drawn[0] + drawn[1] + drawn[2], drawn[0] + drawn[1], drawn[0], drawn[3])
    ),
    min_size=1,
    max_size=8,
)


@given(spans, st.integers(0, 1200), st.data())
def test_what_is_kept_fits_where_it_can_and_nothing_shrinks_for_nothing(
    columns: list[Span], room: int, data: st.DataObject
) -> None:
    kept = data.draw(st.integers(1, len(columns)))
    widths = shared_out(room, columns, kept)
    for span, width in zip(columns, widths, strict=True):
        assert span.least <= width <= span.first
    assert sum(widths[:kept]) <= max(room, sum(span.least for span in columns[:kept]))
    if sum(span.need for span in columns[:kept]) <= room:
        assert all(w >= span.need for span, w in zip(columns, widths, strict=True))
    if sum(span.first for span in columns) <= room:
        assert widths == [span.first for span in columns]


def test_the_tip_of_a_cause_says_its_name_and_the_sentence(qtbot: QtBot) -> None:
    hand = listed(qtbot, SIZES[1])
    model, column = model_of(hand), place(hand, Column.CAUSE)
    index = next(
        model.index(row, column)
        for row in range(model.rowCount())
        if model.index(row, column).data() == "wrong key"
    )
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    name, _, sentence = tip.partition(">")[2].partition("\n")
    assert name == "wrong key"
    assert "session_key" in sentence

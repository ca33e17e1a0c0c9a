"""The list as a table model, without a view: rows arrive, are ordered, and keep their places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from inspector.messages import Messages
from inspector.tickets import Ticket
from inspector.window.context import Context
from inspector.window.state.state import State
from inspector.window.theme import make_theme
from inspector.window.ticket_list.cells import Column
from inspector.window.ticket_list.model import TicketListModel
from inspector.window.ticket_list.ordering import ListQuery
from tests.window.sealing import sealed


@pytest.fixture
def model(state: State) -> TicketListModel:
    model = TicketListModel(Context(state, Messages("en"), make_theme("light")), state)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@pytest.fixture
def three(state: State, model: TicketListModel, qtbot: QtBot) -> tuple[Ticket, ...]:
    """Tickets of the groups b, none and a, all judged."""
    texts = ('{"openGId":"b"}', '{"x":1}', '{"openGId":"a"}')
    state.tickets.load([sealed(text) for text in texts])
    qtbot.waitUntil(lambda: None not in state.tickets.verdicts.rows.all)
    model.show_tickets(state.tickets.sheet.tickets)
    return state.tickets.sheet.tickets


def cells(model: TicketListModel, column: Column) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def order_by(model: TicketListModel, qtbot: QtBot, query: ListQuery) -> None:
    with qtbot.waitSignal(model.ordered):
        model.set_query(query)


def test_a_row_for_each_ticket_in_the_order_of_the_text(
    model: TicketListModel, three: tuple[Ticket, ...]
) -> None:
    assert model.rowCount() == len(three)
    assert cells(model, Column.NUMBER) == ["1", "2", "3"]
    assert cells(model, Column.IDENTITY) == ["b", "–", "a"]
    titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert titles == model.titles()
    assert model.texts(0)[Column.OUTCOME] == cells(model, Column.OUTCOME)[0]


@pytest.mark.usefixtures("three")
def test_the_same_tickets_stand_in_another_order(model: TicketListModel, qtbot: QtBot) -> None:
    order_by(model, qtbot, ListQuery(column=Column.IDENTITY))
    assert cells(model, Column.IDENTITY) == ["a", "b", "–"]
    assert model.order == [2, 0, 1]
    assert [model.row_of(ticket) for ticket in range(3)] == [1, 2, 0]
    order_by(model, qtbot, ListQuery())
    assert [model.row_of(ticket) for ticket in range(3)] == [0, 1, 2]


@pytest.mark.usefixtures("three")
def test_a_header_click_keeps_the_filter(model: TicketListModel, qtbot: QtBot) -> None:
    order_by(model, qtbot, ListQuery(words="group"))
    with qtbot.waitSignal(model.ordered):
        model.sort(Column.IDENTITY, Qt.SortOrder.DescendingOrder)
    assert model.query == ListQuery("group", column=Column.IDENTITY, descending=True)
    with qtbot.waitSignal(model.ordered):
        model.sort(-1)
    assert model.query.column is None


@pytest.mark.usefixtures("three")
def test_a_chosen_row_moves_with_its_ticket_and_goes_with_it(
    model: TicketListModel, qtbot: QtBot
) -> None:
    chosen = QPersistentModelIndex(model.index(0, Column.LABEL))
    order_by(model, qtbot, ListQuery(column=Column.IDENTITY))
    assert chosen.row() == 1
    order_by(model, qtbot, ListQuery(words="nothing like this"))
    assert not chosen.isValid()
    assert model.rowCount() == 0
    assert model.row_of(0) is None


def test_other_tickets_take_the_place_of_the_old_ones(
    state: State, model: TicketListModel, three: tuple[Ticket, ...]
) -> None:
    model.show_tickets(three[:1])
    assert model.rowCount() == 1
    state.tickets.load(list(three[:2]))
    model.show_tickets(state.tickets.sheet.tickets)
    assert cells(model, Column.NUMBER) == ["1", "2"]

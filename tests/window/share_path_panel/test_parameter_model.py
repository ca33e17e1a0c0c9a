"""The parameters as a table model, without a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from inspector.messages import Messages
from inspector.share_paths import SharePath
from inspector.window.context import Context
from inspector.window.share_path_panel.parameter_model import Column, ParameterModel
from inspector.window.state.state import State
from inspector.window.state.undo import Step
from inspector.window.theme import make_theme

CHECK, EDIT = Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.EditRole
NOWHERE = QModelIndex()


@pytest.fixture
def model(state: State) -> ParameterModel:
    model = ParameterModel(Context(state, Messages("en"), make_theme("light")), state)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def show(state: State, *parameters: tuple[str, str]) -> None:
    state.path.set_share_path(SharePath("pages/a", parameters), Step.EDIT_PATH)


def rows(state: State) -> list[tuple[str, str]]:
    return [(p.name, p.value) for p in state.path.draft.share_path.parameters]


def edit(model: ParameterModel, row: int, column: Column, text: str) -> bool:
    return model.setData(model.index(row, column), text, EDIT)


def test_a_blank_row_follows_the_parameters(model: ParameterModel, state: State) -> None:
    assert model.rowCount() == 1
    show(state, ("a", "1"), ("b", ""))
    texts = [[model.index(row, column).data() for column in (1, 2)] for row in range(3)]
    assert texts == [["a", "1"], ["b", ""], ["", ""]]
    assert [model.is_blank(row) for row in range(3)] == [False, False, True]
    assert model.index(0, Column.ON).data(CHECK) == Qt.CheckState.Checked
    assert model.index(2, Column.ON).data(CHECK) is None


def test_what_can_be_done_with_a_cell(model: ParameterModel, state: State) -> None:
    show(state, ("a", "1"))
    flag = Qt.ItemFlag
    editable = [[bool(model.flags(model.index(r, c)) & flag.ItemIsEditable) for c in Column]
                for r in range(2)]  # fmt: skip
    assert editable == [[False, True, True, False]] * 2
    for wanted in (flag.ItemIsDragEnabled, flag.ItemIsUserCheckable):
        assert model.flags(model.index(0, Column.ON)) & wanted
        assert not model.flags(model.index(1, Column.ON)) & wanted
    assert model.flags(NOWHERE) == flag.ItemIsDropEnabled


def test_typing_into_the_blank_row_adds_a_parameter_below_the_editor(
    model: ParameterModel, state: State
) -> None:
    show(state, ("a", "1"))
    editor = QPersistentModelIndex(model.index(1, Column.NAME))
    assert edit(model, 1, Column.NAME, "b")
    assert rows(state) == [("a", "1"), ("b", "")]
    assert (editor.row(), model.rowCount()) == (1, 3)


def test_an_edit_changes_one_cell_and_only_where_it_differs(
    model: ParameterModel, state: State
) -> None:
    show(state, ("a", "1"), ("b", "2"))
    steps = state.undo.count()
    assert edit(model, 1, Column.VALUE, "3")
    assert not edit(model, 1, Column.VALUE, "3")
    assert not edit(model, 1, Column.REMOVE, "x")
    assert rows(state) == [("a", "1"), ("b", "3")]
    assert state.undo.count() == steps + 1
    state.undo.undo()
    assert rows(state) == [("a", "1"), ("b", "2")]


def test_a_tick_switches_a_parameter(model: ParameterModel, state: State) -> None:
    show(state, ("a", "1"))
    box = model.index(0, Column.ON)
    for wanted in (Qt.CheckState.Unchecked, Qt.CheckState.Checked):
        assert model.setData(box, wanted, CHECK)
        assert box.data(CHECK) == wanted
        assert model.parameters[0].enabled is (wanted is Qt.CheckState.Checked)
    assert not model.setData(model.index(1, Column.ON), Qt.CheckState.Checked, CHECK)
    assert rows(state) == [("a", "1")]


@pytest.mark.parametrize(
    ("row", "to", "names"),
    [(0, 2, "bca"), (2, 0, "cab"), (1, 2, "acb"), (1, 1, "abc"), (0, 3, "abc"), (-1, 0, "abc")],
)
def test_rows_move_within_the_parameters(
    model: ParameterModel, state: State, row: int, to: int, names: str
) -> None:
    show(state, ("a", "1"), ("b", "2"), ("c", "3"))
    assert model.move(row, to) is (names != "abc")
    assert "".join(name for name, _ in rows(state)) == names


@pytest.mark.parametrize(
    ("dragged", "row", "below", "names"),
    [(0, 2, None, "bac"), (0, 3, None, "bca"), (2, 0, None, "cab"), (0, -1, 2, "bac"),
     (0, -1, None, "bca"), (1, 9, None, "acb")],
)  # fmt: skip
def test_a_dragged_row_lands_before_the_gap_or_the_row_it_is_dropped_on(
    model: ParameterModel, state: State, dragged: int, row: int, below: int | None, names: str
) -> None:
    show(state, ("a", "1"), ("b", "2"), ("c", "3"))
    mime = model.mimeData([model.index(dragged, Column.NAME)])
    parent = NOWHERE if below is None else model.index(below, Column.NAME)
    move = model.supportedDropActions()
    assert not model.dropMimeData(mime, move, row, 0, parent)  # else the view removes it once more
    assert "".join(name for name, _ in rows(state)) == names


def test_only_what_differs_is_told(model: ParameterModel, state: State) -> None:
    show(state, ("a", "1"), ("b", "2"), ("c", "3"))
    changed, added, gone = (
        QSignalSpy(signal) for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved)
    )
    show(state, ("a", "1"), ("x", "2"), ("c", "3"))
    assert [spy.count() for spy in (changed, added, gone)] == [1, 0, 0]
    assert changed.at(0)[0].row() == 1
    show(state, ("a", "1"), ("new", ""), ("x", "2"), ("c", "3"))
    assert (added.count(), added.at(0)[1:]) == (1, [1, 1])
    show(state, ("a", "1"), ("new", ""), ("c", "3"))
    assert (gone.count(), gone.at(0)[1:]) == (1, [2, 2])
    model.removeRows(0, 2)
    assert (gone.count(), gone.at(1)[1:]) == (2, [0, 1])
    assert rows(state) == [("c", "3")]


def test_a_remark_marks_its_parameter(model: ParameterModel, state: State) -> None:
    show(state, ("a", "1"), ("b", "2"))
    model.set_remarks({"b": "It is reserved."})
    tips = [model.index(row, Column.NAME).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert tips == [None, "It is reserved.", None]
    marks = [model.index(r, Column.VALUE).data(Qt.ItemDataRole.DecorationRole) for r in range(2)]
    assert marks[0] is None
    assert marks[1] is not None


def test_a_screen_reader_hears_what_stands_as_a_picture(
    model: ParameterModel, state: State
) -> None:
    show(state, ("id", "7"))
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(0, column).data(role) for column in Column]
    assert said == ["on", "id", "7", "Remove “id”"]

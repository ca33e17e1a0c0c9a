"""One undo stack: steps swap values, and quick typing is one step."""

from __future__ import annotations

import weakref

import pytest
from PySide6.QtCore import QObject

from inspector.window.state.undo import PATH, TICKETS, Change, Step, UndoStack


class Value:
    """Something that changes."""

    def __init__(self, most: int = 500) -> None:
        self.now = "a"
        self.stack = UndoStack(most=most)

    def set(self, value: str) -> None:
        self.now = value

    def change(self, value: str, merge_key: str | None = None) -> None:
        self.stack.push(Change(Step.EDIT_FIELD, self.set, self.now, value, merge_key))


@pytest.fixture
def value(qapp: QObject) -> Value:
    del qapp  # a QObject wants one
    return Value()


def test_undo_and_redo_swap_values(value: Value) -> None:
    value.change("b")
    value.stack.undo()
    assert value.now == "a"
    value.stack.redo()
    assert value.now == "b"


def test_quick_typing_in_one_place_is_one_step(value: Value) -> None:
    for text in ("ab", "abc", "abcd"):
        value.change(text, "field")
    assert value.stack.count() == 1
    value.stack.undo()
    assert value.now == "a"


def test_other_places_and_changes_without_a_key_are_steps_of_their_own(value: Value) -> None:
    value.change("b", "one field")
    value.change("c", "another field")
    value.change("d")
    value.change("e")
    assert value.stack.count() == 4


def test_typing_after_a_pause_is_a_step_of_its_own(
    value: Value, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter((0.0, 0.5, 5.0))
    monkeypatch.setattr("inspector.window.state.undo.time.monotonic", lambda: next(moments))
    for text in ("b", "c", "d"):
        value.change(text, "field")
    assert value.stack.count() == 2


def test_a_new_step_ends_what_could_be_done_again(value: Value) -> None:
    for text in "bcd":
        value.change(text)
    value.stack.undo()
    value.stack.undo()
    value.change("e")
    assert not value.stack.canRedo()
    assert value.stack.count() == value.stack.index() == 2
    value.stack.redo()  # does nothing
    assert value.now == "e"
    value.stack.undo()
    assert value.now == "b"


def test_typing_after_an_undo_goes_on_from_the_step_before(value: Value) -> None:
    value.change("b", "field")
    value.change("c", "another")
    value.stack.undo()
    value.change("d", "field")
    assert value.stack.count() == 1
    value.stack.undo()
    assert value.now == "a"


def test_the_oldest_steps_go_first(qapp: QObject) -> None:
    del qapp
    value = Value(most=3)
    for text in "bcdef":
        value.change(text)
    for _ in range(10):
        value.stack.undo()
    assert value.now == "c"
    for _ in range(10):
        value.stack.redo()
    assert value.now == "f"


def test_a_step_is_named_and_its_place_known(value: Value) -> None:
    stack, seen = value.stack, list[tuple[str, str, str, bool]]()
    assert (stack.undoText(), stack.redoText()) == ("", "")
    value.change("b")
    stack.push(Change(Step.EDIT_PAGE, value.set, "b", "c"))
    stack.stepped.connect(
        lambda: seen.append((stack.undoText(), stack.redoText(), stack.place, stack.stepping))
    )
    stack.undo()
    stack.undo()
    stack.redo()
    assert seen == [
        (Step.EDIT_FIELD, Step.EDIT_PAGE, PATH, False),
        ("", Step.EDIT_FIELD, TICKETS, False),
        (Step.EDIT_FIELD, Step.EDIT_PAGE, TICKETS, False),
    ]


def test_what_changes_sees_that_a_step_is_taken(qapp: QObject) -> None:
    del qapp
    stack, seen = UndoStack(), list[bool]()
    stack.push(Change(Step.PASTE, lambda _: seen.append(stack.stepping), 1, 2))
    stack.undo()
    stack.redo()
    assert seen == [False, True, True]


def test_cleared_steps_hold_nothing(value: Value) -> None:
    class Held(str):
        """A text that can be watched."""

    held = Held("key")
    watched = weakref.ref(held)
    value.change(held)
    value.change("c")
    del held
    assert watched() is not None
    value.stack.clear()
    assert watched() is None
    assert not value.stack.canUndo()
    assert value.now == "c"

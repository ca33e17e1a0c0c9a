"""One undo stack: steps swap values, and quick typing is one step."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QUndoStack

from inspector.window.state.undo import Change, Step


class Value:
    """Something that changes."""

    def __init__(self) -> None:
        self.now = "a"
        self.stack = QUndoStack()

    def set(self, value: str) -> None:
        self.now = value

    def change(self, value: str, merge_key: str | None = None) -> None:
        self.stack.push(Change(Step.EDIT_FIELD, self.set, self.now, value, merge_key))


@pytest.fixture
def value() -> Value:
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

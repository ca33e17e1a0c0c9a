"""Undo for everything the window knows: named steps, each of which swaps two values."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

MERGE_SECONDS: Final = 1.2
"""Typing that goes on within this time is undone as one step."""
MOST_STEPS: Final = 500


class Step(StrEnum):
    """What can be undone, as the Edit menu names it; English msgids."""

    PASTE = "paste of ticket"
    EDIT_FIELD = "editing of a field"
    READ_FIELD = "reading of a field"
    USE_SELECTION = "use of the selection"
    CORRECT = "correction"
    OPEN_FILES = "opening of files"
    OPEN_TICKETS = "opening of tickets"
    SAMPLE = "sample"
    TEST_TICKETS = "making of test tickets"
    EARLIER_TICKET = "return to an earlier ticket"
    CLEAR = "clearing"
    EDIT_PAGE = "editing of the page"
    EDIT_PARAMETERS = "editing of parameters"
    EDIT_PATH = "editing of the path"
    TAKE_PATH = "paste of path"
    SAVED_PATH = "opening of a saved path"
    SHORT_FORM = "short form"
    CLEAR_PATH = "clearing of the path"
    CHOOSE_TARGET = "choice of a form"
    CHANGE_OPTION = "change of an option"


TICKETS, PATH = "tickets", "path"
PATH_STEPS: Final = frozenset(
    (
        Step.EDIT_PAGE,
        Step.EDIT_PARAMETERS,
        Step.EDIT_PATH,
        Step.TAKE_PATH,
        Step.SAVED_PATH,
        Step.SHORT_FORM,
        Step.CLEAR_PATH,
        Step.CHOOSE_TARGET,
        Step.CHANGE_OPTION,
    )
)
"""Steps that change the share path; the others change tickets."""


class UndoStack(QObject):
    """The window's one history, called as Qt's own is.

    Not a `QUndoStack`: Python's steps in one have ended the process of PySide6 6.11, both when
    the garbage collector met them and when a stack was cleared.

    Signals:
        stepped: a step was undone or done again; what it changed is shown by now.
    """

    stepped = Signal()

    def __init__(self, parent: QObject | None = None, most: int = MOST_STEPS) -> None:
        """Take how many steps are kept; the oldest ones go first."""
        super().__init__(parent)
        self._steps: list[Change] = []
        self._most = most
        self._index = 0
        self._stepping = False
        self._stepped = ""

    @property
    def place(self) -> str:
        """Whose value the last step that was undone or done again changed: tickets or path."""
        return PATH if self._stepped in PATH_STEPS else TICKETS

    @property
    def stepping(self) -> bool:
        """True while a step is undone or done again: who shows what changes makes it seen."""
        return self._stepping

    def push(self, change: Change) -> None:
        """Make a change, which is a step from now on; what was undone cannot be done again."""
        change.redo()
        del self._steps[self._index :]
        if not (self._steps and self._steps[-1].takes_in(change)):
            self._steps.append(change)
        del self._steps[: -self._most]
        self._index = len(self._steps)

    def clear(self) -> None:
        """Forget all steps and what they hold."""
        self._steps.clear()
        self._index = 0

    def undo(self) -> None:
        """Undo the last step."""
        if self.canUndo():
            self._step(self._steps[self._index - 1], Change.undo, self._index - 1)

    def redo(self) -> None:
        """Do the step that was undone again."""
        if self.canRedo():
            self._step(self._steps[self._index], Change.redo, self._index + 1)

    def _step(self, change: Change, act: Callable[[Change], None], index: int) -> None:
        self._stepping, self._stepped = True, change.step
        try:
            act(change)
        finally:
            self._stepping = False
        self._index = index
        self.stepped.emit()

    def count(self) -> int:
        """Return how many steps can be undone or done again."""
        return len(self._steps)

    def index(self) -> int:
        """Return how many steps can be undone."""
        return self._index

    def canUndo(self) -> bool:  # noqa: N802 - Qt's name, as those below
        """Return whether there is a step to undo."""
        return self._index > 0

    def canRedo(self) -> bool:  # noqa: N802
        """Return whether there is a step to do again."""
        return self._index < len(self._steps)

    def undoText(self) -> str:  # noqa: N802
        """Return the msgid of the step that `undo` undoes; nothing where there is none."""
        return self._steps[self._index - 1].step if self.canUndo() else ""

    def redoText(self) -> str:  # noqa: N802
        """Return the msgid of the step that `redo` does again; nothing where there is none."""
        return self._steps[self._index].step if self.canRedo() else ""


class Change:
    """Puts `after` in place of `before` by calling `apply` with it.

    Changes with the same `merge_key` that follow each other quickly become one step.
    """

    def __init__(
        self,
        step: Step,
        apply: Callable[[Any], None],
        before: Any,
        after: Any,
        merge_key: str | None = None,
    ) -> None:
        self.step = step
        self._apply = apply
        self._before = before
        self._after = after
        self._merge_key = merge_key
        self._time = time.monotonic()

    def redo(self) -> None:
        """Apply the new value."""
        self._apply(self._after)

    def undo(self) -> None:
        """Apply the old value."""
        self._apply(self._before)

    def takes_in(self, later: Change) -> bool:
        """Make a later change of the same place a part of this one, if it followed quickly."""
        if self._merge_key is None or later._merge_key != self._merge_key:
            return False
        if later._time - self._time > MERGE_SECONDS:
            return False
        self._after, self._time = later._after, later._time
        return True

"""Undo for everything the window knows: named steps, each of which swaps two values."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

MERGE_SECONDS: Final = 1.2
"""Typing that goes on within this time is undone as one step."""


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


class UndoStack(QUndoStack):
    """The window's one history.

    Signals:
        stepped: a step was undone or done again; what it changed is shown by now.
    """

    stepped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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

    def push(self, command: QUndoCommand) -> None:
        """Take a step; steps that it makes Qt drop let go of their values."""
        for index in range(self.index(), self.count()):
            _release(self.command(index))
        if self.count() == self.undoLimit() and self.count():
            _release(self.command(0))
        super().push(command)

    def clear(self) -> None:
        """Forget all steps and what they hold: Python keeps the steps that Qt drops."""
        for index in range(self.count()):
            _release(self.command(index))
        super().clear()

    def undo(self) -> None:
        """Undo the last step."""
        self._stepping, self._stepped = True, self.undoText()
        super().undo()
        self._stepping = False
        self.stepped.emit()

    def redo(self) -> None:
        """Do the step that was undone again."""
        self._stepping, self._stepped = True, self.redoText()
        super().redo()
        self._stepping = False
        self.stepped.emit()


class Change(QUndoCommand):
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
        super().__init__(step.value)
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

    def id(self) -> int:
        """Let Qt offer the previous command for merging when there is a key."""
        return -1 if self._merge_key is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take a later change of the same place into this one."""
        if not isinstance(other, Change) or other._merge_key != self._merge_key:  # noqa: SLF001
            return False
        if other._time - self._time > MERGE_SECONDS:  # noqa: SLF001
            return False
        self._after, self._time = other._after, other._time  # noqa: SLF001
        other.release()
        return True

    def release(self) -> None:
        """Let go of both values; the step is of no use any more."""
        self._before = self._after = None


def _release(command: QUndoCommand) -> None:
    if isinstance(command, Change):
        command.release()

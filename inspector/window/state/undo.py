"""Undo for everything the window knows: one command that swaps two values."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtGui import QUndoCommand

MERGE_SECONDS: Final = 1.2
"""Typing that goes on within this time is undone as one step."""


class Change(QUndoCommand):
    """Puts `after` in place of `before` by calling `apply` with it.

    Changes with the same `merge_key` that follow each other quickly become one step.
    """

    def __init__(
        self,
        text: str,
        apply: Callable[[Any], None],
        before: Any,
        after: Any,
        merge_key: str | None = None,
    ) -> None:
        super().__init__(text)
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
        return True

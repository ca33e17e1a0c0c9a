"""What the payload shown is compared with, until it is let go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Reference:
    """One payload held for comparison."""

    title: str
    """Where it comes from, in the window's language."""
    value: Any


class Pinned(QObject):
    """Holds one reference; it survives a change of language or theme, not the window.

    Signals:
        changed: the new `Reference`, or None.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reference: Reference | None = None

    @property
    def reference(self) -> Reference | None:
        """What is held now."""
        return self._reference

    def pin(self, reference: Reference | None) -> None:
        """Hold another payload; None lets go."""
        self._reference = reference
        self.changed.emit(reference)

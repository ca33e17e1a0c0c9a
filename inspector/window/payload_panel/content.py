"""What the three views show: one payload, and the member chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.exact_json.members import (
    IndexPath,
    KeyPath,
    has_path,
    index_path,
    key_path,
    value_at,
)
from inspector.tickets import Verdict
from inspector.window.faults import show_parts

TREE, TEXT, BYTES, COMPARE, NOTHING = range(5)
"""The views of a payload, by their places among the tabs; and what stands where there is none."""


def payload_of(verdict: Verdict) -> Any:
    """Return what a ticket holds: a JSON value, or a text; None where neither could be read.

    A text that decrypts whole and is no JSON is looked at, searched and copied like any payload.
    """
    if verdict.payload is None and any(f.code == "not_json" for f in verdict.findings):
        return verdict.plaintext
    return verdict.payload


class Content(QObject):
    """The payload of one verdict and the chosen member. The views listen, and choose.

    Signals:
        changed: another payload, or none, is shown.
        selected: the `IndexPath` of the chosen member; None when none is chosen.
        show_failed: a report of one line: a view could not show the payload.
    """

    changed = Signal()
    selected = Signal(object)
    show_failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._trail: IndexPath | None = None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict shown; None while nothing is judged."""
        return self._verdict

    @property
    def value(self) -> Any:
        """The payload: a JSON value, the text of a payload that is text, or None."""
        return None if self._verdict is None else payload_of(self._verdict)

    @property
    def present(self) -> bool:
        """True when there is a payload to show as tree and text."""
        verdict = self._verdict
        if verdict is None:
            return False
        return self.value is not None or (verdict.plaintext or "").strip() == "null"

    @property
    def is_text(self) -> bool:
        """True when the payload is a text that was not written as JSON."""
        verdict = self._verdict
        if verdict is None or not isinstance(self.value, str):
            return False
        return verdict.payload is None or not (verdict.plaintext or "").lstrip().startswith('"')

    @property
    def trail(self) -> IndexPath | None:
        """The chosen member."""
        return self._trail

    @property
    def chosen_value(self) -> Any:
        """The value of the chosen member, or the whole payload."""
        return value_at(self.value, self._trail or ())

    @property
    def chosen_names(self) -> KeyPath:
        """The way to the chosen member in names and indexes."""
        return key_path(self.value, self._trail or ())

    def show(self, verdict: Verdict | None) -> None:
        """Show another verdict; the chosen member stays chosen where the new payload has it."""
        if verdict is self._verdict:
            return
        names = self.chosen_names if self._trail is not None else None
        self._verdict = verdict
        self._trail = None if names is None else index_path(self.value, names)
        self.changed.emit()
        self.selected.emit(self._trail)

    def show_by(self, *ways: Callable[[], object]) -> None:
        """Show a view in the first of its ways that does not fail, the barest last; tell a fault.

        Nothing of the payload before may stay by the barest way.
        """
        report = show_parts(ways)
        if report is not None:
            self.show_failed.emit(report)

    def select(self, trail: IndexPath | None) -> None:
        """Choose a member; one that only a view of the payload before still shows is left."""
        if trail != self._trail and (trail is None or self._has(trail)):
            self._trail = trail
            self.selected.emit(trail)

    def _has(self, trail: IndexPath) -> bool:
        return self.present and has_path(self.value, trail)

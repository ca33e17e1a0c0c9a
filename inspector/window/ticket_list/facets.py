"""Chips above the list: how many rows there are of each outcome and cause; a click filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.tickets import Outcome
from inspector.window.context import Context
from inspector.window.ticket_list.ordering import ATTENTION
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.text import grouped

MOST_CAUSES: Final = 6
"""Causes with a chip of their own, the most frequent ones."""


class Facets(Flow):
    """One chip a facet, `All` first. All counts rows, the others what is judged.

    Signals:
        chosen: the facet to show only; empty for all.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, title: Callable[[str], str], parent: QWidget) -> None:
        """Take what words a facet."""
        super().__init__(context.theme.px(8), parent)
        self._messages = context.messages
        self._title = title
        self._shown: tuple[tuple[str, str], ...] = ()
        self._chosen = ""

    def show_counts(self, rows: int, needing: int, counts: Mapping[str, int]) -> None:
        """Show how many rows there are, and how many of each facet."""
        opened = Outcome.OPENED.value
        causes = sorted(((-n, name) for name, n in counts.items() if n and name != opened))
        wanted = [("", rows), (opened, counts.get(opened, 0)), (ATTENTION, needing)]
        wanted += [(name, -n) for n, name in causes[:MOST_CAUSES]]
        kept = [(name, n) for name, n in wanted if n or name in ("", self._chosen)]
        shown = tuple((name, f"{self._words(name)}  {grouped(n)}") for name, n in kept)
        if [name for name, _ in shown] != [name for name, _ in self._shown]:
            self.fill([self._chip(name) for name, _ in shown])
        self._shown = shown
        for name, text in shown:
            chip = self.findChild(QPushButton, f"facet_{name or 'all'}")
            if isinstance(chip, QPushButton):
                chip.setText(text)
                chip.setChecked(name == self._chosen)

    def clear(self) -> None:
        """Show no chip."""
        self._shown = ()
        self.fill([])

    def _words(self, name: str) -> str:
        _ = self._messages.gettext
        return {"": _("All"), ATTENTION: _("needs attention")}.get(name) or self._title(name)

    def _chip(self, name: str) -> QPushButton:
        for old in self.findChildren(QPushButton, f"facet_{name or 'all'}"):
            old.setObjectName("")  # it goes with the next turn of the event loop
        chip = QPushButton()
        chip.setObjectName(f"facet_{name or 'all'}")
        chip.setProperty("role", "filter")
        chip.setCheckable(True)
        chip.clicked.connect(partial(self._choose, name))
        return chip

    def _choose(self, name: str) -> None:
        self._chosen = name
        for each, _text in self._shown:
            chip = self.findChild(QPushButton, f"facet_{each or 'all'}")
            if isinstance(chip, QPushButton):
                chip.setChecked(each == name)
        self.chosen.emit(name)

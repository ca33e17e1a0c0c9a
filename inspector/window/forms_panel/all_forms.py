"""Every form of the share path at once, grouped by where people use it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from inspector.share_paths import Link, render
from inspector.share_paths.target import Target, targets
from inspector.window.context import Context
from inspector.window.forms_panel.app_id_row import AppIdRow
from inspector.window.forms_panel.form_card import FormCard
from inspector.window.state.path_state import Draft
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.text import label

USES: Final = {
    "scan": "Scan now",
    "code": "In code",
    "server": "Ask the server",
    "devtools": "In DevTools",
    "elsewhere": "Elsewhere",
}
"""`Target.use` -> heading of its group, in the order shown; gettext msgids."""
BUDGET: Final = 0.005
"""Seconds of one turn of the event loop in which cards are made and filled: all at once would be
a stall.
"""
DELAY_MS: Final = 30
"""Forms follow the typing a moment later: some twenty are rendered at once."""


class AllForms(QWidget):
    """The cards of all targets, each rendered from the one draft of the state."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.messages.gettext
        self._context = context
        self._path = context.state.path
        self._app_id = AppIdRow(context, self)
        self._cards: dict[str, FormCard] = {}
        self._work: Iterator[None] = iter(())
        self._working = QTimer(self, interval=0)
        self._working.timeout.connect(self._go_on)
        self._headings = {use: label(_(title), "note") for use, title in USES.items()}
        self._columns = {use: QVBoxLayout() for use in USES}
        self._jumps = {use: QPushButton() for use in USES}
        self._area = QScrollArea()
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._begin)
        self._lay_out()
        self._path.link_changed.connect(self._follow)
        self._path.draft_changed.connect(self._mark_chosen)
        self._mark_chosen(self._path.draft)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what was typed while nobody saw the forms."""
        super().showEvent(event)
        self._begin()

    @property
    def busy(self) -> bool:
        """True until all forms show the path as it is."""
        return self._timer.isActive() or self._working.isActive()

    def _begin(self) -> None:
        """Show the path in all forms, as it is now."""
        self._work = self._show_forms()
        self._working.start()

    def _go_on(self) -> None:
        """Make and fill as many cards as a part of a frame has time for, until all are there."""
        end = time.perf_counter() + BUDGET
        for _ in self._work:
            if time.perf_counter() > end:
                return
        self._working.stop()

    def _make_cards(self) -> Iterator[None]:
        for target in targets():
            if target.name not in self._cards:
                card = self._cards[target.name] = FormCard(target, self._context, self)
                card.chosen.connect(self._path.set_target)
                self._columns[target.use].addWidget(card)
                yield
        self._mark_chosen(self._path.draft)

    def _lay_out(self) -> None:
        theme = self._context.theme
        chips = Flow(theme.px(8), self)
        for use, jump in self._jumps.items():
            jump.setObjectName(f"jump_{use}")
            jump.setProperty("role", "filter")
            jump.clicked.connect(partial(self._jump, self._headings[use]))
        chips.fill(list(self._jumps.values()))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._app_id)
        for use, heading in self._headings.items():
            column.addWidget(heading)
            column.addLayout(self._columns[use])
            self._columns[use].setSpacing(theme.px(8))
        column.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addWidget(chips)
        whole.addWidget(self._area, 1)

    def _of(self, use: str) -> list[Target]:
        return [target for target in targets() if target.use == use]

    def _jump(self, heading: QLabel) -> None:
        """Bring a group to the top of what is seen."""
        self._area.verticalScrollBar().setValue(heading.y())

    def _follow(self, link: Link) -> None:
        del link
        if self.isVisible():
            self._timer.start()

    def _show_forms(self) -> Iterator[None]:
        yield from self._make_cards()
        draft, pages, tab_bar = self._path.draft, self._path.pages, self._path.tab_bar
        waiting: list[str] = []
        for target in targets():
            own = target.name == draft.target
            options = draft.options if own else replace(draft.options, like=None)
            link = render(draft.share_path, target.name, options, pages=pages, tab_bar=tab_bar)
            card = self._cards[target.name]
            card.show_link(link, blank=replace(draft, target=target.name).blank)
            missing = link.cause == "app_id_missing"
            card.setVisible(not missing)
            if missing:
                waiting.append(self._context.messages.gettext(target.title))
            yield
        asked_above = self._cards[draft.target].isHidden()  # with the chosen form
        self._app_id.show_waiting([] if asked_above else waiting)
        self._show_counts()

    def _show_counts(self) -> None:
        """Say in each group's button how many of its forms can be used."""
        for use, jump in self._jumps.items():
            cards = [self._cards[target.name] for target in self._of(use)]
            usable = sum(card.usable for card in cards)
            jump.setText(f"{self._context.messages.gettext(USES[use])}  {usable}")
            jump.setVisible(bool(cards))
            self._headings[use].setVisible(any(not card.isHidden() for card in cards))

    def _mark_chosen(self, draft: Draft) -> None:
        for name, card in self._cards.items():
            card.set_chosen(name == draft.target)

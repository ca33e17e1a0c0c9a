"""The one search field over the payload: marks, counts and steps through what it finds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector.exact_json.members import IndexPath
from inspector.exact_json.searching import MOST_HITS, find
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.widgets.search_line import SearchLine
from inspector.window.widgets.text import label, set_tone
from inspector.window.worker import LatestCall

WIDTH = 240


class PayloadSearch(SearchLine):
    """The line itself; Enter goes on, Shift+Enter back, Escape leaves.

    Signals:
        stepped: 1 for the next hit, -1 for the one before.
        left: Escape was pressed.
    """

    stepped = Signal(int)
    left = Signal()

    def __init__(self, context: Context, hints: tuple[str, ...]) -> None:
        """Take what to say while the line is empty: the longest text that fits, of some."""
        super().__init__(context.theme, context.messages.gettext("Clear the search"))
        self._hints = hints

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say less where there is less room."""
        super().resizeEvent(event)
        room, metrics = self.room(), self.fontMetrics()
        fitting = (hint for hint in self._hints if metrics.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys that move among the hits."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SearchField(QWidget):
    """The line; count and arrows appear in front of it while something is searched for.

    Signals:
        left: Escape was pressed; the view wants the keyboard back.
        wanted_changed: the text that is searched for, to be marked where it stands.
    """

    left = Signal()
    wanted_changed = Signal(str)

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._messages = context.messages
        self._hits: list[IndexPath] = []
        self._finding = LatestCall(find, self, delay_ms=60)
        self._finding.finished.connect(self._on_finished)
        self._finding.failed.connect(self._on_failed)
        self._build(context)
        content.changed.connect(self._on_changed)
        content.selected.connect(self._on_selected)

    def _build(self, context: Context) -> None:
        _, theme = context.messages.gettext, context.theme
        self.line = PayloadSearch(context, (_("Search keys and values"), _("Search")))
        """The line to search by."""
        self.line.setObjectName("payloadSearchEdit")
        self.line.setAccessibleName(_("Search the payload"))
        self.line.setMaximumWidth(theme.px(WIDTH))
        self.line.textChanged.connect(self._on_changed)
        self.line.stepped.connect(self._step)
        self.line.left.connect(self._leave)
        self._count = label("", "note")
        self._count.setAccessibleName(_("Matches"))
        self._back = _button(context, "previous", _("Previous match (Shift+Enter)"))
        self._back.clicked.connect(self.previous)
        self._next = _button(context, "next", _("Next match (Enter)"))
        self._next.clicked.connect(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addStretch(1)
        for part in (self._count, self._back, self._next):
            row.addWidget(part)
        row.addWidget(self.line, 4)
        self._show_count()

    @property
    def hits(self) -> list[IndexPath]:
        """The members found."""
        return self._hits

    def start(self) -> None:
        """Give the line the keyboard, what stands in it selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _on_changed(self, *_: Any) -> None:
        self._content.show_by(self._find, self._show_nothing)

    def _on_selected(self, *_: Any) -> None:
        self._content.show_by(self._show_count, self._show_nothing)

    def _on_failed(self, report: str) -> None:
        self._content.show_failed.emit(report)
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._hits = []
        for part in (self._count, self._back, self._next):
            part.hide()

    def _find(self) -> None:
        text = self.line.text()
        self.wanted_changed.emit(text)
        if text and self._content.present:
            self._finding.start(self._content.value, text)
        else:
            self._finding.cancel()
            self._hits = []
            self._show_count()

    def _on_finished(self, hits: list[IndexPath]) -> None:
        self._hits = hits
        current = self._content.trail
        if hits and current not in hits:
            after = (hit for hit in hits if current is None or hit >= current)
            self._content.select(next(after, hits[0]))
        self._on_selected()

    def _step(self, by: int) -> None:
        if not self._hits:
            return
        current = self._content.trail
        if current in self._hits:
            at = (self._hits.index(current) + by) % len(self._hits)
        else:
            at = 0 if by > 0 else -1
        self._content.select(self._hits[at])

    def _leave(self) -> None:
        self.line.clear()
        self.left.emit()

    def _show_count(self) -> None:
        """Say which of how many matches is chosen."""
        hits, wanted = self._hits, bool(self.line.text())
        for button in (self._back, self._next):
            button.setEnabled(bool(hits))
            button.setVisible(wanted)
        self._count.setText(self._words() if wanted else "")
        self._count.setVisible(wanted)
        set_tone(self._count, "plain" if hits else "warn")

    def _words(self) -> str:
        _, hits = self._messages.gettext, self._hits
        if self._finding.busy:
            return "…"
        if not hits:
            return _("No match")
        many = len(hits) > MOST_HITS
        total = f"{MOST_HITS:,}+" if many else f"{len(hits):,}"
        if self._content.trail not in hits:
            return total
        at = hits.index(self._content.trail) + 1
        return _("{number} of {total}").format(number=f"{at:,}", total=total)


def _button(context: Context, icon: str, title: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(context.theme.icon(icon))
    button.setIconSize(QSize(context.theme.px(14), context.theme.px(14)))
    button.setToolTip(title)
    button.setAccessibleName(title)
    return button

"""One form of the share path as a card: its text whole, its limit, its state, and Copy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.findings import Severity
from inspector.share_paths import Link
from inspector.share_paths.target import Target
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.widgets.growing_edit import GrowingEdit
from inspector.window.widgets.text import label, set_property, set_tone, used_of_limit

MOST_LINES: Final = 12
COPIED_MS: Final = 1500
"""How long a button says that it copied."""


class FormCard(QFrame):
    """Shows one target's `Link`; a form that cannot be used is one line with the reason.

    Signals:
        chosen: the target's name; this form is the one to look at.
    """

    chosen = Signal(str)

    def __init__(self, target: Target, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.messages.gettext
        self._target = target
        self._context = context
        self._chosen = False
        self._link: Link | None = None
        self._blank = True
        self.setObjectName(f"form_{target.name}")
        self.setProperty("role", "form")
        self.setAccessibleName(_(target.title))
        self._state = label("", "note")
        self._reason = label("", "note", wrap=True)
        self._reason.setObjectName("formReason")
        self._text = GrowingEdit(context.theme, (1, MOST_LINES), self)
        self._text.setObjectName("formText")
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_(target.title))
        self._copy = QPushButton(_("Copy"))
        self._show_code = QPushButton(_("Show code"))
        self._copied_mark = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied_mark.timeout.connect(self._name_copy)
        self._lay_out()

    @property
    def usable(self) -> bool:
        """True while the form can be used as it stands."""
        return self._link is not None and self._link.cause is None and not self._blank

    def show_link(self, link: Link, *, blank: bool) -> None:
        """Show a path in this form, or nothing of a blank one, which is not begun."""
        if (link, blank) == (self._link, self._blank):
            return
        self._link, self._blank = link, blank
        self._text.set_text_gently(link.text if link.cause is None else "")
        self._show_count(link)
        self._show_state()

    def set_chosen(self, chosen: bool) -> None:
        """Mark the form that stands above, with its code; it is not shown twice."""
        self._chosen = chosen
        set_property(self, "chosen", "yes" if chosen else "")
        self._show_state()

    def copy(self) -> None:
        """Put the whole text on the clipboard, and say so where the eyes are."""
        if self._link is not None:
            copy_text(self._link.text)
            self._copy.setText(self._context.messages.gettext("Copied ✓"))
            self._copied_mark.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose this form."""
        super().mousePressEvent(event)
        self._choose()

    def _choose(self) -> None:
        self.chosen.emit(self._target.name)

    def _name_copy(self) -> None:
        self._copy.setText(self._context.messages.gettext("Copy"))

    def _lay_out(self) -> None:
        theme = self._context.theme
        title = label(self._context.messages.gettext(self._target.title), "heading")
        title.setMinimumWidth(theme.px(40))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._state)
        for button in (self._show_code, self._copy):
            button.setProperty("role", "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            head.addWidget(button)
        self._copy.setObjectName("copyForm")
        self._copy.clicked.connect(self.copy)
        self._show_code.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._reason)

    def _show_count(self, link: Link) -> None:
        self._state.setVisible(bool(link.limit) and not self._blank)
        self._state.setText(used_of_limit(self._context.messages, link.used, link.limit))
        set_tone(self._state, "err" if link.used > link.limit else "plain")

    def _show_state(self) -> None:
        """Show text and buttons, or why the form cannot be used; the chosen one is told above."""
        if self._link is None:
            return
        _ = self._context.messages.gettext
        errors = (f for f in self._link.findings if f.severity is Severity.ERROR)
        error = next(errors, None)
        over = next((f for f in self._link.findings if f.code == "too_long"), None)
        shown = error is None and not self._chosen and not self._blank
        self._text.setVisible(shown)
        self._copy.setVisible(error is None and not self._blank)
        self._show_code.setVisible(shown and self._link.scannable)
        opens = _("It is shown above.") if self._chosen else _(self._target.opens)
        words = self._context.messages
        if over is not None and error in (over, None):  # by how much stands in the title's row
            fault, reason = words.advised(over), words.finding(over).advice
        else:
            fault = reason = words.finding(error).text if error else ""
        self._reason.setText(opens if self._chosen else reason or opens)
        self._copy.setAccessibleDescription(fault)
        set_tone(self._reason, "err" if reason and not self._chosen else "plain")

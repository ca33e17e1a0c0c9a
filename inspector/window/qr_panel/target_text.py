"""The text of the target: selectable, copied with one click, counted against its limit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector.share_paths import Link, find_target
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.widgets.growing_edit import GrowingEdit
from inspector.window.widgets.text import label, set_tone, used_of_limit

LINES, LINES_ROOMY = 4, 12
"""Greatest height in lines: above the code, and beside it."""


class TargetText(QWidget):
    """Shows the link's text.

    Signals:
        copied: the text is on the clipboard.
    """

    copied = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._path = context.state.path
        _ = context.messages.gettext
        self._roomy = False
        self._text = GrowingEdit(context.theme, (1, LINES), self)
        self._text.setObjectName("targetText")
        self._text.setAccessibleName(_("Text of the target"))
        self._text.setReadOnly(True)
        self._copy = QToolButton()
        self._copy.setObjectName("copyTargetText")
        self._copy.setIcon(context.theme.icon("copy"))
        self._copy.setToolTip(_("Copy the text"))
        self._copy.setAccessibleName(_("Copy the text"))
        self._copy.clicked.connect(self.copy)
        self.count = label("", "note")
        """The length against the limit; the panel decides where it stands."""
        self.count.setObjectName("targetCount")
        self.count.setFixedHeight(context.theme.px(22))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.px(4))
        row.addWidget(self._text, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        self._path.link_changed.connect(self._show)
        self._show(self._path.link)

    def set_roomy(self, roomy: bool) -> None:
        """Take more lines, and count in words, where the panel is wide."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._show_count()
        self._text.set_lines(1, LINES_ROOMY if roomy else LINES)

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        copy_text(self._path.link.text)
        self.copied.emit()

    def _show(self, link: Link) -> None:
        blank = self._path.draft.blank
        self._text.set_text_gently("" if blank else link.text)
        self._copy.setEnabled(not blank)
        self._show_count()

    def _show_count(self) -> None:
        """Count what the platform counts, where it has a limit."""
        target = find_target(self._path.link.target)
        self.count.setVisible(bool(target.limit) and not self._path.draft.blank)
        if not target.limit:
            return
        counted = self._path.link.used
        words = used_of_limit(self._context.messages, counted, target.limit)
        self.count.setText(words if self._roomy else f"{counted} / {target.limit}")
        text = self._sentence(target.limited).format(used=counted, limit=target.limit)
        text += "" if target.official_limit else self._unofficial()
        over = (f for f in self._path.link.findings if f.code == "too_long")
        text = "\n".join((text, *map(self._context.messages.advised, over)))
        self.count.setToolTip(text)
        self.count.setAccessibleName(text)
        set_tone(self.count, "err" if counted > target.limit else "plain")

    def _sentence(self, limited: str) -> str:
        _ = self._context.messages.gettext
        return {
            "path": _("path: {used} of {limit} characters"),
            "query": _("query: {used} of {limit} characters"),
            "scene": _("scene: {used} of {limit} characters"),
        }[limited]

    def _unofficial(self) -> str:
        return self._context.messages.gettext(" (reported, not documented)")

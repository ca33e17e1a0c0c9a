"""The JSON tab: the payload as text, pretty, compact or as it was sent."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from inspector.exact_json.members import IndexPath
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.json_ranges import TextRange
from inspector.window.payload_panel.text_box import TextBox
from inspector.window.payload_panel.text_making import (
    LONGEST_TEXT,
    Form,
    ShownText,
    find_place,
    find_trail,
    make_text,
)
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label
from inspector.window.worker import LatestCall

AT_ONCE: Final = 200_000
"""Payloads whose text is no longer are made ready before the tab is looked at."""
EVERYTHING: Final = 1 << 40


class TextView(QWidget):
    """The text box with the choice of form and a notice of what is left out."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._context = context
        self._limit = LONGEST_TEXT
        self._stale = True
        self._making = LatestCall(make_text, self)
        self._making.finished.connect(self._on_finished)
        self._making.failed.connect(self._on_failed)
        self._locating = LatestCall(find_place, self)
        self._locating.finished.connect(self._mark)
        self._asking = LatestCall(find_trail, self, delay_ms=60)
        self._asking.finished.connect(self._choose)
        self._build()
        content.changed.connect(self._on_changed)
        content.selected.connect(self._follow)
        self._on_changed()

    def _build(self) -> None:
        _, theme = self._context.messages.gettext, self._context.theme
        self.box = TextBox(theme, self)
        """The text box itself."""
        self.box.setObjectName("payloadText")
        self.box.setAccessibleName(_("Payload as text"))
        self.box.touched.connect(self._ask)
        self.box.filled.connect(self._find_again)
        self._forms = QComboBox()
        for part in (self._forms, self._forms.view()):
            part.setAccessibleName(_("Form of the text"))
        for form, title in (
            (Form.PRETTY, _("Pretty")),
            (Form.COMPACT, _("Compact")),
            (Form.SENT, _("As it was sent")),
        ):
            self._forms.addItem(title, form)
        self._forms.currentIndexChanged.connect(self._renew)
        self._size = label("", "note")
        self._notice = Notice(theme, "info")
        self._notice.acted.connect(self._show_all)
        tools = QHBoxLayout()
        tools.addWidget(self._forms)
        tools.addStretch(1)
        tools.addWidget(self._size)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(tools)
        column.addWidget(self._notice)
        column.addWidget(self.box, 1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the text of a big payload now that it is looked at."""
        super().showEvent(event)
        self._make()

    @property
    def form(self) -> Form:
        """How the text is laid out."""
        return Form(self._forms.currentData())

    def _on_changed(self) -> None:
        self._content.show_by(self._renew, self._show_nothing, self.box.clear)

    def _on_finished(self, shown: ShownText) -> None:
        self._content.show_by(partial(self._show, shown), self._show_nothing, self.box.clear)

    def _on_failed(self, report: str) -> None:
        self._content.show_failed.emit(report)
        self._content.show_by(self._show_nothing, self.box.clear)

    def _show_nothing(self) -> None:
        self._size.setText("")
        self._notice.show_text("")
        self.box.show_text("", False)

    def _renew(self) -> None:
        self._stale = True
        self._limit = LONGEST_TEXT
        self._forms.setEnabled(not self._content.is_text)
        verdict = self._content.verdict
        small = verdict is None or len(verdict.plaintext or "") <= AT_ONCE
        if small or self.isVisible():
            self._make()

    def _make(self) -> None:
        if not self._stale:
            return
        self._stale = False
        verdict = self._content.verdict
        if verdict is None or not self._content.present:
            self._making.cancel()
            self._show(ShownText("", 0, is_json=False))
            return
        size = len(verdict.plaintext or "")
        self._making.start_by_size(size, verdict, self.form, self._content.is_text, self._limit)

    def _show_all(self) -> None:
        self._limit = EVERYTHING
        self._stale = True
        self._make()

    def _show(self, shown: ShownText) -> None:
        self.box.show_text(shown.text, shown.is_json)
        messages = self._context.messages
        characters = messages.ngettext("{count} character", "{count} characters", shown.length)
        self._size.setText(characters.format(count=f"{shown.length:,}") if shown.length else "")
        self._tell(shown)

    def _tell(self, shown: ShownText) -> None:
        _, messages = self._context.messages.gettext, self._context.messages
        if shown.cut:
            text = _("The first {shown} of {length} characters are shown.").format(
                shown=f"{len(shown.text):,}", length=f"{shown.length:,}"
            )
            self._notice.show_text(text, "warn", _("Show all anyway"))
        elif shown.cut_lines:
            text = messages.ngettext(
                "{count} long line is cut here; copying the value gives it whole.",
                "{count} long lines are cut here; copying the values gives them whole.",
                shown.cut_lines,
            )
            self._notice.show_text(text.format(count=shown.cut_lines), "warn")
        elif shown.broken:
            self._notice.show_text(
                _("Broken into lines to be shown; copying the whole gives one line."), "info"
            )
        else:
            self._notice.show_text("")

    def _follow(self, trail: IndexPath | None) -> None:
        if trail is None or not self.box.text or self._content.is_text:
            self._locating.cancel()
            self.box.mark(None)
        elif self.box.full and not self._making.busy:
            self._locating.start(self.box.text, trail)

    def _find_again(self) -> None:
        self._follow(self._content.trail)

    def _mark(self, found: tuple[IndexPath, TextRange | None]) -> None:
        trail, place = found
        if trail == self._content.trail:
            self.box.mark(place)

    def _ask(self, unit: int) -> None:
        if not self._content.is_text:
            self._asking.start(self.box.text, unit)

    def _choose(self, trail: IndexPath | None) -> None:
        if trail is not None:
            self._content.select(trail)

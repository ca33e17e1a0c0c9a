"""The Bytes tab: blocks of 16 with offset, hex and text, and what is known of each."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.exact_json.members import IndexPath
from inspector.tickets import Verdict
from inspector.window.context import Context
from inspector.window.payload_panel.block_strip import BlockStrip
from inspector.window.payload_panel.byte_rows import Rows, byte_place, byte_trail, rows_of
from inspector.window.payload_panel.bytes_table import BytesTable
from inspector.window.payload_panel.content import Content
from inspector.window.widgets.text import label
from inspector.window.worker import LatestCall


class BytesView(QWidget):
    """The table below a strip of its blocks, and how many of them are readable."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._messages = context.messages
        self._locating = LatestCall(byte_place, self)
        self._locating.finished.connect(self._mark)
        self._asking = LatestCall(byte_trail, self, delay_ms=60)
        self._asking.finished.connect(self._choose)
        self._strip = BlockStrip(context, self)
        self._legend = label("", "note")
        self.table = BytesTable(context, self)
        """The table itself."""
        self.table.touched.connect(self._ask)
        self._strip.pressed.connect(self.table.go_to_block)
        self._is_new = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        top = QHBoxLayout()
        top.setSpacing(context.theme.px(12))
        top.addWidget(self._strip, 1)
        top.addWidget(self._legend)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        content.changed.connect(self._renew)
        content.selected.connect(self._follow)
        self._renew()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what is wrong, the first time that the bytes of a ticket are looked at."""
        super().showEvent(event)
        self._show_first_wrong()

    def _show_first_wrong(self) -> None:
        verdict = self._content.verdict
        if not self._is_new or verdict is None or not self.isVisible():
            return
        self._is_new = False
        if verdict.readable_blocks not in (0, len(verdict.blocks)):
            self.table.show_block(self.table.rows.first_wrong or 0)

    def _renew(self) -> None:
        self._content.show_by(self._show, self._show_nothing)

    def _show_nothing(self) -> None:
        self.table.show_rows(Rows())
        self._strip.hide()
        self._legend.setText("")

    def _show(self) -> None:
        rows = rows_of(self._content.verdict)
        self.table.show_rows(rows)
        self._strip.show_states(rows.states)
        self._legend.setText(self._words(rows, self._content.verdict))
        self._follow(self._content.trail)
        self._is_new = True
        self._show_first_wrong()

    def _words(self, rows: Rows, verdict: Verdict | None) -> str:
        """Say how many blocks are readable, or how many bytes there are without blocks."""
        whole = len(rows.states)
        if not len(rows) or verdict is None:
            return self._messages.gettext("No bytes: nothing was decrypted.")
        if not whole:
            form = self._messages.ngettext("{count} byte", "{count} bytes", len(rows.data))
            return form.format(count=f"{len(rows.data):,}")
        form = self._messages.ngettext(
            "{readable} of {count} block readable", "{readable} of {count} blocks readable", whole
        )
        return form.format(readable=f"{verdict.readable_blocks:,}", count=f"{whole:,}")

    def _follow(self, trail: IndexPath | None) -> None:
        verdict = self._content.verdict
        if trail is None or verdict is None or not self._content.present:
            self._locating.cancel()
            self.table.choose(None)
        else:
            self._locating.start(verdict, self._content.is_text, trail)

    def _mark(self, found: tuple[IndexPath, tuple[int, int] | None]) -> None:
        trail, place = found
        if trail == self._content.trail:
            self.table.choose(place)

    def _ask(self, byte: int) -> None:
        if self._content.present and not self._content.is_text:
            self._asking.start(self._content.verdict, byte)

    def _choose(self, trail: IndexPath | None) -> None:
        if trail is not None:
            self._content.select(trail)

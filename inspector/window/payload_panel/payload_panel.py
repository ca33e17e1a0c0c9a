"""The middle column: the verdict and what the ticket says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from inspector.tickets import Verdict
from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.panel import Panel
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.foot import Foot
from inspector.window.payload_panel.text_view import TextView
from inspector.window.payload_panel.tree_tab import TreeTab
from inspector.window.verdict_banner import VerdictBanner

TREE, TEXT, BYTES = range(3)


class PayloadPanel(Panel):
    """The verdict's banner above one payload in three views: tree, JSON, bytes."""

    panel_id = "payload"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Payload"), context, parent)
        self._content = Content(self)
        self._build()
        self._content.changed.connect(self._name_tabs)
        state = context.state.tickets
        state.verdict_changed.connect(self._take)
        self._take(state.verdict)

    def _build(self) -> None:
        _, theme = self.context.messages.gettext, self.context.theme
        self._tabs = QTabBar()
        self._tabs.setAccessibleName(_("Views of the payload"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for title in (_("Tree"), "JSON"):
            self._tabs.addTab(title)
        self._tree = TreeTab(self._content, self.context, self)
        self._text = TextView(self._content, self.context, self)
        self._views = QStackedWidget()
        for view in (self._tree, self._text):
            self._views.addWidget(view)
        self._tabs.currentChanged.connect(self._views.setCurrentIndex)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._tabs)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(VerdictBanner(self.context, self))
        column.addLayout(row)
        column.addWidget(self._views, 1)
        column.addWidget(Foot(self._content, self.context, self))
        self.body.addLayout(column, 1)

    def commands(self) -> Sequence[Command]:
        """What can be done with the payload."""
        return ()

    def stop(self) -> None:
        """End background work; the window is going."""
        self._text.stop()

    def _take(self, verdict: Verdict | None) -> None:
        self._content.show(verdict)

    def _name_tabs(self) -> None:
        _ = self.context.messages.gettext
        self._tabs.setTabText(TEXT, _("Text") if self._content.is_text else "JSON")

"""The Tree tab: the tree below its filter and the levels to open."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from inspector.exact_json.members import IndexPath
from inspector.exact_json.searching import MOST_HITS, FilterTree, Scope, filter_tree, find
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.tree_view import TreeView
from inspector.window.widgets.text import label
from inspector.window.worker import LatestCall

LEVELS: Final = (1, 2, 3, 4, 5)
EVERYTHING: Final = 99


class TreeTab(QWidget):
    """The tree with its tools."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._messages = context.messages
        self._filtering = LatestCall(find, self, delay_ms=80)
        self._filtering.finished.connect(self._keep)
        self.view = TreeView(content, context, self)
        """The tree itself."""
        self._build(context)
        content.changed.connect(self._renew)

    def _build(self, context: Context) -> None:
        _, theme = context.messages.gettext, context.theme
        self.filter = QLineEdit()
        """The line that filters."""
        self.filter.setPlaceholderText(_("Filter: show only what matches"))
        self.filter.setAccessibleName(_("Filter the tree"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._renew)
        self._kept = label("", "note")
        self._kept.setAccessibleName(_("Members that the filter keeps"))
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.filter, 1)
        tools.addWidget(self._kept)
        tools.addWidget(self._levels(context))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(tools)
        column.addWidget(self.view, 1)

    def _levels(self, context: Context) -> QToolButton:
        _ = context.messages.gettext
        button = QToolButton()
        button.setText(_("Open to level"))
        button.setProperty("role", "menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(_("Close all")).triggered.connect(partial(self.open_to, 0))
        for level in LEVELS:
            title = _("Level {number}").format(number=level)
            menu.addAction(title).triggered.connect(partial(self.open_to, level))
        menu.addAction(_("Open all")).triggered.connect(partial(self.open_to, EVERYTHING))
        button.setMenu(menu)
        return button

    def open_to(self, level: int, _checked: bool = False) -> None:
        """Open the tree to a level; 0 closes it."""
        self.view.open_to(level)

    def _renew(self, *_: Any) -> None:
        text = self.filter.text().strip()
        if text and self._content.present:
            self._filtering.start(self._content.value, text, Scope.BOTH)
            return
        self._filtering.cancel()
        self._kept.setText("")
        self.view.keep(None)

    def _keep(self, hits: list[IndexPath]) -> None:
        count = f"{MOST_HITS:,}+" if len(hits) > MOST_HITS else f"{len(hits):,}"
        words = self._messages.ngettext("{count} match", "{count} matches", len(hits))
        self._kept.setText(
            words.format(count=count) if hits else self._messages.gettext("No match")
        )
        kept: FilterTree = filter_tree(hits)
        self.view.keep(kept)

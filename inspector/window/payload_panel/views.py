"""The tabs Tree, JSON and Bytes over one payload, and which of them is shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from inspector.tickets import Outcome
from inspector.window.context import Context
from inspector.window.payload_panel.bytes_view import BytesView
from inspector.window.payload_panel.compare_view import CompareView
from inspector.window.payload_panel.content import BYTES, COMPARE, NOTHING, TEXT, TREE, Content
from inspector.window.payload_panel.search_field import SearchField
from inspector.window.payload_panel.text_view import TextView
from inspector.window.payload_panel.tree_view import TreeView
from inspector.window.state.pinned import Reference
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label


class Views(QWidget):
    """Tabs with the search beside them, the chosen view below.

    Signals:
        menu_wanted: where a context menu is asked for, on the screen.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._context = context
        self._wanted = context.state.payload_view
        self._by_hand = True
        self.tree = TreeView(content, context, self)
        self.text = TextView(content, context, self)
        self.bytes = BytesView(content, context, self)
        self.compare = CompareView(content, context, self)
        self.finder = SearchField(content, context, self)
        self._build()
        content.changed.connect(self._settle)
        context.state.pinned.changed.connect(self._take_reference)
        self.tabs.setTabVisible(COMPARE, context.state.pinned.reference is not None)
        self._settle()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Give way in a low window: Qt takes the height of what follows its width for the least."""
        return False

    def _build(self) -> None:
        _, theme = self._context.messages.gettext, self._context.theme
        self.tabs = QTabBar()
        """Tree, JSON, Bytes."""
        self.tabs.setAccessibleName(_("Views of the payload"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for title in (_("Tree"), "JSON", _("Bytes"), _("Compare")):
            self.tabs.addTab(title)
        self._nothing = label("", "note", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for view in (self.tree, self.text, self.bytes, self.compare, self._nothing):
            self._stack.addWidget(view)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.finder, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._partial = Notice(theme, "warn")
        self._partial.acted.connect(self._show_bytes)
        column.addLayout(row)
        column.addWidget(self._partial)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._choose)
        self.finder.left.connect(self.focus_view)
        self.finder.wanted_changed.connect(self.tree.mark)
        self.tree.menu_wanted.connect(self.menu_wanted)

    def show_view(self, view: int) -> None:
        """Show one of the views, as if its tab were clicked."""
        self.tabs.setCurrentIndex(view)
        self.focus_view()

    def _take_reference(self, reference: Reference | None) -> None:
        """Show the comparison as soon as there is one, and the tree when it is let go."""
        if reference is None and self._wanted == COMPARE:
            self.tabs.setCurrentIndex(TREE)
        self.tabs.setTabVisible(COMPARE, reference is not None)
        if reference is not None:
            self.tabs.setCurrentIndex(COMPARE)

    def _choose(self, view: int) -> None:
        if self._by_hand:
            self._wanted = self._context.state.payload_view = view
        self._show()

    def _settle(self) -> None:
        """Show the view that was chosen, unless it has nothing to show of this payload."""
        _ = self._context.messages.gettext
        self.tabs.setTabText(TEXT, _("Text") if self._content.is_text else "JSON")
        self._by_hand = False
        self.tabs.setCurrentIndex(self._fitting())
        self._by_hand = True
        self._show()

    def _fitting(self) -> int:
        """Return the view to show: Bytes where nothing opened, text for a tree without members."""
        verdict = self._content.verdict
        if self._wanted == COMPARE or verdict is None or verdict.payload is not None:
            return self._wanted
        if not self._content.present and verdict.data:
            return BYTES
        return TEXT if self._content.is_text and self._wanted == TREE else self._wanted

    def _show(self) -> None:
        view = self.tabs.currentIndex()
        verdict = self._content.verdict
        empty = not self._content.present
        if view == COMPARE:
            empty = False
        elif view == BYTES:
            empty = verdict is None or not (verdict.data or verdict.blocks)
        self._nothing.setText(self._reason())
        self._tell_partial(NOTHING if empty else view)
        self._stack.setCurrentIndex(NOTHING if empty else view)

    def _tell_partial(self, view: int) -> None:
        """Say above tree and text that they hold only what could be read."""
        _, verdict = self._context.messages.gettext, self._content.verdict
        partly = verdict is not None and verdict.outcome is Outcome.PARTLY
        partly = partly and not self._content.is_text
        text = _("Only the readable part is shown.")
        shown = partly and view in (TREE, TEXT, COMPARE)
        self._partial.show_text(text if shown else "", "warn", _("Show bytes"))

    def _show_bytes(self) -> None:
        self.tabs.setCurrentIndex(BYTES)

    def _reason(self) -> str:
        """Say why there is nothing to show in this view."""
        _, verdict = self._context.messages.gettext, self._content.verdict
        if verdict is None:
            return _("The decrypted payload appears here.")
        if verdict.data:
            return _("No payload could be read. Bytes shows what there is.")
        return _("Nothing was decrypted, so there is nothing to show yet.")

    def focus_view(self) -> None:
        """Give the view that is shown the keyboard."""
        focus = (self.tree, self.text.box, self.bytes.table, self.compare.tree)
        view = self._stack.currentIndex()
        if view < len(focus):
            focus[view].setFocus(Qt.FocusReason.OtherFocusReason)

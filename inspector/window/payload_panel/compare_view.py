"""The Compare tab: a pinned payload beside the one shown, differences by structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from inspector.exact_json.comparison import Difference, State, compare
from inspector.exact_json.json_pointer import steps
from inspector.exact_json.members import index_path
from inspector.window.context import Context
from inspector.window.payload_panel.compare_model import KEY, LEFT, MARK, MARKS, CompareModel
from inspector.window.payload_panel.content import Content
from inspector.window.widgets.text import label, set_tone
from inspector.window.worker import LatestCall

OPENED: Final = 60
"""A comparison of no more changes than these is shown open."""


class CompareTree(QTreeView):
    """The tree of differences; choosing one chooses the member in the payload shown."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("payloadComparison")
        self.setAccessibleName(context.messages.gettext("Differences between two payloads"))
        self._content = content
        self._theme = context.theme
        self.differences = CompareModel(context.messages, context.theme, self)
        """The model."""
        self.setModel(self.differences)
        self.setUniformRowHeights(True)
        self.setTreePosition(KEY)
        self.setIndentation(context.theme.px(14))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.header().setStretchLastSection(True)
        self.header().setMinimumSectionSize(context.theme.px(24))
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give both sides the same room."""
        super().resizeEvent(event)
        mark, key = self._theme.px(28), self._theme.px(130)
        self.setColumnWidth(MARK, mark)
        self.setColumnWidth(KEY, key)
        self.setColumnWidth(LEFT, max((self.viewport().width() - mark - key) // 2, 60))

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Choose the member in the payload shown, where it has it."""
        super().selectionChanged(selected, deselected)
        indexes = self.selectedIndexes()
        place = self.differences.difference(indexes[0]) if indexes else None
        if place is not None and place.right_pointer is not None:
            value = self._content.value
            self._content.select(index_path(value, steps(value, place.right_pointer)))


class CompareView(QWidget):
    """The tree below a line that counts, and the choice to see what is the same, too."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._context = context
        self._pinned = context.state.pinned
        self._difference: Difference | None = None
        self._comparing = LatestCall(_compare, self)
        self._comparing.finished.connect(self._on_finished)
        self._comparing.failed.connect(self._on_failed)
        self._build()
        content.changed.connect(self._renew)
        self._pinned.changed.connect(self._renew)
        self._renew()

    def _build(self) -> None:
        _, theme = self._context.messages.gettext, self._context.theme
        self._summary = label("", "note", wrap=True)
        self._all = QCheckBox(_("Show what is the same"))
        self._all.toggled.connect(self._show)
        stop = QPushButton(_("Stop comparing"))
        stop.setProperty("role", "link")
        stop.clicked.connect(self._unpin)
        self.tree = CompareTree(self._content, self._context, self)
        """The differences."""
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self._all)
        tools.addStretch(1)
        tools.addWidget(stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._summary)
        column.addLayout(tools)
        column.addWidget(self.tree, 1)

    def _unpin(self) -> None:
        self._pinned.pin(None)

    def _renew(self, *_: Any) -> None:
        self._content.show_by(self._compare, self._show_nothing)

    def _show_nothing(self) -> None:
        self._difference = None
        self._summary.setText("")
        self.tree.differences.show(None, ("", ""), only_changes=True)

    def _compare(self) -> None:
        reference = self._pinned.reference
        if reference is None or not self._content.present:
            self._comparing.cancel()
            self._difference = None
            self._show()
        else:
            self._comparing.start(reference.value, self._content.value)

    def _on_finished(self, difference: Difference) -> None:
        self._difference = difference
        self._content.show_by(self._show, self._show_nothing)

    def _on_failed(self, report: str) -> None:
        self._content.show_failed.emit(report)
        self._show_nothing()

    def _show(self, *_: Any) -> None:
        reference, difference = self._pinned.reference, self._difference
        title = "" if reference is None else reference.title
        titles = (title, self._context.messages.gettext("This ticket"))
        only = not self._all.isChecked()
        self.tree.differences.show(difference, titles, only_changes=only)
        self._summary.setText(self._words())
        same = difference is not None and difference.state is State.SAME
        set_tone(self._summary, "ok" if same else "plain")
        if difference is not None and sum(1 for _ in _first(difference, OPENED + 1)) <= OPENED:
            self.tree.expandAll()

    def _words(self) -> str:
        _, messages = self._context.messages.gettext, self._context.messages
        if self._difference is None:
            return _("There is no payload to compare with the pinned one.")
        counts = Counter(place.state for place in self._difference.changes())
        if not counts:
            return _("No difference. The order of names counts for nothing. ✓")
        parts = []
        for state, one, many in (
            (State.CHANGED, "{count} different", "{count} different"),
            (State.REMOVED, "{count} only on the left", "{count} only on the left"),
            (State.ADDED, "{count} only on the right", "{count} only on the right"),
        ):
            if counts[state]:
                text = messages.ngettext(one, many, counts[state]).format(count=counts[state])
                parts.append(f"{MARKS[state]} {text}")
        return "   ".join(parts)


def _first(difference: Difference, count: int) -> list[Difference]:
    changes = difference.changes()
    return [place for place, _ in zip(changes, range(count), strict=False)]


def _compare(left: Any, right: Any, cancelled: Callable[[], bool]) -> Difference:
    del cancelled
    return compare(left, right)
